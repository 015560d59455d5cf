import { createCauseRecords } from '../../../model/figures/causeRecord.js';
import { formatIsoDay } from '../../../time/day.js';
import { englishTime } from '../../../time/wording.js';
import { usePage } from '../../frame.js';
import { causeAddress } from '../../link.js';
import { teamAddress } from '../address.js';
import { countOf, formatCount } from '../count.js';
import { IncidentList } from '../insights/incidentList.js';
import { ItemSection } from '../insights/itemSection.js';
import { Count, NumberHead } from '../insights/spreadTable.js';
import { YearTable } from '../insights/yearTable.js';
import { countOpen, countOverdue, findName } from '../ownership.js';
import { TableRegion } from '../tableRegion.js';
import type { Tracker } from '../tracker.js';
import { CameAgain } from './cameAgain.js';
import type { ServiceRecord } from './serviceRecord.js';

/** What happened to a service, what of it comes again, and what was promised after it. */
export function ServicePage({ service, tracker }: { service: ServiceRecord; tracker: Tracker }) {
  const { link } = usePage();
  const { id, name, team, internal, incidents, items } = service;
  const { settings, asOf: day } = tracker.history;
  const asOf = formatIsoDay(day, englishTime);
  return (
    <>
      <h1>{name}</h1>
      <p class="lede">
        Service
        {internal && ', which customers do not know'}
        {team !== undefined && (
          <>
            {' '}
            of <a href={link(teamAddress(team))}>{findName(settings, team)}</a>
          </>
        )}
        . As of {asOf}: {countOf(incidents.length, 'incident')}, {countOf(items.length, 'item')} promised
        after {incidents.length === 1 ? 'it' : 'them'}, {formatCount(countOpen(items))} open,{' '}
        {formatCount(countOverdue(items))} overdue.
      </p>
      {incidents.length === 0 ? (
        <p class="none">
          No incident has affected it. One that names <code>{id}</code> under <code>impact</code> stands here,
          with what was promised after it.
        </p>
      ) : (
        <>
          <Recurring service={service} tracker={tracker} />
          <ItemSection
            heading="Promised after its incidents"
            caption={`Remediation items of incidents that affected ${name}, as of ${asOf}`}
            items={items}
            query={{ service: id }}
            none="Nothing was promised after its incidents."
            tracker={tracker}
          />
          <section id="incidents" class="tracker-section" aria-labelledby="incidents-heading">
            <h2 id="incidents-heading">
              Incidents <span class="count">{formatCount(incidents.length)}</span>
            </h2>
            <YearTable caption={`Incidents of ${name} by year`} incidents={incidents} />
            <IncidentList
              caption={`Incidents that affected ${name}`}
              incidents={incidents}
              tracker={tracker}
            />
          </section>
        </>
      )}
    </>
  );
}

/** What comes again: incidents that say so of themselves, and kinds of cause that more than one incident had. */
function Recurring({ service, tracker }: { service: ServiceRecord; tracker: Tracker }) {
  const { link } = usePage();
  const { name, incidents, items } = service;
  const kinds = createCauseRecords(incidents, items, { categories: [] })
    .filter((record) => record.incidents.length > 1)
    .toSorted((a, b) => b.incidents.length - a.incidents.length);
  return (
    <section id="again" class="tracker-section" aria-labelledby="again-heading">
      <h2 id="again-heading">What comes again</h2>
      <CameAgain incidents={incidents} tracker={tracker} />
      {kinds.length === 0 ? (
        <p class="none">No two incidents name a cause of one category.</p>
      ) : (
        <TableRegion label={`Causes of incidents of ${name} by category`}>
          <table class="dense insight-table">
            <caption class="visually-hidden">Causes of incidents of {name} by category</caption>
            <thead>
              <tr>
                <th scope="col">Category of cause</th>
                <NumberHead>Incidents</NumberHead>
                <NumberHead>Items against it</NumberHead>
                <NumberHead>Open</NumberHead>
                <NumberHead>Overdue</NumberHead>
                <NumberHead>Causes without a fix</NumberHead>
              </tr>
            </thead>
            <tbody>
              {kinds.map((record) => (
                <tr key={record.category}>
                  <th scope="row">
                    <a href={link(causeAddress(record.category))}>{record.category}</a>
                  </th>
                  <Count count={record.incidents.length} />
                  <Count count={record.items.length} />
                  <Count count={countOpen(record.items)} />
                  <Count count={countOverdue(record.items)} alarming />
                  <Count count={record.withoutFix.length} />
                </tr>
              ))}
            </tbody>
          </table>
        </TableRegion>
      )}
    </section>
  );
}
