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

/** Every rule there is, in the order of the catalogue. A new one is a file and a line in its group. */
export const rules: readonly Rule[] = [
  ...timeRules,
  ...completenessRules,
  ...remediationRules,
  ...policyRules,
  ...proseRules,
  ...leakRules,
  ...acrossRules,
  ...textRules,
  ...referenceRules,
  ...gateRules,
];
