import { isCertainlyBefore } from '../../time/when.js';
import type { Rule } from '../rule.js';

/** Entries stand in the order in which they happened; entries without a time are between their neighbours. */
export const timelineOrder: Rule = {
  id: 'timeline-order',
  level: 'error',
  blocks: true,
  description:
    'The timeline and the updates stand in the order in which things happened, so that a time without a date and `+17m` mean one thing.',
  *check({ incident }) {
    for (const list of ['timeline', 'updates'] as const) {
      let latest: { words: string; when: NonNullable<(typeof incident.timeline)[number]['at']> } | undefined;
      for (const [index, entry] of incident[list].entries()) {
        if (!entry.at) continue;
        if (latest && isCertainlyBefore(entry.at, latest.when)) {
          yield {
            path: [list, index, 'at'],
            message: `This entry (${entry.at.words}) happened before the one above it (${latest.words})`,
            hint: 'Put it where it belongs, or correct its day.',
          };
        } else latest = { words: entry.at.words, when: entry.at };
      }
    }
  },
};
