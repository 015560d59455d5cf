import { findShownService, isShownEntry } from '../../../judge/visibility.js';
import { formatDay } from '../../../time/day.js';
import { describeSpan } from '../../../time/describeSpan.js';
import { spanBetween } from '../../../time/span.js';
import { englishTime } from '../../../time/wording.js';
import type { Incident } from '../../../model/incident.js';
import type { Part } from '../../../validate/schema/field.js';
import { BlockText, InlineParagraph, InlineText } from '../../text.js';
import { NoValue } from '../dayText.js';
import { EntryTable, type Entry } from './entryTable.js';
import { createItemsPart } from './incidentItems.js';
import type { IncidentPart } from './incidentPart.js';
import { createRelatedPart } from './incidentRelated.js';
import { entryStanding, type Exposure, type Standing } from '../standing.js';
import type { Tracker } from '../tracker.js';
import { Time } from '../../component/time.js';

/** The parts of the front matter that customers can be shown, in the order of a report; parts in which nothing stands are left out. */
export function createParts(incident: Incident, exposure: Exposure, tracker: Tracker): IncidentPart[] {
  const make = (
    part: Part,
    heading: string,
    isThere: boolean,
    content: (standing: Standing) => IncidentPart['content'],
  ) => {
    const standing = exposure.part(part);
    return isThere ? [{ id: part, heading, standing, content: content(standing) }] : [];
  };
  return [
    ...make('summary', 'Summary', incident.summary !== undefined, (standing) => (
      <Summary incident={incident} standing={standing} />
    )),
    ...make('impact', 'Impact', incident.impact.length > 0, (standing) => (
      <EntryTable
        caption="Impact by service"
        columns={['Service', 'Level', 'From', 'To', 'Lasted', 'Affected', 'Note']}
        room={{ From: 'time', To: 'time', Affected: 'sentence', Note: 'sentence' }}
        entries={createImpactEntries(incident, standing, tracker)}
      />
    )),
    ...make('causes', 'Causes', incident.causes.length > 0, (standing) => (
      <EntryTable
        caption="Causes"
        columns={['Id', 'Kind', 'Category', 'Cause']}
        entries={createCauseEntries(incident, standing)}
      />
    )),
    ...make('timeline', 'Timeline', incident.timeline.length > 0, (standing) => (
      <EntryTable
        caption="Timeline"
        columns={['Time', 'Kind', 'What happened', 'Evidence']}
        room={{ Time: 'sentence', 'What happened': 'sentence' }}
        entries={createTimelineEntries(incident, standing)}
      />
    )),
    ...createItemsPart(incident, exposure.part('remediation'), tracker),
    ...make(
      'detection',
      'Detection',
      incident.detection !== undefined || incident.detected !== undefined,
      (standing) => <Detection incident={incident} standing={standing} />,
    ),
    ...make('numbers', 'Numbers', incident.numbers.length > 0, (standing) => (
      <EntryTable
        caption="Numbers"
        columns={['What was counted', 'Figure']}
        entries={createNumberEntries(incident, standing)}
      />
    )),
    ...make('provider', 'Provider', incident.provider !== undefined, () => <Provider incident={incident} />),
    ...make('updates', 'Said while it went on', incident.updates.length > 0, (standing) => (
      <EntryTable
        caption="Updates"
        columns={['Time', 'State', 'What was said']}
        entries={createUpdateEntries(incident, standing)}
      />
    )),
    ...make('questions', 'Questions and answers', incident.questions.length > 0, (standing) => (
      <EntryTable
        caption="Questions and answers"
        columns={['Date', 'Question', 'Answer']}
        room={{ Question: 'sentence', Answer: 'sentence' }}
        entries={createQuestionEntries(incident, standing)}
      />
    )),
    ...createRelatedPart(incident, exposure, tracker),
  ];
}

function Summary({ incident, standing }: { incident: Incident; standing: Standing }) {
  const words = incident.publication?.summary;
  return (
    <>
      {incident.summary !== undefined && <InlineParagraph text={incident.summary} class="summary" />}
      {words !== undefined && standing.is !== 'withheld' && (
        <>
          <p class="basis">Customers read instead:</p>
          <InlineParagraph text={words} class="summary" />
        </>
      )}
    </>
  );
}

