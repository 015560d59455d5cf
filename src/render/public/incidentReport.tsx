import { isAhead } from '../../audience/ahead.js';
import type { ComponentChildren } from 'preact';
import type { PublicHistory, PublicIncident } from '../../audience/publicHistory.js';
import { formatIsoDay } from '../../time/day.js';
import { isUnknown, type When } from '../../time/when.js';
import { type PageContext, usePage } from '../frame.js';
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
import { Causes, Corrections, Numbers, Provider, Questions } from './incidentParts.js';
import { Contents, Opening } from './incidentOpening.js';
import { impactOf } from './incidentWords.js';
import { Part } from './part.js';
import { Phases } from './phases.js';
import { Related } from './related.js';
import { ZoneName, ZoneSwitch } from './zoneName.js';

/** A part of the page before it is rendered: below its own heading, with what stands in the margin beside that. */
interface ReportPart {
  id: string;
  title: string;
  note?: ComponentChildren;
  content: ComponentChildren;
}

/** From so many parts on it helps to see at the beginning what there is. */
const MANY_PARTS = 4;

/** What the report says, in the order in which a customer asks. Parts that are not shown leave no trace. */
export function IncidentReport({ history, incident }: { history: PublicHistory; incident: PublicIncident }) {
  const context = usePage();
  const parts = listParts(history, incident, context);
  return (
    <>
      <IncidentFacts history={history} incident={incident} />
      <ZoneSwitch incident={incident} />
      <Opening history={history} incident={incident}>
        {parts.length >= MANY_PARTS && <Contents parts={parts} />}
      </Opening>
      {parts.map(({ id, title, note, content }) => (
        <Part key={id} id={id} title={title} note={note}>
          {content}
        </Part>
      ))}
    </>
  );
}

/**
 * The parts in their order: what was hit and how much, what happened, why, what was promised; then the report in its author's words, what
 * was said while it went on, and what came after. While it goes on, what was said last is what readers came for.
 */
function listParts(history: PublicHistory, incident: PublicIncident, context: PageContext): ReportPart[] {
  const said = updatesPart(incident, context);
  const parts = [
    incident.ongoing ? said : undefined,
    impactPart(history, incident, context),
    coursePart(incident, context),
    causesPart(incident, context),
    promisesPart(history, incident, context),
    reportPart(incident, context),
    incident.ongoing ? undefined : said,
    questionsPart(incident, context),
    correctionsPart(incident, context),
    relatedPart(history, incident, context),
  ];
  return parts.filter((part) => part !== undefined);
}

type PartOf = (incident: PublicIncident, context: PageContext) => ReportPart | undefined;

const impactPart = (
  history: PublicHistory,
  incident: PublicIncident,
  { wording }: PageContext,
): ReportPart | undefined => {
  const { numbers } = incident;
  const words = wording.impact;
  if (!hasAny(incident.impact))
    return hasAny(numbers)
      ? { id: 'numbers', title: words.numbers, content: <Numbers numbers={numbers} /> }
      : undefined;
  const impact = impactOf(incident);
  const ahead = isAhead(incident);
  const title = ahead ? words.titleAhead : words.title;
  const windows = impact.map(({ service, ...rest }) => ({ ...rest, service: service.name }));
  return {
    id: 'impact',
    title,
    note: zoneNote(
      incident,
      impact.flatMap(({ from, to }) => [from, to]),
      wording.incident,
    ),
    content: (
      <>
        <ImpactWindows
          windows={windows}
          detected={incident.detection?.detected}
          zone={incident.zone}
          ahead={ahead}
        />
        <ImpactTable impact={impact} caption={title} ahead={ahead} />
        {hasAny(numbers) && (
          <>
            <h3 class="numbers-title" id="numbers">
              {words.numbers}
            </h3>
            <Numbers numbers={numbers} />
          </>
        )}
      </>
    ),
  };
};

