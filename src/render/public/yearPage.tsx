import type { PublicHistory } from '../../audience/publicHistory.js';
import { YearLink, YearSection, listYears } from './homePage.js';

/** All incidents of one year, or those without a date, and the way to the other years. */
export function YearPage({ history, year }: { history: PublicHistory; year: number | undefined }) {
  const years = listYears(history);
  const incidents = years.find((one) => one.year === year)?.incidents ?? [];
  return (
    <>
      <YearSection history={history} year={year} incidents={incidents} level={1} />
      {years.length > 1 && (
        <nav class="years" aria-label="Years">
          <ul>
            {years.map((one) => (
              <li key={one.year}>
                {one.year === year ? (
                  <span aria-current="page">{one.year ?? 'Undated'}</span>
                ) : (
                  <YearLink year={one.year} />
                )}
              </li>
            ))}
          </ul>
        </nav>
      )}
    </>
  );
}
