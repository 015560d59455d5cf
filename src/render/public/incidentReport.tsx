import type { PublicHistory, PublicIncident } from '../../audience/publicHistory.js';
import { isUnknown, type When } from '../../time/when.js';
import { describeZone } from '../../time/zone.js';
import { usePage } from '../frame.js';
import { capitalize } from '../words.js';
import { InlineParagraph, renderBody } from '../text.js';
import { CommitmentList } from '../component/commitmentList.js';
import { describeKept, describeTold } from '../component/commitmentWords.js';
import { ImpactTable } from '../component/impactTable.js';
import { ImpactWindows } from '../component/impactWindows.js';
import { Meta } from '../component/meta.js';
import { IsoDayTime } from '../component/time.js';
import { Timeline } from '../component/timeline.js';
import { showsClock } from '../component/whenWords.js';
import { IncidentFacts } from './incidentFacts.js';
import { Causes, Detection, Numbers, Provider, Questions, Related } from './incidentParts.js';
import { impactOf, isAhead } from './incidentWords.js';
import { Part } from './part.js';

/** What the report says, in the order in which a customer asks. Parts that are not shown leave no trace. */
export function IncidentReport({ history, incident }: { history: PublicHistory; incident: PublicIncident }) {
  const context = usePage();
  const {
    summary,
    impact,
    timeline,
    causes,
    provider,
    remediation,
    numbers,
    detection,
    updates,
    questions,
    related,
    body,
  } = incident;
  const sections = renderBody(body, context, 3);
  // While it goes on, what was said last is what readers came for.
  const said = hasAny(updates) && (
    <Part
      id="updates"
      title={incident.scheduled === undefined ? 'What was said while it went on' : 'What was said'}
      note={noteZone(
        incident,
        updates.map(({ at }) => at),
      )}
    >
      <Timeline
        entries={updates.map(({ at, state, text }) => ({ at, until: undefined, kind: state, text }))}
      />
    </Part>
  );
  return (
    <>
      <IncidentFacts history={history} incident={incident} />
      {summary !== undefined && <InlineParagraph text={summary} class="lead" />}
      {incident.preliminary && <Preliminary history={history} incident={incident} />}
      {incident.ongoing && said}
      {hasAny(impact) && <Impact incident={incident} ahead={isAhead(incident, history.asOf)} />}
      {timeline !== undefined && timeline.length > 0 && (
        <Part
          id="what-happened"
          title="Timeline"
          note={noteZone(
            incident,
            timeline.flatMap(({ at, until }) => [at, until]),
          )}
        >
          <Timeline entries={timeline} />
        </Part>
      )}
      {(hasAny(causes) || provider !== undefined) && (
        <Part id="why" title="Why it happened">
          {provider !== undefined && <Provider provider={provider} />}
          {hasAny(causes) && <Causes causes={causes} />}
        </Part>
      )}
      {remediation !== undefined && (
        <Part
          id="promised"
          title="What was promised"
          note={<PromisesNote lastTold={incident.lastTold} asOf={history.asOf} />}
        >
          <Meta facts={[describeKept(remediation)]} />
          <CommitmentList commitments={remediation} known={history.commitments} />
        </Part>
      )}
      {hasAny(numbers) && (
        <Part id="numbers" title="In numbers">
          <Numbers numbers={numbers} />
        </Part>
      )}
      {detection !== undefined && hasValue(detection) && (
        <Part id="noticed" title="How it was noticed">
          <Detection detection={detection} />
        </Part>
      )}
      {!incident.ongoing && said}
      {sections !== '' && (
        <Part id="report" title="The report">
          <div class="prose" dir="auto" dangerouslySetInnerHTML={{ __html: sections }} />
        </Part>
      )}
      {hasAny(questions) && (
        <Part id="questions" title="Questions and answers">
          <Questions questions={questions} />
        </Part>
      )}
      {hasAny(related) && (
        <Part id="related" title="Related incidents">
          <Related related={related} />
        </Part>
      )}
    </>
  );
}

function Impact({ incident, ahead }: { incident: PublicIncident; ahead: boolean }) {
  const impact = impactOf(incident);
  const detected = incident.detection?.detected;
  const windows = impact.map(({ service, ...rest }) => ({ ...rest, service: service.name }));
  const title = ahead ? 'What to expect, by service' : 'Impact by service';
  const note = noteZone(
    incident,
    impact.flatMap(({ from, to }) => [from, to]),
  );
  return (
    <Part id="impact" title={title} note={note}>
      <ImpactWindows windows={windows} detected={detected} zone={incident.zone} ahead={ahead} />
      <ImpactTable impact={impact} caption={title} ahead={ahead} />
    </Part>
  );
}

/** As of when the states of the promises are known. */
function PromisesNote({ lastTold, asOf }: { lastTold: PublicIncident['lastTold']; asOf: string }) {
  if (lastTold !== undefined) return <>{capitalize(describeTold(lastTold))}</>;
  return (
    <>
      As of <IsoDayTime day={asOf} />
    </>
  );
}

/** Whose clock the times of a part are read off; nothing where it shows no clock. */
function noteZone({ zone, started }: PublicIncident, times: readonly (When | undefined)[]) {
  if (times.some((when) => when?.axis === 'days' && !isUnknown(when)))
    return 'The date is not known; days are counted from the first';
  return showsClock(times) ? `In ${describeZone(zone, started.anchor)}` : undefined;
}

function Preliminary({ history, incident }: { history: PublicHistory; incident: PublicIncident }) {
  if (isAhead(incident, history.asOf)) return null;
  const text = incident.ongoing
    ? 'This still goes on. What is known so far stands here; a report on why it happened and what will change will follow.'
    : 'This is what is known so far. A report on what happened, why, and what will change will follow.';
  return <p class="preliminary">{text}</p>;
}

function hasAny<T>(list: T[] | undefined): list is T[] {
  return list !== undefined && list.length > 0;
}

function hasValue({ detected, by, note }: NonNullable<PublicIncident['detection']>): boolean {
  return detected !== undefined || by !== undefined || note !== undefined;
}
