import { isAhead } from '../../audience/ahead.js';
import type { PublicHistory, PublicIncident } from '../../audience/publicHistory.js';
import { describeSpan } from '../../time/describeSpan.js';
import { formatEnd } from '../../time/formatWhen.js';
import { isUnknownSpan } from '../../time/span.js';
import { isUnknown, type When } from '../../time/when.js';
import { usePage } from '../frame.js';
import { InlineText } from '../text.js';
import { capitalize } from '../words.js';
import type { Wording } from '../wording/wording.js';
import { isOpenState, splitKept } from '../component/commitmentWords.js';
import { Period } from '../component/period.js';
import { endClock, Time } from '../component/time.js';
import { showsClock } from '../component/whenWords.js';
import { FactStrip, type Fact } from './factStrip.js';
import { SeverityLink } from './filterLink.js';
import { describeLevels, describeServices, findToldEnd, groupsOf, servicesOf } from './incidentWords.js';
import { ZoneName } from './zoneName.js';

/** The four facts that a customer came for: what, for whom, how long, and where the fixes stand. */
export function IncidentFacts({ history, incident }: { history: PublicHistory; incident: PublicIncident }) {
  const { wording } = usePage();
  const ahead = isAhead(incident);
  const facts = [
    whatFact(incident, ahead, wording),
    whomFact(incident, !history.site.totals, wording),
    ahead ? plannedFact(incident, wording) : lengthFact(incident, wording),
    // Nothing has gone wrong yet that a fix could follow.
    ahead && incident.remediation === undefined ? undefined : fixesFact(incident, wording),
  ];
  return (
    <>
      <FactStrip facts={facts.filter((fact) => fact !== undefined)} />
      <Schedule incident={incident} ahead={ahead} />
    </>
  );
}

function whatFact(incident: PublicIncident, ahead: boolean, wording: Wording): Fact {
  const { what: label, kinds, plannedKinds } = wording.incident;
  const degree = describeLevels(incident, undefined, wording);
  const severity = incident.severity && <SeverityLink severity={incident.severity} />;
  if (incident.kind !== 'incident') {
    const value = (ahead ? plannedKinds : kinds)[incident.kind];
    return { label, value, notes: [degree, severity] };
  }
  return {
    label,
    value: degree === '' ? kinds.incident : degree,
    notes: [describeMeaning(incident, wording), severity],
  };
}

/** What a degree means, said of one alone: several services may each have had another. */
function describeMeaning(incident: PublicIncident, { impact }: Wording): string {
  const [level, ...others] = new Set(incident.impact?.map((one) => one.level));
  if (level === undefined || others.length > 0) return '';
  const isOngoing = incident.ongoing && incident.mitigated === undefined;
  const isMany = servicesOf(incident).length > 1;
  const words = isOngoing
    ? impact[isMany ? 'meaningsOfSeveralOngoing' : 'meaningsOngoing']
    : impact[isMany ? 'meaningsOfSeveral' : 'meanings'];
  return capitalize(words[level]);
}

function whomFact(incident: PublicIncident, tellsGroups: boolean, wording: Wording): Fact {
  const words = wording.incident;
  const label = words.forWhom;
  const services = servicesOf(incident);
  if (services.length === 0)
    return { label, value: incident.impact === undefined ? words.notTold : words.noService };
  const groups = tellsGroups ? groupsOf(incident) : [];
  const [group, ...others] = groups;
  const isMany = services.length > 2;
  const value = !isMany
    ? describeServices(services, 3, wording)
    : group !== undefined && others.length === 0
      ? words.serviceCountOf(services.length, group)
      : words.serviceCount(services.length);
  // Of several services, those who are named for one would be taken for all.
  const affected =
    services.length > 1 ? undefined : incident.impact?.find((one) => one.affected !== undefined)?.affected;
  return {
    label,
    value: <bdi>{value}</bdi>,
    notes: isMany
      ? [<bdi>{describeServices(services, 4, wording)}</bdi>]
      : affected !== undefined
        ? [<InlineText text={affected} />]
        : groups.length > 0
          ? [<bdi>{words.groups(groups)}</bdi>]
          : [],
  };
}

