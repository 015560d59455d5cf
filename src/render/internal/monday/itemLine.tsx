import type { ComponentChildren } from 'preact';
import type { TrackedItem } from '../../../model/trackedItem.js';
import { IncidentLink, ItemLink, OwnerLink } from '../itemCell.js';
import { SeverityDot } from '../mark.js';
import type { Tracker } from '../tracker.js';

interface ItemLineProps {
  tracked: TrackedItem;
  tracker: Tracker;
  /** Of its incident the severity alone: the item's own link leads there. */
  isShort?: boolean;
  /** What is to be said of it here, e.g. `done 18 November`. */
  children?: ComponentChildren;
}

/** An item in a list: its title, what is said of it, its owner, and the incident that it comes from. */
export function ItemLine({ tracked: { item, incident }, tracker, isShort = false, children }: ItemLineProps) {
  return (
    <li class="item-line">
      <span class="item-line-title">
        <ItemLink item={item} />
      </span>{' '}
      <span class="item-line-facts">
        {isShort && (
          <>
            <SeverityDot incident={incident} severities={tracker.history.settings.severities} />{' '}
          </>
        )}
        {children}
        {children !== undefined && ', '}
        <OwnerLink owner={item.owner} tracker={tracker} />
      </span>{' '}
      {!isShort && <IncidentLink incident={incident} tracker={tracker} />}
    </li>
  );
}
