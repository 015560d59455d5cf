import type { RuleDescription } from '../rule.js';
import { rules } from '../rules.js';
import { fieldRules } from './fieldRules.js';
import { fileRules } from './fileRules.js';
import { settingsRules } from './settingsRules.js';
import { yamlRules } from './yamlRules.js';
import { acrossRules } from '../rules/across/acrossRules.js';
import { completenessRules } from '../rules/completeness/completenessRules.js';
import { gateRules } from '../rules/gate/gateRules.js';
import { leakRules } from '../rules/leak/leakRules.js';
import { policyRules } from '../rules/policy/policyRules.js';
import { proseRules } from '../rules/prose/proseRules.js';
import { referenceRules } from '../rules/reference/referenceRules.js';
import { remediationRules } from '../rules/remediation/remediationRules.js';
import { textRules } from '../rules/text/textRules.js';
import { timeRules } from '../rules/times/timeRules.js';

/** Some rules, under a heading. */
export interface RuleGroup {
  title: string;
  /** What they have in common, in a sentence. */
  about: string;
  rules: readonly RuleDescription[];
}

/** Every rule id that a diagnostic can carry, in groups: what `explain` and docs/rules.md tell. */
export const catalogue: readonly RuleGroup[] = [
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
  { title: 'Files', about: 'Each postmortem can be read, and is one file of one id.', rules: fileRules },
  { title: 'YAML', about: 'Front matter and `site.yaml` can be read, and mean one thing.', rules: yamlRules },
  { title: 'Fields', about: 'Every key is known, and holds what it is for.', rules: fieldRules },
  {
    title: 'Settings and waivers',
    about: 'What is said of rules has an effect.',
    rules: settingsRules,
  },
];

/** By id, every description. */
const descriptions: ReadonlyMap<string, RuleDescription> = new Map(
  catalogue.flatMap((group) => group.rules.map((rule) => [rule.id, rule])),
);

/** The ids of all rules. */
export const ruleIds: readonly string[] = [...descriptions.keys()];

/**
 * Whether the settings can change a rule's level, and a file waive it. What blocks stays as it is; so does what is said of
 * the settings and the waivers themselves.
 */
export function canBeSet(rule: RuleDescription): boolean {
  return !rule.blocks && rules.some(({ id }) => id === rule.id);
}

/** The description of a rule; undefined when there is none of that id. */
export function findRule(id: string): RuleDescription | undefined {
  return descriptions.get(id);
}
