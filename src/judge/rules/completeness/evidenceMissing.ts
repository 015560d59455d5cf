import type { Rule } from '../../rule.js';
import { isMajorReport } from './finalText.js';
import { majorParts } from './majorParts.js';

/** Graphs and logs are gone in a few weeks; whoever doubts the timeline next year needs to know where to look. */
export const evidenceMissing: Rule = {
  id: 'evidence-missing',
  level: 'info',
  blocks: false,
  description:
    'The timeline of a major incident says where it can be seen: `evidence` of an entry, or `links`. Neither is ever public.',
  bad: `severity: major
${majorParts.causes}
${majorParts.timeline.replace(/\n +evidence:.*/, '')}
${majorParts.remediation}`,
  good: `severity: major
${majorParts.causes}
${majorParts.timeline}
${majorParts.remediation}`,
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
