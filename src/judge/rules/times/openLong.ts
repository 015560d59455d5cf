import { isCertainlyAfterDay } from '../../../time/day.js';
import { addDays } from '../../../time/isoDay.js';
import type { Rule } from '../../rule.js';
import { isFinal } from '../completeness/finalText.js';

/** How many days an incident may go on before somebody should say whether it does. */
const days = 7;

/** A forgotten `resolved` tells customers that they are still without service. */
export const openLong: Rule = {
  id: 'open-long',
  level: 'warning',
  blocks: false,
  description:
    'An incident without `resolved` still goes on: it is no final text, and after a week somebody should look.',
  bad: `---
title: Search is slow
severity: minor
status: review
started: 2026-03-14 09:05
summary: Searches take ten seconds since an index was rebuilt.
impact:
  - service: search
    level: degraded
---`,
  good: `resolved: unknown`,
  *check(subject) {
    const { incident, history } = subject;
    if (!incident.ongoing) return;
    const { started } = incident;
    const isDone = isFinal(subject);
    const weekAgo = addDays(history.asOf, -days);
    const isOld =
      started.latest !== null && !isCertainlyAfterDay(started, weekAgo, history.settings.timezone);
    if (!isDone && !isOld) return;
    yield {
      path: ['resolved'],
      part: 'key',
      message: isDone
        ? 'This text is final, and says that the incident still goes on: there is no `resolved`'
        : `This incident started more than a week ago (${started.words}) and still goes on: there is no \`resolved\``,
      hint: 'Write when it was over, or `resolved: unknown` if nobody knows.',
    };
  },
};
