import type { PublicHistory, PublicIncident } from '../../audience/publicHistory.js';
import { usePage } from '../frame.js';
import { yearAddress } from '../link.js';
import type { Wording } from '../wording/wording.js';
import { listHappened } from './dimension.js';
import { IncidentList } from './incidentList.js';
import { YearColumns } from './yearColumns.js';

/** A year below this many incidents is a short list, and needs no drawing. */
const fewestDrawn = 3;

/** The incidents of a year: the drawing of its months and the list. */
export function YearSection(props: {
  history: PublicHistory;
  year: number | undefined;
  incidents: readonly PublicIncident[];
  /** Whether the drawing stands above the list, where there is enough to draw. */
  isDrawn?: boolean;
  /** No more than so many are listed, and the page of the year is named for the others. */
  most?: number;
}) {
  const { history, year, incidents, isDrawn = true, most = Infinity } = props;
  const { wording, link } = usePage();
  const words = wording.list;
  const id = `year-${year ?? 'undated'}`;
  const left = incidents.length - most;
  return (
    <section class="year" aria-labelledby={id}>
      <div class="year-head">
        <h2 id={id}>
          <YearLink year={year} />
        </h2>
        <p class="year-count">{countYear(incidents, wording)}</p>
      </div>
      {year === undefined && <p class="year-note">{words.undatedNote}</p>}
      {isDrawn && year !== undefined && incidents.length >= fewestDrawn && (
        <YearColumns incidents={incidents.filter(isTold)} year={year} zone={history.site.zone} />
      )}
      <IncidentList
        incidents={left > 0 ? incidents.slice(0, most) : incidents}
        level={3}
        tellsGroups={!history.site.totals}
      />
      {left > 0 && (
        <p class="year-more">
          <a href={link(yearAddress(year))}>{words.yearMore(left, year)}</a>
        </p>
      )}
    </section>
  );
}

function isTold({ retracted }: PublicIncident): boolean {
  return retracted === undefined;
}

/** What a retracted report told counts for none, here as in the strip above. */
export function countYear(incidents: readonly PublicIncident[], { list }: Wording): string {
  const told = incidents.filter(isTold).length;
  return list.yearCount(told, incidents.length - told);
}

export function YearLink({ year }: { year: number | undefined }) {
  const { wording, link } = usePage();
  return <a href={link(yearAddress(year))}>{year ?? wording.list.undated}</a>;
}

/**
 * The years that have incidents, newest first, those without a date last; each list keeps its order. What is only planned has not
 * happened, and is of no year yet.
 */
export function listYears(history: {
  incidents: readonly PublicIncident[];
}): { year: number | undefined; incidents: PublicIncident[] }[] {
  const years = new Map<number | undefined, PublicIncident[]>();
  for (const incident of listHappened(history)) {
    const own = years.get(incident.year);
    if (own === undefined) years.set(incident.year, [incident]);
    else own.push(incident);
  }
  return [...years]
    .map(([year, incidents]) => ({ year, incidents }))
    .toSorted((a, b) => (b.year ?? -Infinity) - (a.year ?? -Infinity));
}
