import type { RuleDescription } from '../rule.js';

/** What is said of `site.yaml` and of the rules themselves: of their settings, and of the waivers in a file. */
export const settingsRules: readonly RuleDescription[] = [
  {
    id: 'rule-unknown',
    level: 'warning',
    blocks: false,
    description:
      '`rules` of `site.yaml` names rules that exist. A misspelt one would change nothing, and nobody would know why.',
    bad: {
      'site/site.yaml': 'rules: { due-mising: off }',
      'incidents/2026-03-14-checkout-down.md': 'title: Checkout was down',
    },
    good: {
      'site/site.yaml': 'rules: { due-missing: off }',
      'incidents/2026-03-14-checkout-down.md': 'title: Checkout was down',
    },
  },
  {
    id: 'rule-fixed',
    level: 'warning',
    blocks: false,
    description:
      'Rules that stop a build keep their level. Without them the sites would be wrong, or would tell customers what is not theirs to read.',
    bad: {
      'site/site.yaml': 'rules: { raw-html: off }',
      'incidents/2026-03-14-checkout-down.md': 'title: Checkout was down',
    },
    good: {
      'site/site.yaml': 'rules: { due-missing: off }',
      'incidents/2026-03-14-checkout-down.md': 'title: Checkout was down',
    },
  },
  {
    id: 'language-untranslated',
    level: 'info',
    blocks: false,
    description:
      'The public pages have words of their own in English and in German. With another `language` in `site.yaml` they are English around the texts of your authors, and each part says to browsers and screen readers in which language it is.',
    bad: {
      'site/site.yaml': 'language: fr',
      'incidents/2026-03-14-checkout-down.md': 'title: Checkout was down',
    },
    good: {
      'site/site.yaml': 'language: de-AT',
      'incidents/2026-03-14-checkout-down.md': 'title: Checkout was down',
    },
  },
  {
    id: 'waiver-unknown',
    level: 'warning',
    blocks: false,
    description: '`waive` names a rule that exists. A misspelt one sets nothing aside.',
    bad: `waive:
  - rule: due-mising
    reason: The report that we retell names no dates.
    by: kim`,
    good: `remediation:
  - id: R1
    title: Alert on the volume that holds the orders
    type: detect
    owner: kim
waive:
  - rule: due-missing
    reason: The report that we retell names no dates.
    by: kim`,
  },
  {
    id: 'waiver-refused',
    level: 'warning',
    blocks: false,
    description:
      'What stops a build cannot be waived. Without those rules the sites would be wrong, or would tell customers what is not theirs to read.',
    bad: `waive:
  - rule: raw-html
    reason: The line breaks are meant.
    by: kim`,
    good: 'waive: []',
  },
  {
    id: 'waiver-ended',
    level: 'warning',
    blocks: false,
    description:
      'A waiver holds until the last day it names. After it the rule speaks again, and somebody should do what was put off, or decide anew; here the rule is one that is only mentioned.',
    bad: {
      'site/site.yaml': 'rules: { due-missing: info }',
      'incidents/2026-03-14-checkout-down.md': `remediation:
  - id: R1
    title: Alert on the volume that holds the orders
    type: detect
    owner: kim
waive:
  - rule: due-missing
    at: R1
    reason: The new disks have no day yet.
    by: kim
    until: 2026-09-30`,
    },
    good: {
      'site/site.yaml': 'rules: { due-missing: info }',
      'incidents/2026-03-14-checkout-down.md': `remediation:
  - id: R1
    title: Alert on the volume that holds the orders
    type: detect
    owner: kim
    due: 2026-12-31`,
    },
  },
  {
    id: 'waiver-unused',
    level: 'warning',
    blocks: false,
    description:
      'Every waiver sets something aside. One that does not was for something that has been mended, or is at the wrong place; left there it would hide the next mistake.',
    bad: `remediation:
  - id: R1
    title: Alert on the volume that holds the orders
    type: detect
    owner: kim
    due: 2026-12-31
waive:
  - rule: due-missing
    at: R1
    reason: The new disks have no day yet.
    by: kim`,
    good: `remediation:
  - id: R1
    title: Alert on the volume that holds the orders
    type: detect
    owner: kim
    due: 2026-12-31`,
  },
];
