import type { Rule } from '../../rule.js';
import { isMajorReport } from './finalText.js';
import { majorParts } from './majorParts.js';

/** What stands only in the body is followed up by nobody: the tracker reads the front matter. */
export const remediationMissing: Rule = {
  id: 'remediation-missing',
  level: 'warning',
  blocks: false,
  description: 'The final report of a major incident says under `remediation` what will be different.',
  bad: `severity: major
${majorParts.causes}
${majorParts.timeline}`,
  good: `severity: major
${majorParts.causes}
${majorParts.timeline}
${majorParts.remediation}`,
  *check(subject) {
    const { incident } = subject;
    if (!isMajorReport(subject) || incident.remediation.length > 0) return;
    yield {
      path: ['remediation'],
      part: 'key',
      message: 'This report of a major incident promises nothing: there is no `remediation`',
      hint: 'Write what will be different, each with an owner and a day; or waive this with the reason why nothing will.',
    };
  },
};
