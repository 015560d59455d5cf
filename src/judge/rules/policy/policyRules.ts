import type { Rule } from '../../rule.js';
import { policyDue } from './policyDue.js';
import { policyFields } from './policyFields.js';
import { policyFinished } from './policyFinished.js';
import { policyItems } from './policyItems.js';
import { policyPublic } from './policyPublic.js';

/** What the company asks of its own incidents. */
export const policyRules: readonly Rule[] = [
  policyItems,
  policyFields,
  policyDue,
  policyFinished,
  policyPublic,
];
