import { measureStretch } from '../../audience/figures/availability.js';
import type { ServiceRecord } from '../../audience/figures/serviceRecord.js';
import { listPast } from '../../audience/figures/serviceRecord.js';
import { createStateOfDay } from '../../audience/figures/stateOfDay.js';
import type {
  PublicHistory,
  PublicImpact,
  PublicIncident,
  PublicService,
} from '../../audience/publicHistory.js';
import { formatIsoDay } from '../../time/day.js';
import { monthOf, partsOfDay, type IsoDay } from '../../time/isoDay.js';
import { usePage } from '../frame.js';
import { incidentAddress } from '../link.js';
import { capitalize } from '../words.js';
import type { Wording } from '../wording/wording.js';
import { splitKept } from '../component/commitmentWords.js';
import { Time } from '../component/time.js';
import { describeDays } from '../component/whenWords.js';
import { formatEnd } from '../../time/formatWhen.js';
import type { Fact } from './factStrip.js';
import { describeAvailability, describeDowntime } from './figureWords.js';
import { AuthorWords } from '../text.js';

/** How many months a service's page looks back: a year, of which the month of asOf is the last. */
const monthsBack = 12;

/** The first day of the last twelve months. */
export function firstOfMonths(asOf: IsoDay): IsoDay {
  const { year, month } = partsOfDay(asOf);
  return monthOf(year, month, 1 - monthsBack).first;
}

/** The incidents that affected a service, newest first. One whose impact is not shown counts for none. */
export function incidentsOf(history: PublicHistory, service: PublicService): PublicIncident[] {
  return history.incidents.filter(({ impact }) => impact?.some((one) => one.service.id === service.id));
}

/** What still affected a service at the end of asOf: the incident, and the impacts that had not ended. The worst incident first. */
export function findOpenImpacts(
  history: PublicHistory,
  service: string,
): { incident: PublicIncident; impacts: PublicImpact[] }[] {
  const { ongoing, maintenance } = createStateOfDay(history);
  return [...ongoing, ...maintenance.underWay].flatMap((incident) => {
    const impacts = (incident.impact ?? []).filter(
      (one) => one.service.id === service && one.to === undefined && one.lasted === undefined,
    );
    return impacts.length === 0 ? [] : [{ incident, impacts }];
  });
}

/** What an impact is called where it says how a service stood. */
export function nameState(
  incident: PublicIncident,
  impacts: readonly PublicImpact[],
  { service }: Wording,
): string {
  if (incident.kind === 'maintenance') return service.maintenance;
  const levels = new Set(impacts.map(({ level }) => level));
  const worst = (['outage', 'partial', 'degraded'] as const).find((level) => levels.has(level));
  return service.affected[worst ?? 'other'];
}

/** What a service's page answers first: how it stood, how it fared in twelve months, when it was last hit, what was promised. */
export function listFacts(
  history: PublicHistory,
  record: ServiceRecord,
  incidents: readonly PublicIncident[],
  wording: Wording,
): Fact[] {
  return [
    stateFact(history, record.service.id, wording),
    availabilityFact(history, record, wording),
    incidentsFact(history, incidents, wording),
    ...promisesFact(incidents, wording),
  ];
}

function stateFact(history: PublicHistory, id: string, wording: Wording): Fact {
  const { service } = wording;
  const label = service.onDay(formatIsoDay(history.asOf, wording.time));
  const [open, ...others] = findOpenImpacts(history, id);
  if (open === undefined) return { label, value: service.nothing, notes: [service.nothingNote] };
  const [{ from }] = open.impacts as [PublicImpact];
  return {
    label,
    value: nameState(open.incident, open.impacts, wording),
    notes: [
      <Time when={from} text={service.since(formatEnd(from, wording.time))} />,
      ...[open, ...others].map(({ incident }) => <IncidentLink incident={incident} />),
    ],
  };
}

function IncidentLink({ incident }: { incident: PublicIncident }) {
  const { link } = usePage();
  return (
    <a href={link(incidentAddress(incident.id))}>
      <AuthorWords>{incident.title}</AuthorWords>
    </a>
  );
}

function availabilityFact(history: PublicHistory, record: ServiceRecord, wording: Wording): Fact {
  const { service } = wording;
  const first = firstOfMonths(history.asOf);
  const figures = measureStretch(record, first, history.asOf, history);
  if (figures === undefined) return { label: service.lastMonths, value: service.noFigure };
  const { since = first } = record;
  const isNone = figures.weighted.max === 0 && figures.uncounted.length === 0;
  return {
    label: since > first ? service.sinceDay(formatIsoDay(since, wording.time)) : service.lastMonths,
    value: service.available(describeAvailability(figures, wording)),
    notes: [isNone ? service.noDowntime : service.downtimeOf(describeDowntime(figures, wording))],
  };
}

function incidentsFact(history: PublicHistory, incidents: readonly PublicIncident[], wording: Wording): Fact {
  const { service } = wording;
  const told = new Set(listPast(history));
  const past = incidents.filter((incident) => told.has(incident));
  const [latest] = past;
  const day = latest && describeDays(latest.started, wording.time);
  const note =
    latest === undefined || latest.ongoing
      ? latest && service.latestGoesOn
      : day && <Time when={latest.started} text={service.latest(day)} />;
  return { label: service.published, value: wording.figure.number(past.length), notes: [note] };
}

function promisesFact(incidents: readonly PublicIncident[], wording: Wording): Fact[] {
  const commitments = incidents.flatMap(({ remediation }) => remediation ?? []);
  if (commitments.length === 0) return [];
  const { kept, rest } = splitKept(commitments, wording);
  return [{ label: wording.service.promised, value: kept, notes: [capitalize(rest)] }];
}
