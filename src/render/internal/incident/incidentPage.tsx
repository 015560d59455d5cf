import type { Incident } from '../../../model/incident.js';
import { formatDay } from '../../../time/day.js';
import { englishTime } from '../../../time/wording.js';
import { InlineText } from '../../text.js';
import { EntryTable } from './entryTable.js';
import { IncidentBody } from './incidentBody.js';
import { IncidentFacts } from './incidentFacts.js';
import { PartSection, type IncidentPart } from './incidentPart.js';
import { createParts } from './incidentParts.js';
import { SeverityDot } from '../mark.js';
import { groupByRule } from '../owed.js';
import { OwedTable } from '../monday/owedSection.js';
import type { Exposure } from '../standing.js';
import { StandingMark } from '../standingMark.js';
import type { Tracker } from '../tracker.js';
import { WaiverTable } from '../monday/waivedSection.js';
import { countOf } from '../count.js';

/** One incident in full, with what of it customers see. */
export function IncidentPage({ incident, tracker }: { incident: Incident; tracker: Tracker }) {
  const exposure = tracker.exposureOf(incident);
  const parts = [
    ...createParts(incident, exposure, tracker),
    ...createCorrections(incident, exposure),
    createBody(incident, exposure, tracker),
    ...createOwed(incident, tracker),
    ...createWaived(incident, tracker),
  ];
  return (
    <article class="incident">
      <header>
        <p class="kicker">
          <SeverityDot incident={incident} severities={tracker.history.settings.severities} />{' '}
          {incident.severity?.label ?? 'No severity yet'}
        </p>
        <h1 dir="auto">{incident.title}</h1>
        <Publication incident={incident} exposure={exposure} />
      </header>
      <div class="incident-columns">
        <div class="incident-side">
          <IncidentFacts incident={incident} tracker={tracker} />
          <Contents parts={parts} />
        </div>
        <div class="incident-main">
          {parts.map((part) => (
            <PartSection key={part.id} part={part} />
          ))}
        </div>
      </div>
    </article>
  );
}

/** Who sees the incident, in sentences. */
function Publication({ incident, exposure }: { incident: Incident; exposure: Exposure }) {
  const { publication, status } = incident;
  if (exposure.incident.is === 'internal' || !publication?.since) {
    return (
      <p class="publication">
        <strong>Internal.</strong> Nobody outside sees anything of this incident: its file has no{' '}
        <code>public</code> block.
      </p>
    );
  }
  const since = formatDay(publication.since, englishTime);
  const { retracted } = publication;
  return (
    <>
      <p class="publication">
        <StandingMark standing={exposure.incident} />{' '}
        {exposure.incident.is === 'public'
          ? `Customers see it since ${since}.`
          : `Customers will see it from ${since} on.`}{' '}
        {status === 'draft' &&
          !retracted &&
          'While it is a draft they see its live parts only, and that a report will follow. '}
        {publication.title !== undefined && publication.title !== incident.title && (
          <>
            They read the title <q>{publication.title}</q>.
          </>
        )}
      </p>
      {retracted && (
        <p class="publication">
          <strong>Retracted on {formatDay(retracted.date, englishTime)}.</strong> Customers see its title, its
          times and this reason alone: <InlineText text={retracted.text} />
        </p>
      )}
    </>
  );
}

/** The parts of the page, each with who sees it: at a glance, what is public. */
function Contents({ parts }: { parts: readonly IncidentPart[] }) {
  return (
    <nav class="contents" aria-label="On this page">
      <ul>
        {parts.map(({ id, heading, standing }) => (
          <li key={id}>
            <a href={`#${id}`}>{heading}</a> {standing && <StandingMark standing={standing} />}
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Corrections are shown whenever the incident is. */
function createCorrections(incident: Incident, exposure: Exposure): IncidentPart[] {
  if (incident.corrections.length === 0) return [];
  const content = (
    <EntryTable
      caption="Corrections"
      columns={['Date', 'What was changed']}
      entries={incident.corrections.map(({ date, text }) => ({
        cells: [formatDay(date, englishTime), <InlineText text={text} />],
        standing: exposure.incident,
      }))}
    />
  );
  return [{ id: 'corrections', heading: 'Corrections', standing: exposure.incident, content }];
}

function createBody(incident: Incident, exposure: Exposure, tracker: Tracker): IncidentPart {
  const document = tracker.documents.get(incident.id);
  return {
    id: 'body',
    heading: 'Postmortem',
    standing: undefined,
    content: (
      <IncidentBody incident={incident} document={document} exposure={exposure} pictures={tracker.pictures} />
    ),
  };
}

function createOwed(incident: Incident, tracker: Tracker): IncidentPart[] {
  const owed = tracker.owedOf(incident);
  const content =
    owed.length === 0 ? (
      <p class="none">
        Nothing. What <code>afterword check</code> finds in this file and what stops no build stands here.
      </p>
    ) : (
      <OwedTable
        caption={`What is owed here: ${countOf(owed.length, 'finding')}`}
        groups={groupByRule(owed)}
      />
    );
  return [{ id: 'owed', heading: 'Owed', standing: undefined, content }];
}

function createWaived(incident: Incident, tracker: Tracker): IncidentPart[] {
  const waivers = tracker.waivers.filter((waiver) => waiver.incident === incident);
  if (waivers.length === 0) return [];
  const content = (
    <WaiverTable caption="Rules set aside in this file" waivers={waivers} tracker={tracker} ofOneIncident />
  );
  return [{ id: 'waived', heading: 'Waived', standing: undefined, content }];
}
