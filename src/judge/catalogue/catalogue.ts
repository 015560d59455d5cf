import type { RuleDescription } from '../rule.js';
import { ruleGroups, rules, type RuleGroup } from '../rules.js';
import { fieldRules } from './fieldRules.js';
import { fileRules } from './fileRules.js';
import { publicTextRules } from './publicTextRules.js';
import { settingsRules } from './settingsRules.js';
import { yamlRules } from './yamlRules.js';

/** Every rule id that a diagnostic can carry, in groups: what `explain` and docs/rules.md tell. */
export const catalogue: readonly RuleGroup<RuleDescription>[] = [
  ...ruleGroups,
  {
    title: 'Accepted words',
    about: 'What customers read is what a reviewer saw.',
    rules: publicTextRules,
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
