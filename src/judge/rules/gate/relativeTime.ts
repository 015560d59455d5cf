import type { DataPath } from '../../../parse/yamlTree.js';
import { parseWhen } from '../../../time/parseWhen.js';
import { spellWhen } from '../../../time/spellWhen.js';
import type { When } from '../../../time/when.js';
import { isRelative } from '../../../time/whenForm.js';
import type { Finding } from '../../rule.js';
import { isShownEntry, namedParts } from '../../visibility.js';
import { createGateRule } from './gateRule.js';

interface Entry {
  at: When | undefined;
  until?: When | undefined;
  relative: boolean;
  internal: boolean;
}

/** A time that counts from a withheld one tells it, and changes with it. */
export const relativeTime = createGateRule({
  id: 'relative-time',
  description:
    'The time of a shown entry does not count from that of a withheld one. It would tell that time, and change whenever it does.',
  bad: `timeline:
  - at: 2026-03-14 10:15
    text: We knew of this disk since January.
    internal: true
  - at: +20m
    text: We begin to move the orders to another disk.
public:
  since: 2026-03-20
  show: [summary, impact, timeline]`,
  good: `timeline:
  - at: 2026-03-14 10:15
    text: We knew of this disk since January.
    internal: true
  - at: 2026-03-14 10:35
    text: We begin to move the orders to another disk.
public:
  since: 2026-03-20
  show: [summary, impact, timeline]`,
  *check({ incident }): Iterable<Finding> {
    const named = namedParts(incident);
    for (const list of ['timeline', 'updates'] as const) {
      if (named.has(list)) yield* checkEntries(incident[list], list);
    }
  },
});

function* checkEntries(entries: readonly Entry[], list: string): Iterable<Finding> {
  let previous: Entry | undefined;
  for (const [index, entry] of entries.entries()) {
    const hangs = isShownEntry(entry) && previous !== undefined && !isShownEntry(previous);
    if (hangs && entry.at && entry.relative) yield describe([list, index, 'at'], entry.at, previous?.at);
    // Without a time of its own an entry ends so long after the one before.
    if (hangs && entry.until && !entry.at && countsFromBefore(entry.until)) {
      yield describe([list, index, 'until'], entry.until, previous?.at);
    }
    if (entry.at) previous = entry;
  }
}

function countsFromBefore(when: When): boolean {
  const parsed = parseWhen(when.words);
  return !parsed.ok || isRelative(parsed.form);
}

function describe(path: DataPath, when: When, before: When | undefined): Finding {
  return {
    path,
    message: `\`${when.words}\` counts from the entry before${before ? `, \`${before.words}\`` : ''}, which is withheld`,
    hint: `Write the full time: \`${String(path.at(-1))}: ${spellWhen(when)}\`.`,
  };
}
