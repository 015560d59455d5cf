import type { Rule } from '../../rule.js';
import { isFinal, isHandedDown, isHarm } from './finalText.js';
import { pathOf } from '../times/timesOrder.js';

/** Whether our own alarms rang is the first question to ask of how long it took. */
export const detectionUnsaid: Rule = {
  id: 'detection-unsaid',
  level: 'info',
  blocks: false,
  description:
    'A final text that says when an incident was detected also says by whom: `detection.by`. For a major one that is a warning.',
  bad: `detection:
  note: The first call came at twenty to ten.`,
  good: `detection:
  by: customer
  note: The first call came at twenty to ten.`,
  *check(subject) {
    const { incident } = subject;
    const { detected, detection, severity } = incident;
    if (!isFinal(subject) || !isHarm(subject) || isHandedDown(incident)) return;
    if (!detected || detection?.by !== undefined) return;
    yield {
      path: detection ? ['detection'] : pathOf('detected', incident),
      part: detection ? 'key' : 'value',
      message: `This was detected (${detected.words}), but not said by whom`,
      hint: 'Write `detection:` with `by:` monitoring, staff, customer, provider or outsider.',
      ...(severity?.major === true ? { level: 'warning' } : {}),
    };
  },
};
