import type { PublicHistory, PublicIncident } from '../../audience/publicHistory.js';
import { formatClock, formatDayOf } from '../../time/formatWhen.js';
import { describeSpan } from '../../time/describeSpan.js';
import { isUnknownSpan } from '../../time/span.js';
import { isUnknown, type When } from '../../time/when.js';
import { describeZone } from '../../time/zone.js';
import { capitalize, countOf } from '../words.js';
import { describeKept } from '../component/commitmentWords.js';
import { levelMeanings, levelWords } from '../component/impactWords.js';
import { SeverityMark } from '../component/severityMark.js';
import { Time } from '../component/time.js';
import { FactStrip, type Fact } from './factStrip.js';
import { describeServices, groupsOf, heaviestLevel, isAhead, kindWords, servicesOf } from './incidentWords.js';

/** The four facts that a customer came for: what, for whom, how long, and where the fixes stand. */
export function IncidentFacts({ history, incident }: { history: PublicHistory; incident: PublicIncident }) {
  return (
    <FactStrip facts={[whatFact(incident), whomFact(incident), lengthFact(history, incident), fixesFact(incident)]} />
  );
}

function whatFact(incident: PublicIncident): Fact {
  const level = heaviestLevel(incident);
  const kind = incident.kind === 'incident' ? undefined : kindWords[incident.kind];
  const value = level === undefined || kind !== undefined ? (kind ?? 'Incident') : levelWords[level];
  const meaning = level === undefined ? undefined : kind === undefined ? levelMeanings[level] : levelWords[level].toLowerCase();
  return {
    label: 'What',
    value,
    note: (
      <>
        {meaning !== undefined && <span>{capitalize(meaning)}</span>}
        {incident.severity !== undefined && <SeverityMark severity={incident.severity} />}
      </>
    ),
  };
}

function whomFact(incident: PublicIncident): Fact {
  const services = servicesOf(incident);
  const groups = groupsOf(incident);
  if (services.length === 0) return { label: 'For whom', value: incident.impact === undefined ? 'Not told' : 'No service of ours' };
  const several = services.length > 2;
  return {
    label: 'For whom',
    value: <bdi>{several ? `${countOf(services.length, 'service')}${groups.length === 1 ? ` of ${groups[0]}` : ''}` : describeServices(services)}</bdi>,
    note: several ? <bdi>{describeServices(services, 4)}</bdi> : <bdi>{groups.join(', ')}</bdi>,
  };
}

function lengthFact(history: PublicHistory, incident: PublicIncident): Fact {
  const label = 'How long';
  const { started, mitigated, resolved, duration, zone, scheduled } = incident;
  const place = started.axis === 'calendar' ? `, ${describeZone(zone, started.anchor)}` : '';
  if (isAhead(incident, history.asOf) && scheduled !== undefined) {
    return { label: 'When', value: <Time when={scheduled.from} />, note: `Planned${place}` };
  }
  if (incident.ongoing && mitigated === undefined) {
    const note = (
      <>
        Since <Time when={started} />
        {place}
      </>
    );
    return { label, value: <span class="late">Still going on</span>, note };
  }
  const end = mitigated ?? resolved;
  const value = duration === undefined || isUnknownSpan(duration) ? 'Not known' : capitalize(describeSpan(duration));
  const note = (
    <>
      <Time when={started} />
      {end !== undefined && !isUnknown(end) && (
        <>
          {' '}
          to <Time when={end} text={shortEnd(started, end)} />
        </>
      )}
      {place}
    </>
  );
  return { label, value, note };
}

/** The clock alone where it ended on the day it began. */
function shortEnd(start: When, end: When): string | undefined {
  return formatDayOf(start) === formatDayOf(end) && formatClock(start) !== undefined ? formatClock(end) : undefined;
}

function fixesFact({ remediation, preliminary }: PublicIncident): Fact {
  const label = 'Where the fixes stand';
  if (remediation === undefined) return { label, value: preliminary ? 'A report will follow' : 'Not told' };
  if (remediation.length === 0) return { label, value: 'Nothing was promised' };
  const [first = '', ...rest] = describeKept(remediation).split('; ');
  const undatedOpen = remediation.filter(({ state, due }) => due === undefined && (state === 'open' || state === 'in-progress' || state === 'blocked'));
  const notes = [...rest, ...(undatedOpen.length > 0 ? [`${undatedOpen.length} open without a date`] : [])];
  return { label, value: first, note: capitalize(notes.join('; ')) };
}
