import type { CauseRecord } from '../../../model/figures/causeRecord.js';
import { countFixOutcomes } from '../../../model/figures/fixOutcome.js';
import { isOpen } from '../../../model/remediationItem.js';
import { formatIsoDay } from '../../../time/day.js';
import { englishTime } from '../../../time/wording.js';
import { usePage } from '../../frame.js';
import { causeAddress } from '../../link.js';
import { countOf } from '../count.js';
import { Count, NumberHead } from '../insights/spreadTable.js';
import { countOpen, countOverdue } from '../ownership.js';
import { TableRegion } from '../tableRegion.js';
import type { Tracker } from '../tracker.js';

interface CausesPageProps {
  records: readonly CauseRecord[];
  tracker: Tracker;
}

/** Every category of causes. */
export function CausesPage({ records, tracker }: CausesPageProps) {
  const { link } = usePage();
  const { incidents, asOf } = tracker.history;
  const years = listYears(records);
  const without = incidents.filter(({ causes }) => causes.every(({ category }) => category === undefined));
  const ordered = records.toSorted((a, b) => b.incidents.length - a.incidents.length);
  return (
    <>
      <h1>Causes</h1>
      <p class="lede">
        As of {formatIsoDay(asOf, englishTime)}, by the categories of <code>site/site.yaml</code>: what keeps
        happening, and what stands against it. An incident stands with each category that its causes name;{' '}
        {countOf(without.length, 'incident names', 'incidents name')} none.
      </p>
      <TableRegion label="Causes by category">
        <table class="dense insight-table">
          <caption class="visually-hidden">Causes by category</caption>
          <thead>
            <tr>
              <th scope="col">Category</th>
              <NumberHead>Incidents</NumberHead>
              {years.map((year) => (
                <NumberHead key={year}>{year}</NumberHead>
              ))}
              <NumberHead>Items</NumberHead>
              <NumberHead>Done</NumberHead>
              <NumberHead>Open</NumberHead>
              <NumberHead>Overdue</NumberHead>
              <NumberHead>Never done</NumberHead>
              <NumberHead>Causes without a fix</NumberHead>
            </tr>
          </thead>
          <tbody>
            {ordered.map((record) => {
              const { effective, ineffective, done } = countFixOutcomes(record.items);
              const finished = effective + ineffective + done;
              const { items } = record;
              return (
                <tr key={record.category}>
                  <th scope="row">
                    <a href={link(causeAddress(record.category))}>{record.category}</a>
                  </th>
                  <Count count={record.incidents.length} />
                  {years.map((year) => (
                    <Count key={year} count={record.incidents.filter((one) => one.year === year).length} />
                  ))}
                  <Count count={items.length} />
                  <Count count={finished} />
                  <Count count={countOpen(items)} />
                  <Count count={countOverdue(items)} alarming />
                  <Count count={items.filter(({ item }) => item.state !== 'done' && !isOpen(item)).length} />
                  <Count count={record.withoutFix.length} />
                </tr>
              );
            })}
          </tbody>
        </table>
      </TableRegion>
    </>
  );
}

/** The last five years in which any of them had an incident. */
function listYears(records: readonly CauseRecord[]): number[] {
  const years = records.flatMap(({ incidents }) => incidents.flatMap(({ year }) => year ?? []));
  return [...new Set(years)].toSorted((a, b) => b - a).slice(0, 5);
}