/** Whether the zone has to be named beside times: where a clock is shown, whose. */
function needsZone(shown: readonly (When | undefined)[]): boolean {
  return shown.every((when) => when === undefined || when.axis === 'calendar') && showsClock(shown);
}

/** `, Dublin time, UTC` behind times that need it. */
function ZoneBehind({ incident, shown }: { incident: PublicIncident; shown: readonly (When | undefined)[] }) {
  const { wording } = usePage();
  return needsZone(shown) ? <ZoneName incident={incident} say={wording.incident.zoneBehind} /> : null;
}

function plannedFact(incident: PublicIncident, { incident: words, time }: Wording): Fact {
  const from = incident.scheduled?.from ?? incident.started;
  const to = incident.scheduled?.to;
  const note =
    to === undefined ? (
      needsZone([from]) && <ZoneName incident={incident} say={capitalize} />
    ) : (
      <>
        <Time when={to} text={words.to(endClock(from, to, time) ?? formatEnd(to, time))} />
        <ZoneBehind incident={incident} shown={[from, to]} />
      </>
    );
  return { label: words.when, value: <Time when={from} />, notes: note === false ? [] : [note] };
}

function lengthFact(incident: PublicIncident, { incident: words, time }: Wording): Fact {
  const label = words.howLong;
  const { started, mitigated, duration, ongoing } = incident;
  if (ongoing && mitigated === undefined) {
    const since = (
      <>
        <Time when={started} text={words.since(formatEnd(started, time))} />
        <ZoneBehind incident={incident} shown={[started]} />
      </>
    );
    return { label, value: <span class="late">{capitalize(words.stillGoingOn)}</span>, notes: [since] };
  }
  const end = findToldEnd(incident);
  const to = end === undefined || isUnknown(end) ? undefined : end;
  const value =
    duration === undefined || isUnknownSpan(duration)
      ? words.notKnown
      : capitalize(describeSpan(duration, time));
  const period = (
    <>
      <Period from={started} to={to} capital />
      <ZoneBehind incident={incident} shown={[started, to]} />
    </>
  );
  return { label, value, notes: [period] };
}

function fixesFact({ remediation, preliminary }: PublicIncident, wording: Wording): Fact {
  const { fixes: label, reportFollows, noPromise, openUndated } = wording.incident;
  if (remediation === undefined) return { label, value: preliminary ? reportFollows : noPromise };
  const { kept, rest } = splitKept(remediation, wording);
  const undatedOpen = remediation.filter(
    ({ state, due, lastTold }) => due === undefined && lastTold === undefined && isOpenState(state),
  );
  const notes = [
    ...(rest === '' ? [] : [rest]),
    ...(undatedOpen.length > 0 ? [openUndated(undatedOpen.length)] : []),
  ];
  return { label, value: kept, notes: [capitalize(notes.join('; '))] };
}

/** What was announced of work that was planned, beside what came of it. Of what is still ahead the strip says when. */
function Schedule({ incident, ahead }: { incident: PublicIncident; ahead: boolean }) {
  const { wording } = usePage();
  const { scheduled } = incident;
  if (scheduled === undefined) return null;
  const { from, to, announced } = scheduled;
  const isAnnounced = announced !== undefined && !isUnknown(announced);
  if (ahead && !isAnnounced) return null;
  return (
    <p class="planned">
      {!ahead && (
        <span>
          <span class="label">{wording.incident.planned}</span> <Period from={from} to={to} />
          <ZoneBehind incident={incident} shown={[from, to]} />
        </span>
      )}
      {isAnnounced && (
        <span>
          {!ahead && <span class="visually-hidden">, </span>}
          <span class="label">{wording.incident.announced}</span>{' '}
          <Time when={announced} text={formatEnd(announced, wording.time)} />
        </span>
      )}
    </p>
  );
}
