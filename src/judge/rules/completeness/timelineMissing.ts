import type { Rule } from '../../rule.js';
import { isMajorReport } from './finalText.js';
import { majorParts } from './majorParts.js';

const headings =
  /\b(?:time-?line|chronology|sequence of events|chronik|chronologie|verlauf|ablauf|hergang|zeitachse|tijdlijn|verloop|cronograma)\b|\bcronolog[ií]a|\bl[ií]nea (?:de|del) tiempo|\blinha do tempo|\bd[ée]roul[ée]/iu;

/** How long each step took can only be learned from when it was taken. */
export const timelineMissing: Rule = {
  id: 'timeline-missing',
  level: 'warning',
  blocks: false,
  description:
    'The final report of a major incident has a timeline: in the front matter or as a section of the body.',
  bad: `severity: major
${majorParts.causes}
${majorParts.remediation}`,
  good: `severity: major
${majorParts.causes}
${majorParts.timeline}
${majorParts.remediation}`,
  *check(subject) {
    const { incident } = subject;
    if (!isMajorReport(subject) || incident.ongoing || incident.timeline.length > 0) return;
    if (incident.sections.some(({ heading }) => headings.test(heading))) return;
    yield {
      path: ['timeline'],
      part: 'key',
      message: 'This report of a major incident has no `timeline`',
      hint: 'Write what happened when, as exact as it is known; times may be left out. Or waive this with a reason.',
    };
  },
};
