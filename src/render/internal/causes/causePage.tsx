import type { CauseRecord } from '../../../model/figures/causeRecord.js';
import { formatIsoDay } from '../../../time/day.js';
import { englishTime } from '../../../time/wording.js';
import { countOf, formatCount } from '../count.js';
import { CauseTable } from '../insights/causeTable.js';
import { FixOutcomeTable } from '../insights/effectSection.js';
import { IncidentList } from '../insights/incidentList.js';
import { ItemSection } from '../insights/itemSection.js';
import { YearTable } from '../insights/yearTable.js';
import { countOpen, countOverdue } from '../ownership.js';
import type { Tracker } from '../tracker.js';

/** What keeps happening for one kind of reason, and which kinds of fix against it are done and which never are. */
export function CausePage({ record, tracker }: { record: CauseRecord; tracker: Tracker }) {
  const { category, incidents, items, withoutFix } = record;
  const asOf = formatIsoDay(tracker.history.asOf, englishTime);
  const open = items.filter((tracked) => tracked.open);
  return (
    <>
      <h1>Cause: {category}</h1>
      <p class="lede">
        As of {asOf}: {countOf(incidents.length, 'incident names', 'incidents name')} a cause of this
        category; {countOf(items.length, 'item is', 'items are')} about one, {formatCount(countOpen(items))}{' '}
        of them open and {formatCount(countOverdue(items))} overdue.
      </p>
      {incidents.length === 0 ? (
        <p class="none">
          No incident names such a cause. One whose cause says <code>category: {category}</code> stands here,
          with what was promised against it.
        </p>
      ) : (
        <>
          <section id="fixes" class="tracker-section" aria-labelledby="fixes-heading">
            <h2 id="fixes-heading">Which kinds of fix are done</h2>
            {items.length === 0 ? (
              <p class="none">
                No item is about such a cause: none names it in <code>addresses</code>.
              </p>
            ) : (
              <FixOutcomeTable
                items={items}
                caption={`What became of items against ${category}, by type`}
                query={{ category }}
              />
            )}
          </section>
          <section id="without" class="tracker-section" aria-labelledby="without-heading">
            <h2 id="without-heading">
              Causes without a fix <span class="count">{formatCount(withoutFix.length)}</span>
            </h2>
            {withoutFix.length === 0 ? (
              <p class="none">
                Something is done or open against each, in reports that are past their draft and followed up.
              </p>
            ) : (
              <CauseTable
                caption={`Causes without a fix: ${category}`}
                causes={withoutFix}
                tracker={tracker}
              />
            )}
          </section>
          <ItemSection
            heading="Open items"
            caption={`Open items against ${category}, as of ${asOf}`}
            items={open}
            query={{ category, open: '1' }}
            none="Nothing is open."
            tracker={tracker}
          />
          <section id="incidents" class="tracker-section" aria-labelledby="incidents-heading">
            <h2 id="incidents-heading">
              What keeps happening <span class="count">{formatCount(incidents.length)}</span>
            </h2>
            <YearTable caption={`Incidents with such a cause by year`} incidents={incidents} />
            <IncidentList
              caption={`Incidents with a cause of the category ${category}`}
              incidents={incidents}
              tracker={tracker}
            />
          </section>
        </>
      )}
    </>
  );
}
