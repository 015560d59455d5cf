import type { Rule } from '../../rule.js';
import { isMajorReport } from './finalText.js';
import { majorParts } from './majorParts.js';

const headings =
  /\b(?:causes?|caused|why|contributing|factors?|\w*ursachen?|gründe|warum|weshalb|causas?|oorzaak|oorzaken|waarom|pourquoi|facteurs?|factores|fatores|porque)\b|\bpor ?qu[eéê]/iu;

/** Without a cause nothing can be addressed, and the next one of the same cause is not recognised. */
export const causesMissing: Rule = {
  id: 'causes-missing',
  level: 'warning',
  blocks: false,
  description:
    'The final report of a major incident names its causes: in the front matter or in a section of the body.',
  bad: `severity: major
${majorParts.timeline}
${majorParts.remediation.replace(/\n +addresses:.*/, '')}`,
  good: `severity: major
${majorParts.causes}
${majorParts.timeline}
${majorParts.remediation}`,
  *check(subject) {
    const { incident } = subject;
    if (!isMajorReport(subject) || incident.causes.length > 0) return;
    if (incident.sections.some(({ heading }) => headings.test(heading))) return;
    yield {
      path: ['causes'],
      part: 'key',
      message: 'This report of a major incident names no cause',
      hint: 'Write under `causes` what set it off and why it could happen; where nobody found out, say that as a cause’s text.',
    };
  },
};
