import type { PublicHistory, PublicIncident } from '../../audience/publicHistory.js';
import { describeSpan } from '../../time/describeSpan.js';
import { isUnknownSpan } from '../../time/span.js';
import { isUnknown, type When } from '../../time/when.js';
import { describeZone } from '../../time/zone.js';
import { InlineText } from '../text.js';
import { capitalize, countOf } from '../words.js';
import { isOpenState, splitKept } from '../component/commitmentWords.js';
import { levelMeanings } from '../component/impactWords.js';
import { Period } from '../component/period.js';
import { SeverityMark } from '../component/severityMark.js';
import { endClock, Time } from '../component/time.js';
import { describeEnd, showsClock } from '../component/whenWords.js';
import { FactStrip, type Fact } from './factStrip.js';
import {
  describeLevels,
  describeServices,
  findToldEnd,
  groupsOf,
  isAhead,
  kindWords,
  servicesOf,
} from './incidentWords.js';

/** The four facts that a customer came for: what, for whom, how long, and where the fixes stand. */
export function IncidentFacts({ history, incident }: { history: PublicHistory; incident: PublicIncident }) {
  const ahead = isAhead(incident, history.asOf);
  const facts = [
    whatFact(incident, ahead),
    whomFact(incident, !history.site.totals),
    ahead ? plannedFact(incident) : lengthFact(incident),
    // Nothing has gone wrong yet that a fix could follow.
    ahead && incident.remediation === undefined ? undefined : fixesFact(incident),
  ];
  return (
    <>
      <FactStrip facts={facts.filter((fact) => fact !== undefined)} />
      <Schedule incident={incident} />
    </>
  );
}

function whatFact(incident: PublicIncident, ahead: boolean): Fact {
  const levels = new Set(incident.impact?.map(({ level }) => level));
  const degree = describeLevels(incident);
  const severity = incident.severity && <SeverityMark severity={incident.severity} />;
  if (incident.kind !== 'incident') {
    const value = ahead ? `Planned ${kindWords[incident.kind].toLowerCase()}` : kindWords[incident.kind];
    return { label: 'What', value, notes: [degree, severity] };
  }
  // What a degree means is said of one alone: several services may each have had another.
  const [level] = levels.size === 1 ? levels : [];
  const meaning = level === undefined ? '' : capitalize(levelMeanings[level]);
  const theirs = servicesOf(incident).length > 1 ? meaning.replace(/\bit$/, 'them') : meaning;
  return { label: 'What', value: degree === '' ? 'Incident' : degree, notes: [theirs, severity] };
}

function whomFact(incident: PublicIncident, tellsGroups: boolean): Fact {
  const services = servicesOf(incident);
  if (services.length === 0)
    return { label: 'For whom', value: incident.impact === undefined ? 'Not told' : 'No service' };
  const groups = tellsGroups ? groupsOf(incident) : [];
  const isMany = services.length > 2;
  const whose = groups.length === 1 ? ` of ${groups[0]}` : '';
  const value = isMany ? `${countOf(services.length, 'service')}${whose}` : describeServices(services);
  // Of several services, those who are named for one would be taken for all.
  const affected =
    services.length > 1 ? undefined : incident.impact?.find((one) => one.affected !== undefined)?.affected;
  return {
    label: 'For whom',
    value: <bdi>{value}</bdi>,
    notes: isMany
      ? [<bdi>{describeServices(services, 4)}</bdi>]
      : affected !== undefined
        ? [<InlineText text={affected} />]
        : groups.length > 0
          ? [<bdi>{groups.join(', ')}</bdi>]
          : [],
  };
}

/** `, Dublin time, UTC`: where a clock is shown, whose. */
function placeOf({ zone, started }: PublicIncident, shown: readonly (When | undefined)[]): string {
  const isDated = shown.every((when) => when === undefined || when.axis === 'calendar');
  return isDated && showsClock(shown) ? `, ${describeZone(zone, started.anchor)}` : '';
}

function plannedFact(incident: PublicIncident): Fact {
  const from = incident.scheduled?.from ?? incident.started;
  const to = incident.scheduled?.to;
  const place = placeOf(incident, [from, to]);
  return {
    label: 'When',
    value: <Time when={from} />,
    notes: [
      to === undefined ? (
        capitalize(place.replace(/^, /, ''))
      ) : (
        <>
          To <Time when={to} text={endClock(from, to) ?? describeEnd(to)} />
          {place}
        </>
      ),
    ],
  };
}

function lengthFact(incident: PublicIncident): Fact {
  const label = 'How long';
  const { started, mitigated, duration, ongoing } = incident;
  if (ongoing && mitigated === undefined) {
    const since = (
      <>
        Since <Time when={started} text={describeEnd(started)} />
        {placeOf(incident, [started])}
      </>
    );
    return { label, value: <span class="late">Still going on</span>, notes: [since] };
  }
  const end = findToldEnd(incident);
  const to = end === undefined || isUnknown(end) ? undefined : end;
  const value =
    duration === undefined || isUnknownSpan(duration) ? 'Not known' : capitalize(describeSpan(duration));
  const period = (
    <>
      <Period from={started} to={to} capital />
      {placeOf(incident, [started, to])}
    </>
  );
  return { label, value, notes: [period] };
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
  return { label, value: kept, notes: [capitalize(notes.join('; '))] };
}

/** What was announced of work that was planned, beside what came of it. */
function Schedule({ incident }: { incident: PublicIncident }) {
  const { scheduled } = incident;
  if (scheduled === undefined) return null;
  const { from, to, announced } = scheduled;
  return (
    <p class="planned">
      Planned for <Period from={from} to={to} />
      {placeOf(incident, [from, to])}
      {announced !== undefined && !isUnknown(announced) && (
        <>
          ; announced <Time when={announced} text={describeEnd(announced)} />
        </>
      )}
    </p>
  );
}
