import { spellWhen } from '../../../time/spellWhen.js';
import type { Finding } from '../../rule.js';
import { isShownEntry, namedParts } from '../../visibility.js';
import { createGateRule } from './gateRule.js';

/**
 * `mitigated` and `resolved` are always public, `detected` with `detection`. Where they are left to the timeline, an
 * entry that is withheld would tell its time all the same.
 */
export const milestoneWithheld = createGateRule({
  id: 'milestone-withheld',
  description: 'A public time is not taken from a withheld entry of the timeline.',
  *check({ incident }): Iterable<Finding> {
    for (const name of ['detected', 'mitigated', 'resolved'] as const) {
      const index = incident.implied[name];
      const when = incident[name];
      if (index === undefined || !when || (name === 'detected' && !namedParts(incident).has('detection')))
        continue;
      const entry = incident.timeline[index];
      if (!entry || isShownEntry(entry)) continue;
      yield {
        path: ['timeline', index],
        message: `\`${name}\` is public, and comes from this entry, which is withheld`,
        hint: `If customers may know the time, write \`${name}: ${spellWhen(when)}\` at the top of the file; else a vaguer one, e.g. its day.`,
      };
    }
  },
});
