import type { ItemChange } from '../model/itemChange.js';
import { groupItems } from '../model/itemGroup.js';
import { findOwner } from '../model/reference.js';
import {
  compareDone,
  compareDue,
  compareOverdue,
  isDueSoon,
  type TrackedItem,
} from '../model/trackedItem.js';
import type { Settings } from '../settings/settings.js';
import { formatIsoDay } from '../time/day.js';
import { englishTime } from '../time/wording.js';
import type { IsoDay } from '../time/isoDay.js';
import type { ListedItem } from '../render/internal/items/itemList.js';
import { countOf, describeChange } from './itemWords.js';
import { printable } from './printable.js';

/** What the digest needs besides the items. */
export interface MarkdownOptions {
  asOf: IsoDay;
  /** The first day that is looked at for changes; undefined: what there is, not what changed. */
  since: IsoDay | undefined;
  settings: Settings;
  /** What was asked for, e.g. "Storage"; '' for everything. */
  about: string;
  /** Where an incident can be read: an address, or its file. */
  linkOf: (tracked: TrackedItem) => string;
}

/** A list of more is cut, and says how many are missing. */
const longest = 20;

interface Group {
  heading: string;
  lines: string[];
}

/**
 * Renders items as a digest for chat or mail: a sentence with the counts, then what is overdue and what is due soon, then what
 * was done, opened and moved; without `since` every item in the groups of the tracker. What authors wrote stays words.
 */
export function renderItemMarkdown(items: readonly ListedItem[], options: MarkdownOptions): string {
  const { asOf, since, about } = options;
  const tracked = items.map((one) => one.tracked);
  const groups = (since === undefined ? listAll(tracked, options) : listWeek(items, options)).filter(
    ({ lines }) => lines.length > 0,
  );
  const title = `# Remediation${about === '' ? '' : ` of ${escape(about)}`} as of ${formatIsoDay(asOf, englishTime)}`;
  const blocks = groups.map(({ heading, lines }) => {
    const rest = lines.length - longest;
    const shown = [...lines.slice(0, longest), ...(rest > 0 ? [`- … and ${rest} more`] : [])];
    return `## ${heading} (${lines.length})\n\n${shown.join('\n')}`;
  });
  return `${[title, describeCounts(items, since), ...blocks].join('\n\n')}\n`;
}

function describeCounts(items: readonly ListedItem[], since: IsoDay | undefined): string {
  const count = (test: (one: ListedItem) => boolean): number => items.filter(test).length;
  const open = `${count(({ tracked }) => tracked.open)} open, ${count(({ tracked }) => tracked.overdue)} of them overdue, ${count(({ tracked }) => isDueSoon(tracked))} due within two weeks.`;
  if (since === undefined) return open;
  const became = (is: ItemChange['is']): number =>
    count(({ changes }) => changes.some((one) => one.is === is));
  return `${open} Since ${formatIsoDay(since, englishTime)}: ${became('done')} done, ${became('opened')} opened, ${became('moved')} moved, ${became('overdue')} became overdue.`;
}

function listWeek(items: readonly ListedItem[], options: MarkdownOptions): Group[] {
  const tracked = items.map((one) => one.tracked);
  const changed = (is: ItemChange['is'], compare: (a: TrackedItem, b: TrackedItem) => number): string[] =>
    items
      .toSorted((a, b) => compare(a.tracked, b.tracked))
      .flatMap(({ tracked: one, changes }) => {
        const told = changes.filter((change) => change.is === is);
        return told.length === 0 ? [] : [renderLine(one, told.map(describeChange).join(', '), options)];
      });
  return [
    {
      heading: 'Overdue',
      lines: tracked
        .filter(({ overdue }) => overdue)
        .toSorted(compareOverdue)
        .map((one) => renderLine(one, '', options)),
    },
    {
      heading: 'Due within two weeks',
      lines: tracked
        .filter(isDueSoon)
        .toSorted(compareDue)
        .map((one) => renderLine(one, '', options)),
    },
    { heading: 'Done', lines: changed('done', compareDone) },
    { heading: 'Opened', lines: changed('opened', compareDue) },
    { heading: 'Moved', lines: changed('moved', compareDue) },
  ];
}

function listAll(items: readonly TrackedItem[], options: MarkdownOptions): Group[] {
  return groupItems(items).map((group) => ({
    heading: group.heading,
    lines: group.items.map((one) => renderLine(one, '', options)),
  }));
}

/** `- **12 days late**: Alert on … (P1, Kim Doe, due 2026-11-10), [Checkout was down](…) R1`. */
function renderLine(tracked: TrackedItem, became: string, { settings, linkOf }: MarkdownOptions): string {
  const { item, incident, daysLate, daysLeft, overdue, open } = tracked;
  const owner = item.owner === undefined ? undefined : (findOwner(settings, item.owner)?.name ?? item.owner);
  const lead = overdue
    ? `**${countOf(daysLate, 'day')} late**: `
    : daysLeft === 0
      ? '**last day**: '
      : daysLeft !== undefined && isDueSoon(tracked)
        ? `in ${countOf(daysLeft, 'day')}: `
        : '';
  const facts = [
    ...(item.priority === undefined ? [] : [item.priority]),
    owner ?? (open ? 'nobody’s' : undefined),
    ...(item.state === 'blocked' ? ['blocked'] : []),
    became === '' ? item.due && `due ${item.due.words}` : became,
  ].filter((fact) => fact !== undefined);
  const told = facts.length === 0 ? '' : ` (${facts.map(escape).join(', ')})`;
  return `- ${lead}${escape(item.title)}${told}, [${escape(incident.title)}](${escapeAddress(linkOf(tracked))}) ${item.id}`;
}

/**
 * A text that stays what it is in Markdown: nothing in it marks or begins anything, or leads elsewhere than it says. What HTML
 * could take for its own is written as an entity, which every reader of Markdown turns back.
 */
function escape(text: string): string {
  return printable(text)
    .replace(/[\\`*_{}[\]#|~!$@]/g, String.raw`\$&`)
    .replace(/:(?=\/\/)|(?<=\bwww)\./gi, String.raw`\$&`)
    .replace(/^(\d*)([-+=.)])/, String.raw`$1\$2`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** Within `( )` of a link. */
function escapeAddress(address: string): string {
  return encodeURI(address).replace(/[()<>]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}
