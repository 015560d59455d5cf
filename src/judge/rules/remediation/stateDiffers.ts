import { isOpen, type RemediationItem } from '../../../model/remediationItem.js';
import type { Finding, Rule } from '../../rule.js';

/** A key that tells of another state than `state` does: one of the two was forgotten. */
export const stateDiffers: Rule = {
  id: 'state-differs',
  level: 'warning',
  blocks: false,
  description:
    'What is written of an item goes with its `state`: `done` with a date is for what is done, `superseded_by` for what is superseded, `reason` for what will not be done, and only what was done can have been effective.',
  bad: `remediation:
  - id: R1
    title: Rotate the log of the order database every hour
    type: prevent
    owner: kim
    due: 2026-03-31
    done: 2026-03-29`,
  good: `remediation:
  - id: R1
    title: Rotate the log of the order database every hour
    type: prevent
    state: done
    owner: kim
    due: 2026-03-31
    done: 2026-03-29`,
  *check({ incident }) {
    for (const [index, item] of incident.remediation.entries()) {
      for (const { key, ...finding } of describe(item))
        yield { path: ['remediation', index, key], part: 'key', ...finding };
    }
  },
};

function* describe(item: RemediationItem): Iterable<Omit<Finding, 'path'> & { key: string }> {
  const is = `\`${item.id}\` is \`${item.state}\``;
  // What was done may later be superseded, and its date stays.
  if (item.done !== undefined && (isOpen(item) || item.state === 'proposed' || item.state === 'wont-do')) {
    const when = item.done === 'unknown' ? 'it is said to be done' : 'there is a day on which it was done';
    yield {
      key: 'done',
      message: `${is}, and yet ${when}`,
      hint: 'Write `state: done`, or remove `done`: an item that was opened again is not done.',
    };
  }
  if (item.supersededBy !== undefined && item.state !== 'superseded') {
    yield {
      key: 'superseded_by',
      message: `${is}, and yet another item took its place`,
      hint: 'Write `state: superseded`, or remove `superseded_by`.',
    };
  }
  // Why something is blocked, or was superseded, may well be written there.
  if (item.reason !== undefined && /^(?:open|in-progress|done)$/.test(item.state)) {
    yield {
      key: 'reason',
      message: `${is}, and yet there is a reason why it will not be done`,
      hint: 'Write `state: wont-do`, or remove `reason`; why a date was moved stands in `moved`.',
    };
  }
  // What proved ineffective is rightly opened again.
  if (
    item.verified?.result === 'effective' &&
    (isOpen(item) || item.state === 'proposed' || item.state === 'wont-do')
  ) {
    yield {
      key: 'verified',
      message: `${is}, and yet it was found effective`,
      hint: 'Write `state: done` with the day, or remove `verified` until it is.',
    };
  }
}
