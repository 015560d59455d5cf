import { listWords } from '../../../validate/suggestion.js';
import type { Rule } from '../../rule.js';
import { findPolicies, isPromised } from './demand.js';

/** An incident of which nothing follows comes again. */
export const policyItems: Rule = {
  id: 'policy-items',
  level: 'warning',
  blocks: false,
  description:
    'A policy of `site.yaml` asks for so many remediation items, or for some of each type. What is only proposed, dropped or superseded does not count. Drafts, and incidents that go on, are not asked.',
  bad: {
    'site/site.yaml': `policies:
  - id: lasting-fixes
    when: { severity: [minor] }
    require:
      remediation: { min: 1, types: [detect] }`,
    'incidents/2026-03-14-checkout-down.md': `remediation:
  - id: R1
    title: Rotate the debug log of the order database
    type: prevent
    owner: storage
    due: 2026-12-11`,
  },
  good: {
    'site/site.yaml': `policies:
  - id: lasting-fixes
    when: { severity: [minor] }
    require:
      remediation: { min: 1, types: [detect] }`,
    'incidents/2026-03-14-checkout-down.md': `remediation:
  - id: R1
    title: Rotate the debug log of the order database
    type: prevent
    owner: storage
    due: 2026-12-11
  - id: R2
    title: Alert on the volume that holds the orders
    type: detect
    owner: kim
    due: 2026-12-18`,
  },
  *check(subject) {
    const { incident } = subject;
    if (incident.status === 'draft' || incident.ongoing) return;
    const items = incident.remediation.filter(isPromised);
    const told = { min: 0, types: new Set<string>() };
    for (const { id, level, require } of findPolicies(subject)) {
      const { min = 0, types = [] } = require.remediation ?? {};
      const missing = types.filter((type) => !items.some((item) => item.type === type));
      const isFew = items.length < min && told.min < min;
      const isNews = isFew || missing.some((type) => !told.types.has(type));
      if (!isNews) continue;
      if (isFew) told.min = min;
      for (const type of missing) told.types.add(type);
      yield {
        path: ['remediation'],
        part: 'key',
        level,
        policy: id,
        message: `\`${id}\` asks for ${listDemands(items.length < min ? min : 0, missing)}; ${
          items.length === 0
            ? 'there is none'
            : items.length < min
              ? `there ${items.length === 1 ? 'is' : 'are'} ${items.length}`
              : items.length === 1
                ? 'the one here is not'
                : `none of the ${items.length} here is`
        }`,
        hint: 'Add what will be done, or waive this with a reason. Items that are proposed, dropped or superseded do not count.',
      };
    }
  },
};

/** "at least 2 remediation items, and one of type `detect`" */
function listDemands(min: number, types: readonly string[]): string {
  const count = min > 0 ? `at least ${min} remediation item${min === 1 ? '' : 's'}` : '';
  const ofType = types.length === 1 ? 'of type' : 'of each of the types';
  const kinds = types.length === 0 ? '' : `${ofType} ${listWords(types, 'and')}`;
  if (count && kinds) return `${count}, ${min === 1 && types.length === 1 ? '' : 'and one '}${kinds}`;
  return count || `a remediation item ${kinds}`;
}
