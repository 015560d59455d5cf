import type { PeriodFigures, ServiceFigures } from '../../audience/figures/periodFigures.js';
import type { PublicHistory, PublicIncident } from '../../audience/publicHistory.js';
import { formatIsoDay } from '../../time/day.js';
import type { Opening } from '../wording/english/report.js';
import type { Wording } from '../wording/wording.js';
import { describeDowntime, describeMonth } from './figureWords.js';
import { findFigures } from './siteFigures.js';

/** What a month or year is called: `March 2026`, `2026`. */
export function namePeriod(name: string, wording: Wording): string {
  return name.length === 4 ? name : describeMonth(name, wording);
}

/** The same behind a verb: `in March 2026`. */
function tellWhen(name: string, { time }: Wording): string {
  return name.length === 4
    ? time.inYear(name)
    : time.inMonth(time.month(Number(name.slice(5, 7)), Number(name.slice(0, 4))));
}

/** The incidents of a list that hurt: neither maintenance nor near misses. */
export function listHurt(incidents: readonly PublicIncident[]): PublicIncident[] {
  return incidents.filter(({ kind }) => kind === 'incident' || kind === 'security');
}

/** The incidents with some ids, in their order. */
export function findIncidents(ids: readonly string[], history: PublicHistory): PublicIncident[] {
  const { incidentOf } = findFigures(history);
  return ids.flatMap((id) => incidentOf.get(id) ?? []);
}

/** The incidents that had begun before and went on into it, in the order of the history; no maintenance. */
export function listCarried(
  { incidents, services }: PeriodFigures,
  history: PublicHistory,
): PublicIncident[] {
  const own = new Set(incidents);
  const touched = new Set(
    services.flatMap(({ availability }) =>
      availability === undefined
        ? []
        : [...availability.incidents, ...availability.uncounted, ...availability.aside],
    ),
  );
  return listHurt(history.incidents).filter(({ id }) => touched.has(id) && !own.has(id));
}

/** The services that lost time that counts, the one that lost the most first. */
export function listLosses(services: readonly ServiceFigures[]): ServiceFigures[] {
  const most = ({ availability }: ServiceFigures): number => availability?.weighted.max ?? 0;
  return services.filter((one) => most(one) > 0).toSorted((a, b) => most(b) - most(a));
}

/** What the opening sentences of a month or a year are made of. */
export function createOpening(figures: PeriodFigures, history: PublicHistory, wording: Wording): Opening {
  const { period, services, promised, done } = figures;
  const own = findIncidents(figures.incidents, history);
  const hurt = listHurt(own);
  const { totals } = history.site;
  const all = period.name.length === 4 ? findFigures(history).years : findFigures(history).months;
  const at = all.findIndex((one) => one.period.name === period.name);
  const before = period.name.length === 4 && totals ? all[at - 1] : undefined;
  const [worst, ...others] = listLosses(services);
  const asOf = formatIsoDay(history.asOf, wording.time);
  return {
    when: tellWhen(period.name, wording),
    name: namePeriod(period.name, wording),
    isYear: period.name.length === 4,
    until: period.running ? asOf : undefined,
    incidents: hurt.length,
    major: history.severities.some(({ major }) => major)
      ? hurt.filter(({ severity }) => severity?.major === true).length
      : undefined,
    maintenance: own.filter(({ kind }) => kind === 'maintenance').length,
    nearMisses: own.filter(({ kind }) => kind === 'near-miss').length,
    ongoing: hurt.filter(({ ongoing }) => ongoing).length,
    asOf,
    carried: listCarried(figures, history).length,
    addsUp: totals,
    loss:
      worst?.availability === undefined
        ? undefined
        : {
            service: worst.service.name,
            length: describeDowntime(worst.availability, wording),
            others: others.length,
          },
    isUncounted: services.some(({ availability }) => (availability?.uncounted.length ?? 0) > 0),
    promised: promised.length,
    done: done.length,
    isFirst: at === 0,
    before: before && {
      name: before.period.name,
      incidents: listHurt(findIncidents(before.incidents, history)).length,
    },
  };
}
