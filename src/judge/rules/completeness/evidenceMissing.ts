import type { Rule } from '../../rule.js';
import { isMajorReport } from './finalText.js';

/** What else is asked of a major report, for the examples. */
const otherParts = `remediation:
  - { id: R1, title: Alert on the volume of the orders, type: detect, owner: kim, due: 2026-12-31 }
---
## Why it happened

The job that rotates the logs had been switched off.`;

/** Graphs and logs are gone in a few weeks; whoever doubts the timeline next year needs to know where to look. */
export const evidenceMissing: Rule = {
  id: 'evidence-missing',
  level: 'info',
  blocks: false,
  description:
    'The timeline of a major incident says where it can be seen: `evidence` of an entry, or `links`. Neither is ever public.',
  bad: `severity: major
timeline:
  - at: 2026-03-14 09:05
    text: Checkout begins to fail.
${otherParts}`,
  good: `severity: major
timeline:
  - at: 2026-03-14 09:05
    text: Checkout begins to fail.
    evidence: https://graphs.example.com/d/checkout
${otherParts}`,
  *check(subject) {
    const { incident } = subject;
    if (!isMajorReport(subject) || incident.timeline.length === 0) return;
    const { links, review, timeline } = incident;
    if (links.length > 0 || review?.notes !== undefined) return;
    if (timeline.some(({ evidence, text }) => evidence !== undefined || /https?:\/\//.test(text))) return;
    yield {
      path: ['timeline'],
      part: 'key',
      message: 'Nothing shows where this timeline can be seen',
      hint: 'Give an entry its `evidence:` (a graph, a log, a chat), or name the places under `links`.',
    };
  },
};
