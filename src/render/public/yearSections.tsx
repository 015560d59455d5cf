import type { PublicHistory, PublicIncident } from '../../audience/publicHistory.js';
import { usePage } from '../frame.js';
import { countYear, listYears, YearLink, YearSection } from './yearSection.js';

/** Years are shown whole until so many incidents stand on the page; the earlier ones are named and linked. */
const mostIncidents = 60;

/**
 * Incidents by year, newest first, so that no page grows with every year. Where they are not all that there were, the pages of the
 * earlier years list others beside them, and `isChoice` says so.
 */
export function YearSections(props: {
  history: PublicHistory;
  incidents: readonly PublicIncident[];
  isChoice?: boolean;
}) {
  const { history, incidents, isChoice = false } = props;
  const { wording } = usePage();
  const years = listYears({ incidents });
  let shown = 0;
  const isShown = years.map((one) => {
    const fits = shown === 0 || shown + one.incidents.length <= mostIncidents;
    shown += one.incidents.length;
    return fits;
  });
  const earlier = years.filter((_, index) => !isShown[index]);
  return (
    <>
      {years
        .filter((_, index) => isShown[index])
        .map((one) => (
          <YearSection
            key={one.year}
            history={history}
            year={one.year}
            incidents={one.incidents}
            isDrawn={!isChoice}
            most={mostIncidents}
          />
        ))}
      {earlier.length > 0 && (
        <section class="year" aria-labelledby="earlier">
          <h2 id="earlier">{wording.home.earlier}</h2>
          {isChoice && <p class="year-note">{wording.list.earlierAmong}</p>}
          <ul class="plain-list">
            {earlier.map((one) => (
              <li key={one.year}>
                <YearLink year={one.year} /> <span class="quiet">{countYear(one.incidents, wording)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
