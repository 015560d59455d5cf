import { usePage } from '../../frame.js';
import { incidentAddress } from '../../link.js';
import { itemsViewAddress, ownerAddress } from '../address.js';
import { IncidentLink, OwnerLink } from '../itemCell.js';
import { compareCounts, countOpen, countOverdue } from '../ownership.js';
import type { Tracker } from '../tracker.js';
import { isDueSoon, type TrackedItem } from '../../../model/trackedItem.js';
import { formatCount } from '../count.js';

/** How many rows stand here; the others are one link away. */
const most = 10;

/** Open items by owner; each number leads to the items it counts. */
export function OpenByOwner({ tracker }: { tracker: Tracker }) {
  const { link } = usePage();
  const owners = tracker.ownerships.filter(({ items }) => countOpen(items) > 0);
  const unowned = tracker.items.filter(({ open, item }) => open && item.owner === undefined);
  return (
    <section class="by-owner" aria-labelledby="by-owner">
      <h2 id="by-owner">Open by owner</h2>
      {owners.length === 0 && unowned.length === 0 ? (
        <p class="none">Nothing is open.</p>
      ) : (
        <table class="dense counts">
          <caption class="visually-hidden">Open items by owner</caption>
          <CountHead first="Owner" />
          <tbody>
            {owners.slice(0, most).map(({ id, items }) => (
              <tr key={id}>
                <th scope="row">
                  <OwnerLink owner={id} tracker={tracker} />
                </th>
                <Counts
                  items={items}
                  open={link(ownerAddress(id))}
                  overdue={link(`${ownerAddress(id)}#overdue`)}
                />
              </tr>
            ))}
            {unowned.length > 0 && (
              <tr>
                <th scope="row">Nobody</th>
                <Counts items={unowned} open="#unowned" overdue="#unowned" />
              </tr>
            )}
          </tbody>
        </table>
      )}
      <Rest count={owners.length} what="owners" by="owner" />
    </section>
  );
}

/** Open items by incident; each number leads to the items it counts. */
export function OpenByIncident({ tracker }: { tracker: Tracker }) {
  const { link } = usePage();
  const groups = tracker.history.incidents
    .map((incident) => ({ incident, items: tracker.itemsOf(incident) }))
    .filter(({ items }) => countOpen(items) > 0)
    .toSorted((a, b) => compareCounts(a.items, b.items));
  return (
    <section class="by-incident" aria-labelledby="by-incident">
      <h2 id="by-incident">Open by incident</h2>
      {groups.length === 0 ? (
        <p class="none">Nothing is open.</p>
      ) : (
        <table class="dense counts">
          <caption class="visually-hidden">Open items by incident</caption>
          <CountHead first="Incident" />
          <tbody>
            {groups.slice(0, most).map(({ incident, items }) => {
              const href = link(`${incidentAddress(incident.id)}#remediation`);
              return (
                <tr key={incident.id}>
                  <th scope="row" class="title">
                    <IncidentLink incident={incident} tracker={tracker} />
                  </th>
                  <Counts items={items} open={href} overdue={href} />
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      <Rest count={groups.length} what="incidents" by="incident" />
    </section>
  );
}

/** The way to all of them, where not all are shown. */
function Rest({ count, what, by }: { count: number; what: string; by: string }) {
  const { link } = usePage();
  if (count <= most) return null;
  return (
    <p class="rest">
      <a href={link(itemsViewAddress({ open: '1', group: by }))}>
        All {formatCount(count)} {what}
      </a>
    </p>
  );
}

function CountHead({ first }: { first: string }) {
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        <th scope="col" class="number">
          Open
        </th>
        <th scope="col" class="number">
          Overdue
        </th>
        <th scope="col" class="number">
          Due soon
        </th>
      </tr>
    </thead>
  );
}

function Counts({ items, open, overdue }: { items: readonly TrackedItem[]; open: string; overdue: string }) {
  return (
    <>
      <Count count={countOpen(items)} href={open} />
      <Count count={countOverdue(items)} href={overdue} alarming />
      <Count count={items.filter(isDueSoon).length} href={open} />
    </>
  );
}

function Count({ count, href, alarming = false }: { count: number; href: string; alarming?: boolean }) {
  return (
    <td class={alarming && count > 0 ? 'number alarm' : 'number'}>
      {count === 0 ? <span class="muted">0</span> : <a href={href}>{formatCount(count)}</a>}
    </td>
  );
}