/** What happened: its four moments, who noticed it, and everything in between. */
const coursePart: PartOf = (incident, { wording }) => {
  const { timeline, detection } = incident;
  const hasDetection =
    detection !== undefined &&
    [detection.detected, detection.by, detection.note].some((one) => one !== undefined);
  if (!hasAny(timeline) && !hasDetection) return undefined;
  const words = wording.incident;
  const times = [
    incident.started,
    detection?.detected,
    incident.mitigated,
    incident.resolved,
    ...(timeline ?? []).flatMap(({ at, until }) => [at, until]),
  ];
  return {
    id: 'what-happened',
    title: hasAny(timeline) ? words.whatHappened : words.howNoticed,
    note: zoneNote(incident, times, words),
    content: (
      <>
        <Phases incident={incident} />
        {detection?.note !== undefined && <InlineParagraph text={detection.note} />}
        {hasAny(timeline) && <Timeline entries={timeline} />}
      </>
    ),
  };
};

const causesPart: PartOf = ({ causes, provider }, { wording }) =>
  hasAny(causes) || provider !== undefined
    ? {
        id: 'why',
        title: wording.incident.why,
        content: (
          <>
            {provider !== undefined && <Provider provider={provider} />}
            {hasAny(causes) && <Causes causes={causes} />}
          </>
        ),
      }
    : undefined;

const promisesPart = (
  { asOf, commitments }: PublicHistory,
  { remediation, lastTold }: PublicIncident,
  { wording }: PageContext,
): ReportPart | undefined =>
  remediation === undefined
    ? undefined
    : {
        id: 'promised',
        title: wording.incident.promised,
        // As of when the states of the promises are known.
        note:
          lastTold === undefined ? (
            <IsoDayTime day={asOf} text={wording.incident.asOf(formatIsoDay(asOf, wording.time))} />
          ) : (
            capitalize(describeTold(lastTold, wording))
          ),
        content: (
          <>
            <Meta facts={[describeKept(remediation, wording)]} />
            <CommitmentList commitments={remediation} known={commitments} />
          </>
        ),
      };

const reportPart: PartOf = ({ body }, context) => {
  const sections = renderBody(body, context, 3);
  if (sections === '') return undefined;
  return {
    id: 'report',
    title: context.wording.incident.report,
    content: <div class="prose" {...context.author} dangerouslySetInnerHTML={{ __html: sections }} />,
  };
};

const updatesPart: PartOf = (incident, { wording: { incident: words } }) => {
  const { updates } = incident;
  if (!hasAny(updates)) return undefined;
  return {
    id: 'updates',
    title: titleUpdates(incident, words),
    note: zoneNote(
      incident,
      updates.map(({ at }) => at),
      words,
    ),
    content: (
      <Timeline
        entries={updates.map(({ at, state, text }) => ({ at, until: undefined, kind: state, text }))}
      />
    ),
  };
};

/** What the words that were said in its course are called, by whether it still goes on, or was planned. */
export function titleUpdates(
  { ongoing, scheduled }: PublicIncident,
  words: PageContext['wording']['incident'],
): string {
  if (ongoing) return words.saidSoFar;
  return scheduled === undefined ? words.saidWhileItWentOn : words.said;
}

const questionsPart: PartOf = ({ questions }, { wording }) =>
  hasAny(questions)
    ? { id: 'questions', title: wording.incident.questions, content: <Questions questions={questions} /> }
    : undefined;

/** What was changed in the text after it was published. */
const correctionsPart: PartOf = ({ corrections }, { wording }) =>
  hasAny(corrections)
    ? {
        id: 'corrections',
        title: wording.incident.corrections,
        content: <Corrections corrections={corrections} />,
      }
    : undefined;

const relatedPart = (
  history: PublicHistory,
  incident: PublicIncident,
  { wording }: PageContext,
): ReportPart | undefined =>
  hasAny(incident.related)
    ? {
        id: 'related',
        title: wording.incident.related,
        content: <Related history={history} incident={incident} related={incident.related} />,
      }
    : undefined;

/** Whose clock the times of a part are read off; nothing where it shows no clock. */
function zoneNote(
  incident: PublicIncident,
  times: readonly (When | undefined)[],
  words: PageContext['wording']['incident'],
) {
  if (times.some((when) => when?.axis === 'days' && !isUnknown(when))) return words.countedDays;
  return showsClock(times) ? <ZoneName incident={incident} say={words.inZone} /> : undefined;
}

function hasAny<T>(list: T[] | undefined): list is T[] {
  return list !== undefined && list.length > 0;
}
