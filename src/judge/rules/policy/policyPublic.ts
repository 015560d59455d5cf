import type { Finding, Rule } from '../../rule.js';
import { findDeadline, findPolicies, findStrictest, type Deadline } from './demand.js';

/** Customers were promised a report by a day. */
export const policyPublic: Rule = {
  id: 'policy-public',
  level: 'warning',
  blocks: false,
  description:
    'A policy of `site.yaml` asks that the incident is public within a time of `resolved`. Of one that became public too late it is an info, whatever the policy’s level: nothing can mend it any more.',
  bad: {
    'site/site.yaml': `policies:
  - id: open-books
    when: { service: [checkout] }
    require: { public_within: 10bd }`,
    'incidents/2026-03-14-checkout-down.md': `tags: [storage]`,
  },
  good: {
    'site/site.yaml': `policies:
  - id: open-books
    when: { service: [checkout] }
    require: { public_within: 10bd }`,
    'incidents/2026-03-14-checkout-down.md': `public:
  since: 2026-03-25
  show: [summary, impact]`,
  },
  *check(subject) {
    const { incident, history } = subject;
    const since = incident.publication?.since?.first;
    // A block without its day is an error of its own.
    if (incident.publication && !since) return;
    const deadlines = findPolicies(subject).map((policy) =>
      findDeadline(policy, policy.require.public_within, 'resolved', subject),
    );
    const missed = findStrictest(deadlines.filter((one) => one && (since ?? history.asOf) > one.day));
    if (missed) yield describeMissed(missed, since, history.asOf);
  },
};

function describeMissed(
  { policy, day, reckoned }: Deadline,
  since: string | undefined,
  asOf: string,
): Finding {
  const asks = (verb: string): string => `\`${policy.id}\` ${verb} for ${day} at the latest, ${reckoned}`;
  if (since === undefined) {
    return {
      path: ['public'],
      part: 'key',
      level: policy.level,
      policy: policy.id,
      message: `This incident is not public; ${asks('asks')}`,
      hint: 'Add a `public` block that names what customers see, or waive this with a reason.',
    };
  }
  const path = ['public', 'since'];
  return since > asOf
    ? {
        path,
        level: policy.level,
        policy: policy.id,
        message: `This incident becomes public on ${since}; ${asks('asks')}`,
        hint: 'Bring `since` forward, or waive this with a reason.',
      }
    : {
        path,
        level: 'info',
        policy: policy.id,
        message: `This incident became public on ${since}; ${asks('asked')}`,
        hint: 'Nothing mends this any more; if there was a reason, waive it with that.',
      };
}
