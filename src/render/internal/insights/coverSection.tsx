import { isWithoutFix, listCauses, type CoveredCause } from '../../../model/figures/causeCover.js';
import { groupByKey } from '../../../model/figures/grouping.js';
import type { TrackedItem } from '../../../model/trackedItem.js';
import { usePage } from '../../frame.js';
import { causeAddress } from '../../link.js';
import { causesAddress } from '../address.js';
import { countOf, formatCount } from '../count.js';
import { IncidentLink, ItemLink, OwnerLink } from '../itemCell.js';
import { ItemState } from '../mark.js';
import { TableRegion } from '../tableRegion.js';
import type { Tracker } from '../tracker.js';
import { InsightSection } from './insightSection.js';
import { CauseTable } from './causeTable.js';
import { Count, NumberHead } from './spreadTable.js';

/** Causes that nothing stands against, and items that stand against nothing. */
export function CoverSection({ tracker }: { tracker: Tracker }) {
  const { link } = usePage();
  const causes = listCauses(tracker.history.incidents);
  const without = causes.filter(isWithoutFix);
  const aimless = tracker.items.filter(isAimless);
  const open = aimless.filter((tracked) => tracked.open);
  return (
    <InsightSection
      id="cover"
      heading="Causes and fixes"
      method={
        <>
          A cause needs an item if it is a root or contributing cause, or a trigger that stands alone; one is
          about it if it names it in <code>addresses</code>. Drafts, and reports that nobody follows up, are
          left out.
        </>
      }
    >
      <p class="insight-answer">
        {causes.length === 0
          ? 'No report that is past its draft names a cause yet.'
          : `${formatCount(without.length)} of ${countOf(causes.length, 'cause')} ${without.length === 1 ? 'has' : 'have'} no fix that is done or open.`}{' '}
        {countOf(aimless.length, 'item that is open or done is', 'items that are open or done are')} about no
        cause. <a href={link(causesAddress)}>Causes by category</a> say what keeps happening.
      </p>
      {without.length > 0 && <WithoutFix causes={causes} tracker={tracker} />}
      {open.length > 0 && (
        <details>
          <summary>{countOf(open.length, 'open item')} about no cause</summary>
          <AimlessTable items={open} tracker={tracker} />
        </details>
      )}
    </InsightSection>
  );
}

/** How many causes of each category have no fix; the page of the category lists them. Those of no category are listed here. */
function WithoutFix({ causes, tracker }: { causes: readonly CoveredCause[]; tracker: Tracker }) {
  const { link } = usePage();
  const groups = groupByKey(causes, ({ cause }) => cause.category, tracker.history.settings.categories);
  const uncategorised = causes.filter((one) => one.cause.category === undefined && isWithoutFix(one));
  return (
    <>
      <TableRegion label="Causes without a fix, by category">
        <table class="dense insight-table">
          <caption class="visually-hidden">Causes without a fix, by category</caption>
          <thead>
            <tr>
              <th scope="col">Category</th>
              <NumberHead>Causes</NumberHead>
              <NumberHead>Without a fix</NumberHead>
            </tr>
          </thead>
          <tbody>
            {groups.map(({ key, members }) => (
              <tr key={key ?? ''}>
                <th scope="row">
                  {key === undefined ? (
                    'No category'
                  ) : (
                    <a href={link(`${causeAddress(key)}#without`)}>{key}</a>
                  )}
                </th>
                <Count count={members.length} />
                <Count count={members.filter(isWithoutFix).length} />
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
      {uncategorised.length > 0 && (
        <details>
          <summary>{countOf(uncategorised.length, 'cause')} of no category without a fix</summary>
          <CauseTable
            caption="Causes of no category without a fix"
            causes={uncategorised}
            tracker={tracker}
          />
        </details>
      )}
    </>
  );
}

/** Open or done, and about no cause. */
function isAimless({ item, open }: TrackedItem): boolean {
  return item.addresses.length === 0 && item.lastTold === undefined && (open || item.state === 'done');
}

function AimlessTable({ items, tracker }: { items: readonly TrackedItem[]; tracker: Tracker }) {
  return (
    <TableRegion label="Items about no cause">
      <table class="dense insight-table cards">
        <caption class="visually-hidden">Items about no cause</caption>
        <thead>
          <tr>
            <th scope="col">Item</th>
            <th scope="col">Incident</th>
            <th scope="col">Type</th>
            <th scope="col">State</th>
            <th scope="col">Owner</th>
          </tr>
        </thead>
        <tbody>
          {items.map((tracked) => (
            <tr key={tracked.item.globalId}>
              <th scope="row" class="title">
                <ItemLink item={tracked.item} />
              </th>
              <td class="title">
                <IncidentLink incident={tracked.incident} tracker={tracker} />
              </td>
              <td data-label="Type">{tracked.item.type}</td>
              <td class="state">
                <ItemState tracked={tracked} late="word" />
              </td>
              <td data-label="Owner">
                <OwnerLink owner={tracked.item.owner} tracker={tracker} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
