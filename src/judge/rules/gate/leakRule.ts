import type { Detector } from '../../leak/leak.js';
import { findShownLeaks } from '../../leak/shownLeak.js';
import type { Rule } from '../../rule.js';
import type { ShownText } from '../../shownText.js';
import { createTextRule } from './gateRule.js';

/** A rule of the gate that refuses what detectors find in the texts that customers read. */
export function createLeakRule({
  detectors,
  isMeant = () => false,
  ...description
}: Pick<Rule, 'id' | 'description' | 'bad' | 'good'> & {
  detectors: readonly Detector[];
  /** Whether a text is there to say such things. */
  isMeant?: (shown: ShownText) => boolean;
}): Rule {
  return createTextRule({
    ...description,
    *check(shown, { history }) {
      if (isMeant(shown)) return;
      for (const detector of detectors) yield* findShownLeaks(shown, detector, history.settings);
    },
  });
}
