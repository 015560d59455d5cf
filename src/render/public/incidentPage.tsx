import type { ComponentChildren } from 'preact';
import type { PublicHistory, PublicIncident } from '../../audience/publicHistory.js';
import { formatDayOf } from '../../time/formatWhen.js';
import { describeZone } from '../../time/zone.js';
import { usePage } from '../frame.js';
import { yearAddress } from '../link.js';
import { InlineParagraph, renderBody } from '../text.js';
import { CommitmentList } from '../component/commitmentList.js';
import { describeKept } from '../component/commitmentWords.js';
import { ImpactTable } from '../component/impactTable.js';
import { ImpactWindows } from '../component/impactWindows.js';
import { DayTime, IsoDayTime, Time } from '../component/time.js';
import { Timeline } from '../component/timeline.js';
import { IncidentFacts } from './incidentFacts.js';
import { Causes, Corrections, Detection, Numbers, Provider, Questions, Related, Updates } from './incidentParts.js';
import { isAhead } from './incidentWords.js';

/** A postmortem as customers read it. */
export function IncidentPage({ history, incident }: { history: PublicHistory; incident: PublicIncident }) {
  const { retracted } = incident;
  return (
    <article>
      <IncidentHead incident={incident} />
      {retracted === undefined ? (
        <IncidentReport history={history} incident={incident} />
      ) : (
        <section class="notice" aria-labelledby="retracted">
          <h2 id="retracted">This report was retracted</h2>
          <p class="meta">
            <span>
              On <DayTime day={retracted.date} />
            </span>
          </p>
          <InlineParagraph text={retracted.text} />
        </section>
      )}
      {incident.corrections.length > 0 && (
        <Section id="corrections" title="Corrections">
          <Corrections corrections={incident.corrections} />
        </Section>
      )}
      <IncidentFoot incident={incident} asOf={history.asOf} />
    </article>
  );
}

function IncidentHead({ incident }: { incident: PublicIncident }) {
  const { link } = usePage();
  const { started, year } = incident;
  const day = formatDayOf(started);
  return (
    <div class="page-head">
      <p class="margin-note">
        {year !== undefined && day !== undefined ? (
          <Time when={started} text={started.about ? `About ${day}` : day} />
        ) : (
          <a href={link(yearAddress(undefined))}>Date unknown</a>
        )}
      </p>
      <h1 dir="auto">{incident.title}</h1>
    </div>
  );
}

function IncidentReport({ history, incident }: { history: PublicHistory; incident: PublicIncident }) {
  const context = usePage();
  const { summary, impact, timeline, causes, provider, remediation, numbers, detection, updates, questions, related, body } = incident;
  const sections = renderBody(body, context, 3);
  return (
    <>
      <IncidentFacts history={history} incident={incident} />
      {summary !== undefined && <InlineParagraph text={summary} class="lead" />}
      {incident.preliminary && <Preliminary history={history} incident={incident} />}
      {impact !== undefined && impact.length > 0 && <Impact incident={incident} impact={impact} />}
      {timeline !== undefined && timeline.length > 0 && (
        <Section id="what-happened" title="What happened" note={<ZoneNote incident={incident} />}>
          <Timeline entries={timeline} />
        </Section>
      )}
      {(hasAny(causes) || provider !== undefined) && (
        <Section id="why" title="Why it happened">
          {provider !== undefined && <Provider provider={provider} />}
          {hasAny(causes) && <Causes causes={causes} />}
        </Section>
      )}
      {remediation !== undefined && (
        <Section
          id="promised"
          title="What was promised"
          note={
            <>
              As of <IsoDayTime day={history.asOf} />
            </>
          }
        >
          <p class="meta">
            <span>{describeKept(remediation)}</span>
          </p>
          <CommitmentList commitments={remediation} />
        </Section>
      )}
      {hasAny(numbers) && (
        <Section id="numbers" title="In numbers">
          <Numbers numbers={numbers} />
        </Section>
      )}
      {detection !== undefined && hasValue(detection) && (
        <Section id="noticed" title="How it was noticed">
          <Detection detection={detection} />
        </Section>
      )}
      {hasAny(updates) && (
        <Section id="updates" title="What was said while it went on" note={<ZoneNote incident={incident} />}>
          <Updates updates={updates} />
        </Section>
      )}
      {sections !== '' && (
        <Section id="report" title="The report">
          <div class="prose" dir="auto" dangerouslySetInnerHTML={{ __html: sections }} />
        </Section>
      )}
      {hasAny(questions) && (
        <Section id="questions" title="Questions and answers">
          <Questions questions={questions} />
        </Section>
      )}
      {hasAny(related) && (
        <Section id="related" title="Related incidents">
          <Related related={related} />
        </Section>
      )}
    </>
  );
}

/** A part of the report under its heading; `note` stands in the margin beside the heading. */
function Section(props: { id: string; title: string; note?: ComponentChildren; children: ComponentChildren }) {
  const { id, title, note, children } = props;
  return (
    <section class="part" aria-labelledby={id}>
      <div class="part-head">
        <h2 id={id}>{title}</h2>
        {note !== undefined && <p class="margin-note">{note}</p>}
      </div>
      {children}
    </section>
  );
}

function Impact({ incident, impact }: { incident: PublicIncident; impact: NonNullable<PublicIncident['impact']> }) {
  const windows = impact.map(({ service, ...rest }) => ({ ...rest, service: service.name }));
  return (
    <Section id="impact" title="Impact by service" note={<ZoneNote incident={incident} />}>
      <ImpactWindows windows={windows} detected={incident.detection?.detected} zone={incident.zone} />
      <ImpactTable impact={impact} caption="Impact by service" />
    </Section>
  );
}

/** Whose clock the times are read off. */
function ZoneNote({ incident: { zone, started } }: { incident: PublicIncident }) {
  if (started.axis === 'days') return <>Nobody wrote down the date; days are counted from the first</>;
  return <>In {describeZone(zone, started.anchor)}</>;
}

function Preliminary({ history, incident }: { history: PublicHistory; incident: PublicIncident }) {
  if (isAhead(incident, history.asOf)) return null;
  const text = incident.ongoing
    ? 'This still goes on. What is known so far stands here; a report on why it happened and what will change will follow.'
    : 'This is what is known so far. A report on what happened, why, and what will change will follow.';
  return <p class="preliminary">{text}</p>;
}

function IncidentFoot({ incident, asOf }: { incident: PublicIncident; asOf: string }) {
  return (
    <footer class="incident-foot">
      {incident.signed !== undefined && (
        <p class="signed" dir="auto">
          {incident.signed}
        </p>
      )}
      <p class="quiet">
        Published <DayTime day={incident.since} />, shown as of <IsoDayTime day={asOf} />
      </p>
    </footer>
  );
}

function hasAny<T>(list: T[] | undefined): list is T[] {
  return list !== undefined && list.length > 0;
}

function hasValue({ detected, by, note }: NonNullable<PublicIncident['detection']>): boolean {
  return detected !== undefined || by !== undefined || note !== undefined;
}
