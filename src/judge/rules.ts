import type { Rule } from './rule.js';
import { acrossRules } from './rules/across/acrossRules.js';
import { completenessRules } from './rules/completeness/completenessRules.js';
import { gateRules } from './rules/gate/gateRules.js';
import { leakRules } from './rules/leak/leakRules.js';
import { policyRules } from './rules/policy/policyRules.js';
import { proseRules } from './rules/prose/proseRules.js';
import { referenceRules } from './rules/reference/referenceRules.js';
import { remediationRules } from './rules/remediation/remediationRules.js';
import { textRules } from './rules/text/textRules.js';
import { timeRules } from './rules/times/timeRules.js';

/** Some rules, under a heading. */
export interface RuleGroup<R> {
  title: string;
  /** What they have in common, in a sentence. */
  about: string;
  rules: readonly R[];
}

/** The rules that are judged by, in the order of the catalogue. A new one is a file and a line in its group. */
export const ruleGroups: readonly RuleGroup<Rule>[] = [
  { title: 'Times', about: 'When things happened: in order, and possible.', rules: timeRules },
  {
    title: 'Completeness',
    about: 'What a reader of such an incident looks for is there.',
    rules: completenessRules,
  },
  {
    title: 'Causes and remediation',
    about: 'What was promised can be kept, and be seen to be kept.',
    rules: remediationRules,
  },
  { title: 'Policies', about: 'What `policies` of `site.yaml` ask.', rules: policyRules },
  { title: 'Prose', about: 'A text about systems, not about who is to blame.', rules: proseRules },
  { title: 'Leaks', about: 'What should not be told, in texts that are not public.', rules: leakRules },
  { title: 'Across files', about: 'What several files say of each other.', rules: acrossRules },
  {
    title: 'Text',
    about: 'Every reader, also another program, takes a text as it was meant.',
    rules: textRules,
  },
  { title: 'Names', about: 'What a file names exists.', rules: referenceRules },
  {
    title: 'The gate',
    about:
      'What customers read is what it seems. These rules hold for every incident with a `public` block; they can be neither waived nor changed in level.',
    rules: gateRules,
  },
];

/** Every such rule. */
export const rules: readonly Rule[] = ruleGroups.flatMap((group) => group.rules);
