import { listChanges, type ItemChange } from '../../../model/itemChange.js';
import type { TrackedItem } from '../../../model/trackedItem.js';
import { formatDay, spellDay, type Day } from '../../../time/day.js';
import { englishTime } from '../../../time/wording.js';
import { compareText } from '../../../diagnostic/diagnostic.js';
import { escapeHtml } from '../../html.js';
import { commitmentAddress, relativeLink, type Address } from '../../link.js';
import type { Output } from '../../output.js';
import { renderAtom } from '../../public/feed/atom.js';
import type { FeedEntry } from '../../public/feed/feed.js';
import { instantOfIsoDay } from '../../public/instant.js';
import { itemsAddress } from '../address.js';
import { findName } from '../ownership.js';
import type { Tracker } from '../tracker.js';
import { createTag } from './itemTag.js';

export const changesFeedAddress: Address = 'changes.atom';

/** What is older stands in the table. */
const mostEntries = 200;

interface Told {
  tracked: TrackedItem;
  change: ItemChange;
}

/**
 * What became of items, the newest first, as Atom: opened, moved, overdue, done. Only what has a day is told, and only what the
 * files say: an item that is no longer late was never late here. Links are relative to the feed.
 */
export function renderChangesFeed({ items, history }: Pick<Tracker, 'items' | 'history'>): Output {
  const { asOf, settings } = history;
  const told = items
    .flatMap((tracked) => listChanges(tracked, '', asOf).map((change): Told => ({ tracked, change })))
    .filter(({ change }) => change.on.precision === 'day')
    .toSorted(
      (a, b) =>
        compareText(b.change.on.last, a.change.on.last) ||
        compareText(a.tracked.item.globalId, b.tracked.item.globalId),
    )
    .slice(0, mostEntries);
  const entries = told.map((one) => createEntry(one, settings));
  const feed = {
    id: createTag(settings.url, 'changes'),
    address: changesFeedAddress,
    title: `Remediation: ${settings.title}`,
    language: settings.language,
    page: relativeLink(changesFeedAddress, itemsAddress),
    updated: entries[0]?.updated ?? instantOfIsoDay(asOf),
    author: { name: settings.title },
    rights: undefined,
    logo: undefined,
    entries,
  };
  return renderAtom(feed, '');
}

function createEntry(
  { tracked: { item, incident, daysLate }, change }: Told,
  settings: Tracker['history']['settings'],
): FeedEntry {
  const at = instantOfIsoDay(change.on.last);
  const owner = item.owner === undefined ? 'nobody’s' : findName(settings, item.owner);
  const facts = [
    owner,
    ...(item.team === undefined || item.team === item.owner ? [] : [findName(settings, item.team)]),
    ...(item.priority === undefined ? [] : [item.priority]),
    ...(item.due === undefined ? [] : [`due ${sayDay(item.due)}`]),
    ...(change.is === 'done' && daysLate > 0 ? [`${daysLate} days late`] : []),
  ];
  const summary = `${item.globalId}: ${facts.join(', ')}`;
  return {
    id: createTag(settings.url, item.incident, item.id, nameChange(change)),
    url: relativeLink(changesFeedAddress, commitmentAddress(item.incident, item.id)),
    title: `${describeChange(change)}: ${item.title}`,
    published: at,
    updated: at,
    summary,
    content: `<p>${escapeHtml(summary)}</p><p>${escapeHtml(incident.title)}</p>`,
    categories: [change.is],
  };
}

/** What can come several times bears what tells one time from the other. */
function nameChange(change: ItemChange): string {
  if (change.is === 'moved') return `moved-${spellDay(change.from)}-${spellDay(change.on)}`;
  return change.is === 'overdue' ? `overdue-${spellDay(change.on)}` : change.is;
}

function describeChange(change: ItemChange): string {
  switch (change.is) {
    case 'opened':
      return 'Opened';
    case 'overdue':
      return `Overdue since ${sayDay(change.on)}`;
    case 'done':
      return 'Done';
    case 'moved':
      return `Due date moved from ${sayDay(change.from)} ${change.to ? `to ${sayDay(change.to)}` : 'to none'}`;
  }
}

function sayDay(day: Day): string {
  return formatDay(day, englishTime);
}