function createImpactEntries(incident: Incident, standing: Standing, tracker: Tracker): Entry[] {
  const { services } = tracker.history.settings;
  return incident.impact.map((entry): Entry => {
    const shown = isShownEntry(entry) && findShownService(entry.service, tracker.history) !== undefined;
    const place = [entry.share, ...(entry.where ?? [])].filter((text) => text !== undefined).join(', ');
    return {
      cells: [
        services.find(({ id }) => id === entry.service)?.name ?? entry.service,
        entry.level,
        <Time when={entry.from} />,
        entry.to === undefined ? <NoValue /> : <Time when={entry.to} />,
        entry.lasted ? (
          describeSpan(entry.lasted.span, englishTime)
        ) : entry.to ? (
          describeSpan(spanBetween(entry.from, entry.to), englishTime)
        ) : (
          <NoValue />
        ),
        entry.affected === undefined && place === '' ? (
          <NoValue />
        ) : (
          <>
            {entry.affected !== undefined && <InlineText text={entry.affected} />}{' '}
            {place !== '' && `(${place})`}
          </>
        ),
        entry.note === undefined ? <NoValue /> : <InlineText text={entry.note} />,
      ],
      standing: entryStanding(standing, !shown),
      instead: entry.public,
    };
  });
}

function createCauseEntries(incident: Incident, standing: Standing): Entry[] {
  return incident.causes.map((cause): Entry => ({
    // An item may have the same id.
    id: `cause-${cause.id}`,
    cells: [cause.id, cause.kind, cause.category ?? <NoValue />, <InlineText text={cause.text} />],
    standing: entryStanding(standing, !isShownEntry(cause)),
    instead: cause.public,
  }));
}

function createTimelineEntries(incident: Incident, standing: Standing): Entry[] {
  return incident.timeline.map((entry): Entry => ({
    cells: [
      <>
        {entry.at ? <Time when={entry.at} /> : <span class="muted">between</span>}
        {entry.until && (
          <>
            {' until '}
            <Time when={entry.until} />
          </>
        )}
      </>,
      entry.channel === undefined ? entry.kind : `${entry.kind} (${entry.channel})`,
      <InlineText text={entry.text} />,
      entry.evidence?.length ? <Evidence urls={entry.evidence} /> : <NoValue />,
    ],
    standing: entryStanding(standing, !isShownEntry(entry)),
    instead: entry.public,
  }));
}

function Evidence({ urls }: { urls: readonly string[] }) {
  return (
    <>
      {urls.map((url, index) => (
        <span key={url}>
          {index > 0 && ', '}
          <a href={url}>{URL.canParse(url) ? new URL(url).host || url : url}</a>
        </span>
      ))}
    </>
  );
}

function Detection({ incident, standing }: { incident: Incident; standing: Standing }) {
  const { detected, detection, started } = incident;
  // Where it may have been noticed at once, how long it took is no figure.
  const delay = detected && spanBetween(started, detected);
  return (
    <>
      <dl class="fact-list">
        {detected && (
          <div>
            <dt>Detected</dt>
            <dd>
              <Time when={detected} />
              {(delay?.min ?? 0) > 0 &&
                delay !== undefined &&
                `, ${describeSpan(delay, englishTime)} after it began`}
            </dd>
          </div>
        )}
        {detection?.by !== undefined && (
          <div>
            <dt>By</dt>
            <dd>{detection.by}</dd>
          </div>
        )}
      </dl>
      {detection?.note !== undefined && (
        <EntryTable
          caption="Note on the detection"
          columns={['Note']}
          entries={[
            {
              cells: [<InlineText text={detection.note} />],
              standing: entryStanding(standing, !isShownEntry(detection)),
              instead: detection.public,
            },
          ]}
        />
      )}
    </>
  );
}

function createNumberEntries(incident: Incident, standing: Standing): Entry[] {
  return incident.numbers.map((entry): Entry => ({
    cells: [entry.label, entry.value],
    standing: entryStanding(standing, !isShownEntry(entry)),
    instead: entry.public,
  }));
}

function Provider({ incident: { provider } }: { incident: Incident }) {
  if (!provider) return null;
  return <p>{provider.url === undefined ? provider.name : <a href={provider.url}>{provider.name}</a>}</p>;
}

function createUpdateEntries(incident: Incident, standing: Standing): Entry[] {
  return incident.updates.map((update): Entry => ({
    cells: [<Time when={update.at} />, update.state, <InlineText text={update.text} />],
    standing: entryStanding(standing, !isShownEntry(update)),
    instead: update.public,
  }));
}

function createQuestionEntries(incident: Incident, standing: Standing): Entry[] {
  return incident.questions.map((entry, index): Entry => ({
    cells: [
      entry.date ? formatDay(entry.date, englishTime) : <NoValue />,
      entry.question === undefined ? <NoValue /> : <InlineText text={entry.question} />,
      entry.answer === undefined ? (
        <NoValue />
      ) : (
        <BlockText text={entry.answer} setting={{ top: 3, prefix: `answer-${index + 1}-` }} />
      ),
    ],
    standing: entryStanding(standing, !isShownEntry(entry)),
    instead: entry.public,
  }));
}
