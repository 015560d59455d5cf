import type { PublicHistory, PublicIncident } from '../../audience/publicHistory.js';
import { describeSpan } from '../../time/describeSpan.js';
import { isUnknownSpan } from '../../time/span.js';
import { isUnknown } from '../../time/when.js';
import { describeZone } from '../../time/zone.js';
import { InlineText } from '../text.js';
import { capitalize, countOf } from '../words.js';
import { isOpenState, splitKept } from '../component/commitmentWords.js';
import { levelMeanings, levelWords } from '../component/impactWords.js';
import { SeverityMark } from '../component/severityMark.js';
import { endClock, Time } from '../component/time.js';
import { FactStrip, type Fact } from './factStrip.js';
import {
  describeServices,
  groupsOf,
  heaviestLevel,
  isAhead,
  kindWords,
  servicesOf,
} from './incidentWords.js';

/** The four facts that a customer came for: what, for whom, how long, and where the fixes stand. */
export function IncidentFacts({ history, incident }: { history: PublicHistory; incident: PublicIncident }) {
  return (
    <FactStrip
      facts={[
        whatFact(incident),
        whomFact(incident, !history.site.totals),
        lengthFact(history, incident),
        fixesFact(incident),
      ]}
    />
  );
}

function whatFact(incident: PublicIncident): Fact {
  const level = heaviestLevel(incident);
  const kind = incident.kind === 'incident' ? undefined : kindWords[incident.kind];
  const value = level === undefined || kind !== undefined ? (kind ?? 'Incident') : levelWords[level];
  const meaning =
    level === undefined
      ? undefined
      : kind === undefined
        ? levelMeanings[level]
        : levelWords[level].toLowerCase();
  return {
    label: 'What',
    value,
    note: (
      <>
        {meaning !== undefined && meaning !== '' && <span class="fact-line">{capitalize(meaning)}</span>}
        {incident.severity !== undefined && <SeverityMark severity={incident.severity} />}
      </>
    ),
  };
}

function whomFact(incident: PublicIncident, tellsGroups: boolean): Fact {
  const services = servicesOf(incident);
  if (services.length === 0)
    return { label: 'For whom', value: incident.impact === undefined ? 'Not told' : 'No service' };
  const groups = tellsGroups ? groupsOf(incident) : [];
  const isMany = services.length > 2;
  const whose = groups.length === 1 ? ` of ${groups[0]}` : '';
  const value = isMany ? `${countOf(services.length, 'service')}${whose}` : describeServices(services);
  const affected = incident.impact?.find((one) => one.affected !== undefined)?.affected;
  return {
    label: 'For whom',
    value: <bdi>{value}</bdi>,
    note: isMany ? (
      <bdi>{describeServices(services, 4)}</bdi>
    ) : affected !== undefined ? (
      <InlineText text={affected} />
    ) : (
      <bdi>{groups.join(', ')}</bdi>
    ),
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
  const value =
    duration === undefined || isUnknownSpan(duration) ? 'Not known' : capitalize(describeSpan(duration));
  const note = (
    <>
      <Time when={started} />
      {end !== undefined && !isUnknown(end) && (
        <>
          {' '}
          to <Time when={end} text={endClock(started, end)} />
        </>
      )}
      {place}
    </>
  );
  return { label, value, note };
}

function fixesFact({ remediation, preliminary }: PublicIncident): Fact {
  const label = 'Where the fixes stand';
  if (remediation === undefined) return { label, value: preliminary ? 'A report will follow' : 'Not told' };
  if (remediation.length === 0) return { label, value: 'Nothing was promised' };
  const { kept, rest } = splitKept(remediation);
  const undatedOpen = remediation.filter(
    ({ state, due, lastTold }) => due === undefined && lastTold === undefined && isOpenState(state),
  );
  const notes = [
    ...(rest === '' ? [] : [rest]),
    ...(undatedOpen.length > 0 ? [`${undatedOpen.length} open without a date`] : []),
  ];
  return { label, value: kept, note: capitalize(notes.join('; ')) };
}
