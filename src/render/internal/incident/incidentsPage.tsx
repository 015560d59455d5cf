import { formatIsoDay } from '../../../time/day.js';
import { describeSpan } from '../../../time/describeSpan.js';
import { englishTime } from '../../../time/wording.js';
import { Time } from '../../component/time.js';
import { countOf, formatCount } from '../count.js';
import { NoValue } from '../dayText.js';
import { IncidentLink } from '../itemCell.js';
import { countOpen, countOverdue } from '../ownership.js';

import { StandingMark, standingWords } from '../standingMark.js';
import { TableRegion } from '../tableRegion.js';
import type { Tracker } from '../tracker.js';

/** Every incident, newest first, the undated last. */
export function IncidentsPage({ tracker }: { tracker: Tracker }) {
  const { incidents, asOf } = tracker.history;
  const day = formatIsoDay(asOf, englishTime);
  return (
    <>
      <h1>Incidents</h1>
      {incidents.length === 0 ? (
        <p>
          As of {day} there is no incident. Each Markdown file in <code>incidents/</code> is one;{' '}
          <code>afterword new "What happened"</code> begins it.
        </p>
      ) : (
        <>
          <p class="lede">
            As of {day}: {countOf(incidents.length, 'incident')},{' '}
            {formatCount(tracker.publicHistory.incidents.length)} of them public.
          </p>
          <IncidentTable tracker={tracker} caption={`All incidents as of ${day}, newest first`} />
        </>
      )}
    </>
  );
}

function IncidentTable({ tracker, caption }: { tracker: Tracker; caption: string }) {
  const { incidents, settings } = tracker.history;
  return (
    <TableRegion label={caption}>
      <table class="dense incident-table cards">
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Incident</th>
            <th scope="col">Severity</th>
            <th scope="col">Kind</th>
            <th scope="col">Started</th>
            <th scope="col">Lasted</th>
            <th scope="col">Services</th>
            <th scope="col">Report</th>
            <th scope="col">Who sees it</th>
            <th scope="col" class="number">
              Items
            </th>
            <th scope="col" class="number">
              Open
            </th>
            <th scope="col" class="number">
              Overdue
            </th>
            <th scope="col" class="number">
              Owed
            </th>
          </tr>
        </thead>
        <tbody>
          {incidents.map((incident) => {
            const items = tracker.itemsOf(incident);
            const services = [...new Set(incident.impact.map(({ service }) => service))].map(
              (id) => settings.services.find((service) => service.id === id)?.name ?? id,
            );
            const standing = tracker.exposureOf(incident).incident;
            return (
              <tr key={incident.id}>
                <th scope="row" class="title">
                  <IncidentLink incident={incident} tracker={tracker} />
                </th>
                <td data-label="Severity">{incident.severity?.label ?? <NoValue />}</td>
                <td data-label="Kind">{incident.kind}</td>
                <td data-label="Started">
                  <Time when={incident.started} />
                </td>
                <td data-label="Lasted">
                  {incident.ongoing ? (
                    <strong>goes on</strong>
                  ) : incident.duration ? (
                    describeSpan(incident.duration, englishTime)
                  ) : (
                    <NoValue />
                  )}
                </td>
                <td class="services" data-label="Services">
                  {services.length === 0 ? <NoValue /> : services.join(', ')}
                </td>
                <td data-label="Report">{incident.status}</td>
                <td data-label="Who sees it">
                  {standing.is === 'internal' ? (
                    standingWords(standing)
                  ) : (
                    <StandingMark standing={standing} />
                  )}
                </td>
                <td class="number" data-label="Items">
                  {items.length}
                </td>
                <td class="number" data-label="Open">
                  {countOpen(items)}
                </td>
                <td class={countOverdue(items) > 0 ? 'number alarm' : 'number'} data-label="Overdue">
                  {countOverdue(items)}
                </td>
                <td class="number" data-label="Owed">
                  {tracker.owedOf(incident).length}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableRegion>
  );
}
