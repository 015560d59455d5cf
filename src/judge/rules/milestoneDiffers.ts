import { isCertainlyBefore, overlaps } from '../../time/when.js';
import type { Rule } from '../rule.js';

/** `detected: 09:40` and a timeline that says 09:45: customers would read two answers. */
export const milestoneDiffers: Rule = {
  id: 'milestone-differs',
  level: 'error',
  blocks: true,
  description:
    'A milestone that is written both as a key and as an entry of the timeline must be the same in both; where several entries have its kind, the key must agree with one of them.',
  *check({ incident }) {
    for (const name of ['started', 'detected', 'mitigated', 'resolved'] as const) {
      const when = incident[name];
      if (!when || when.latest === null || when.earliest === null) continue;
      const entries = incident.timeline.flatMap((entry, index) => {
        if (entry.kind !== name || !entry.at) return [];
        // An entry that took time says it from its beginning to its end.
        const agrees = entry.until
          ? !isCertainlyBefore(when, entry.at) && !isCertainlyBefore(entry.until, when)
          : overlaps(entry.at, when);
        return [{ index, at: entry.at, agrees }];
      });
      const [first] = entries;
      if (!first || entries.some((entry) => entry.agrees)) continue;
      yield {
        path: ['timeline', first.index, 'at'],
        message: `The timeline says ${first.at.words} for \`${name}\`, the key says ${when.words}`,
        hint: 'Correct one of the two; the key may also be left out.',
      };
    }
  },
};
