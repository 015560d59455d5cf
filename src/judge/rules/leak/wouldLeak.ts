import { accountIds } from '../../leak/accountId.js';
import { chatMentions } from '../../leak/chatMention.js';
import { emailAddresses } from '../../leak/emailAddress.js';
import { forbiddenTexts } from '../../leak/forbiddenText.js';
import { hostNames } from '../../leak/hostName.js';
import { innerLinks } from '../../leak/innerSystem.js';
import type { Detector } from '../../leak/leak.js';
import { personNames } from '../../leak/personName.js';
import { privateAddresses } from '../../leak/privateAddress.js';
import { ticketKeys } from '../../leak/ticketKey.js';
import { createTexts, placeIn, type Text } from '../../text.js';
import type { Finding, Rule } from '../../rule.js';

const detectors: readonly Detector[] = [
  personNames,
  emailAddresses,
  privateAddresses,
  hostNames,
  accountIds,
  innerLinks,
  ticketKeys,
  chatMentions,
  forbiddenTexts,
];

/** Parts of the front matter that are there to name people and places, and are never public. */
const meant = new Set([
  'authors',
  'roles',
  'review',
  'links',
  'related',
  'aliases',
  'waive',
  'origin',
  'tags',
]);

/**
 * One remark a file: internal texts are full of names, and rightly. It is for the day on which somebody thinks of
 * publishing one. Where a `public` block stands that has been thought of, and the gate judges; a draft is not there yet.
 */
export const wouldLeak: Rule = {
  id: 'would-leak',
  level: 'info',
  blocks: false,
  description:
    'A remark on a finished text that is not public: how many names of people, addresses, links into tickets and chats and the like would have to go before it could be. Nothing is wrong with them where they are; in a public text each is an error.',
  bad: `timeline:
  - at: 2026-03-14 09:41
    text: Kim Doe logs in to 10.20.4.17 and finds the disk full.`,
  good: `timeline:
  - at: 2026-03-14 09:41
    text: The engineer on call logs in to the order database and finds the disk full.`,
  *check({ incident, document, history }) {
    if (incident.publication || incident.status === 'draft') return;
    const counts = new Map<Detector, Set<string>>();
    let first: { text: Text; from: number; to: number } | undefined;
    for (const text of createTexts(document)) {
      if (text.kind === 'address' || meant.has(String(text.path?.[0]))) continue;
      let earliest: { from: number; to: number } | undefined;
      for (const detector of detectors) {
        for (const { from, found } of detector.find(text.text, history.settings)) {
          counts.set(detector, (counts.get(detector) ?? new Set()).add(found.toLowerCase()));
          if (!earliest || from < earliest.from) earliest = { from, to: from + found.length };
        }
      }
      if (earliest) first ??= { text, ...earliest };
    }
    if (first) yield describe(counts, placeIn(first.text, first.from, first.to));
  },
};

function describe(
  counts: ReadonlyMap<Detector, ReadonlySet<string>>,
  at: Pick<Finding, 'path' | 'within' | 'range'>,
): Finding {
  const kinds = detectors.flatMap((detector) => {
    const count = counts.get(detector)?.size ?? 0;
    if (count === 0) return [];
    return [count === 1 ? detector.one : `${count} ${detector.many}`];
  });
  const last = kinds.pop() ?? '';
  return {
    ...at,
    message: `If this became public, it would tell ${kinds.length === 0 ? last : `${kinds.join(', ')} and ${last}`}`,
    hint: 'That is fine while it stays internal. Before it gets a `public` block, say these in other words, or keep them in what is withheld.',
  };
}
