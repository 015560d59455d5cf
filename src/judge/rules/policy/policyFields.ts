import { isOpen, type RemediationItem } from '../../../model/remediationItem.js';
import type { askedFields } from '../../../settings/policy.js';
import type { Policy } from '../../../settings/preset.js';
import type { Rule, Subject } from '../../rule.js';
import { dueMissing } from '../remediation/dueMissing.js';
import { ownerMissing } from '../remediation/ownerMissing.js';
import { compareLevels, findPolicies, isAsked, isPromised } from './demand.js';

type Asked = (typeof askedFields)[number];

/** What a company needs to know of a promise. */
export const policyFields: Rule = {
  id: 'policy-fields',
  level: 'warning',
  blocks: false,
  description:
    'A policy of `site.yaml` asks for fields of each remediation item. What is done is not asked for `due`, `priority` and `done_when`; what `owner-missing` or `due-missing` already says at the same level is not said twice. Drafts are not asked.',
  bad: {
    'site/site.yaml': `policies:
  - id: tracked
    require:
      remediation: { each: [owner, due, ticket] }`,
    'incidents/2026-03-14-checkout-down.md': `remediation:
  - id: R1
    title: Alert on the volume that holds the orders
    type: detect
    owner: kim
    due: 2026-12-18`,
  },
  good: {
    'site/site.yaml': `policies:
  - id: tracked
    require:
      remediation: { each: [owner, due, ticket] }`,
    'incidents/2026-03-14-checkout-down.md': `remediation:
  - id: R1
    title: Alert on the volume that holds the orders
    type: detect
    owner: kim
    due: 2026-12-18
    ticket: PAY-42`,
  },
  *check(subject) {
    const { incident } = subject;
    if (incident.status === 'draft') return;
    const policies = findPolicies(subject);
    for (const [index, item] of incident.remediation.entries()) {
      if (!isPromised(item) || item.state === 'superseded') continue;
      const told = new Set<Asked>();
      for (const policy of policies) {
        if (!isAsked(policy, item)) continue;
        for (const name of policy.require.remediation?.each ?? []) {
          if (told.has(name) || hasField(item, name) || isSaid(name, index, policy, subject)) continue;
          told.add(name);
          yield {
            path: ['remediation', index, name],
            level: policy.level,
            policy: policy.id,
            message: `\`${item.id}\` has no \`${name}\`, which \`${policy.id}\` asks of each item`,
            hint: `${waysOut[name]}, or waive this with a reason.`,
          };
        }
      }
    }
  },
};

/** Whether an item has a field, or need not have it any more. */
function hasField(item: RemediationItem, name: Asked): boolean {
  if (name === 'ticket') return item.tickets.length > 0;
  if (name === 'addresses') return item.addresses.length > 0;
  if (item[name] !== undefined) return true;
  return name !== 'owner' && !isOpen(item);
}

/** Whether a rule for everybody says at least as loudly that the field is missing. */
function isSaid(name: Asked, index: number, policy: Policy, subject: Subject): boolean {
  const rule = name === 'owner' ? ownerMissing : name === 'due' ? dueMissing : undefined;
  if (!rule) return false;
  const set = subject.history.settings.rules[rule.id];
  const level = (typeof set === 'object' ? set.level : set) ?? rule.level;
  if (level === 'off' || compareLevels(policy.level, level) < 0) return false;
  return [...rule.check(subject)].some(({ path }) => path?.[1] === index);
}

const waysOut: Record<Asked, string> = {
  owner: 'Write `owner:` with a person or team of site/site.yaml',
  due: 'Write `due:` with a day, a month or a quarter',
  addresses: 'Write `addresses:` with the ids of the causes it is about',
  priority: 'Write `priority:` with one of site/site.yaml',
  ticket: 'Write `ticket:` with its key or address',
  done_when: 'Write `done_when:`, so that one can tell when it is done',
};
