import { countYears } from '../../../model/figures/causeRecord.js';
import type { Incident } from '../../../model/incident.js';
import { formatCount } from '../count.js';

/** How many incidents each year had: a number and a bar. Nothing for a single year. */
export function YearTable({ caption, incidents }: { caption: string; incidents: readonly Incident[] }) {
  const years = countYears(incidents);
  if (years.length < 2) return null;
  const most = Math.max(...years.map(({ count }) => count));
  return (
    <table class="dense year-bars">
      <caption class="visually-hidden">{caption}</caption>
      <thead class="visually-hidden">
        <tr>
          <th scope="col">Year</th>
          <th scope="col">Incidents</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {years.map(({ year, count }) => (
          <tr key={year ?? 'undated'}>
            <th scope="row">{year ?? 'Undated'}</th>
            <td class="number">{formatCount(count)}</td>
            <td class="year-bar">
              <svg width="100%" height="9" aria-hidden="true" focusable="false">
                <rect class="spread-column" width={`${Math.round((count / most) * 1e4) / 100}%`} height="9" />
              </svg>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
