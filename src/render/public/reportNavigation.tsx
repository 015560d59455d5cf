import type { PublicHistory } from '../../audience/publicHistory.js';
import { usePage } from '../frame.js';
import { monthAddress, yearAddress } from '../link.js';
import { describeMonth } from './figureWords.js';
import { findFigures, hasUndated } from './siteFigures.js';

/** The months of a year that have pages. `month`: the one that is shown. */
export function MonthsNavigation({
  history,
  year,
  month,
}: {
  history: PublicHistory;
  year: number;
  month?: number;
}) {
  // prettier-ignore
  const { wording, link } = usePage();
  const months = findFigures(history).reportYears.find((one) => one.year === year)?.months ?? [];
  if (months.length < 2) return null;
  return (
    <nav class="report-months" aria-label={wording.report.months}>
      <ul>
        {months.map(({ name }) => {
          const number = Number(name.slice(5, 7));
          return (
            <li key={name}>
              <a href={link(monthAddress(year, number))} aria-current={number === month ? 'page' : undefined}>
                {wording.time.shortMonthName(number)}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

/** The years that have pages, and the incidents without one. */
export function YearsNavigation({ history, year }: { history: PublicHistory; year: number | undefined }) {
  const { wording, link } = usePage();
  const { report } = wording;
  const years = [...findFigures(history).reportYears.map((one) => one.year).toReversed(), ...(hasUndated(history) ? [undefined] : [])]; // prettier-ignore
  if (years.length < 2) return null;
  return (
    <nav class="years" aria-label={report.years}>
      <ul>
        {years.map((one) => (
          <li key={one}>
            {one === year ? (
              <span aria-current="page">{one ?? report.undated}</span>
            ) : (
              <a href={link(yearAddress(one))}>{one ?? report.undated}</a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The months before and after one, of those that have pages. */
export function NeighbourNavigation({ history, name }: { history: PublicHistory; name: string }) {
  const { wording, link } = usePage();
  const { report } = wording;
  const names = findFigures(history).reportYears.flatMap(({ months }) => months.map((month) => month.name));
  const at = names.indexOf(name);
  const [before, after] = [names[at - 1], names[at + 1]];
  if (before === undefined && after === undefined) return null;
  const addressOf = (month: string): string =>
    link(monthAddress(Number(month.slice(0, 4)), Number(month.slice(5))));
  return (
    <nav class="neighbours" aria-label={report.neighbours}>
      {before !== undefined && (
        <a rel="prev" href={addressOf(before)}>
          {report.previous(describeMonth(before, wording))}
        </a>
      )}
      {after !== undefined && (
        <a rel="next" class="neighbour-next" href={addressOf(after)}>
          {report.next(describeMonth(after, wording))}
        </a>
      )}
    </nav>
  );
}
