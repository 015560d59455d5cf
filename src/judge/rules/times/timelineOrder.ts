import { isCertainlyBefore, type When } from '../../../time/when.js';
import type { Rule } from '../../rule.js';
import { createEntryMove } from './entryMove.js';

interface Timed {
  index: number;
  at: When;
}

/** Entries stand in the order in which they happened; entries without a time are between their neighbours. */
export const timelineOrder: Rule = {
  id: 'timeline-order',
  level: 'error',
  blocks: true,
  description:
    'The timeline and the updates stand in the order in which things happened, so that a time without a date and `+17m` mean one thing.',
  bad: `timeline:
  - at: 2026-03-14 09:05
    kind: started
    text: Checkout begins to fail.
  - at: 2026-03-14 14:02
    kind: mitigated
    text: Old logs are deleted, and orders go through again.
  - at: 2026-03-14 09:40
    kind: detected
    text: A customer calls.`,
  good: `timeline:
  - at: 2026-03-14 09:05
    kind: started
    text: Checkout begins to fail.
  - at: 2026-03-14 09:40
    kind: detected
    text: A customer calls.
  - at: 2026-03-14 14:02
    kind: mitigated
    text: Old logs are deleted, and orders go through again.`,
  *check({ incident, document }) {
    const resolved = incident.implied.resolved === undefined ? incident.resolved : undefined;
    for (const list of ['timeline', 'updates'] as const) {
      const timed = incident[list].flatMap(({ at }, index): Timed[] => (at ? [{ index, at }] : []));
      // The one that nothing before it follows, and the one before that.
      let latest: Timed | undefined;
      let before: Timed | undefined;
      for (const [position, entry] of timed.entries()) {
        if (!latest || !isCertainlyBefore(entry.at, latest.at)) {
          [before, latest] = [latest, entry];
          continue;
        }
        const fits = !before || !isCertainlyBefore(entry.at, before.at);
        if (fits && isStray(latest, timed[position + 1], resolved)) {
          yield {
            path: [list, latest.index, 'at'],
            message: `This entry (${latest.at.words}) happened after the one below it (${entry.at.words})`,
            hint: 'Put it where it belongs, or correct its day.',
            fixes: createEntryMove(document, list, incident, latest.index),
          };
          latest = entry;
        } else {
          yield {
            path: [list, entry.index, 'at'],
            message: `This entry (${entry.at.words}) happened before the one above it (${latest.at.words})`,
            hint: 'Put it where it belongs, or correct its day.',
            fixes: createEntryMove(document, list, incident, entry.index),
          };
        }
      }
    }
  },
};

/**
 * Whether of two entries in the wrong order the upper one is out of place: what follows contradicts it as well or, where
 * nothing does, the incident was over before it. Else one wrong day would be told once for every entry below it.
 */
function isStray(upper: Timed, next: Timed | undefined, resolved: When | undefined): boolean {
  return next ? isCertainlyBefore(next.at, upper.at) : !!resolved && isCertainlyBefore(resolved, upper.at);
}
