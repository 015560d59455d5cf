import type { History } from '../../../model/history.js';
import type { ShownText } from '../../shownText.js';
import { blankCode, placeIn, splitLines } from '../../text.js';
import type { Finding } from '../../rule.js';
import { createTextRule } from './gateRule.js';
import { foldText } from './internalWord.js';
import { lead } from './mark.js';

/** Customers know neither the services that are internal nor the sections that are withheld. */
export const internalName = createTextRule({
  id: 'internal-name',
  description:
    'A shown text holds neither the name of an internal service nor the heading of a withheld section as a label. Customers know neither, and are not to.',
  bad: {
    'site/site.yaml': `services:
  - { id: checkout, name: Checkout }
  - { id: ledger-db, name: Ledger database, internal: true }`,
    'incidents/2026-03-14-checkout-down.md': `summary: Checkout was down, because the disk of the ledger database was full.
public:
  since: 2026-03-20
  show: [summary, impact]`,
  },
  good: {
    'site/site.yaml': `services:
  - { id: checkout, name: Checkout }
  - { id: ledger-db, name: Ledger database, internal: true }`,
    'incidents/2026-03-14-checkout-down.md': `summary: Checkout was down, because the disk of the ledger database was full.
public:
  since: 2026-03-20
  show: [summary, impact]
  summary: Checkout was down, because a disk in our data centre was full.`,
  },
  *check(shown, { incident, history }): Iterable<Finding> {
    yield* findServices(shown, history);
    if (shown.tree) yield* findLabels(shown, incident.publication?.withheld ?? []);
  },
});

function* findServices(shown: ShownText, { settings }: History): Iterable<Finding> {
  // A public service may have the name of an internal one within its own.
  let text = shown.text;
  for (const { name, internal } of settings.services) {
    if (!internal) text = text.replaceAll(name, (found) => ' '.repeat(found.length));
  }
  const lower = text.toLowerCase();
  for (const service of settings.services) {
    if (!service.internal || !couldHold(lower, service, shown)) continue;
    for (const pattern of createPatterns(service, shown)) {
      for (const match of text.matchAll(pattern)) {
        const isId = shown.kind === 'address' && shown.path?.length === 0;
        yield {
          ...placeIn(shown, match.index, match.index + match[0].length),
          message: isId
            ? `The id of this incident, \`${shown.text}\`, is public and holds \`${match[0]}\`, an internal service`
            : `“${match[0]}” is the internal service \`${service.id}\`, which customers do not know`,
          hint: isId
            ? 'Give the file a name without it before it is public.'
            : 'Say what it does instead; or, in an entry of a list, write a `public:` text.',
        };
      }
    }
  }
}

/** Whether a text, in lower case, is worth the patterns, which are slow to make; an address has letters without accents. */
function couldHold(lower: string, { id, name }: { id: string; name: string }, { kind }: ShownText): boolean {
  const [first = ''] = name.toLowerCase().split(/\s+/);
  return kind === 'address' || lower.includes(first) || lower.includes(id);
}

/**
 * A name is found as whole words: one of a single word as it is written, since `Search` may be a service and search is
 * not; one of more in any case. An id is found where it is more than a word.
 */
function createPatterns({ id, name }: { id: string; name: string }, { kind, path }: ShownText): RegExp[] {
  const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const whole = (text: string, flags: string): RegExp =>
    new RegExp(`(?<![\\p{L}\\p{N}_])${text}(?![\\p{L}\\p{N}_])`, `gu${flags}`);
  if (kind === 'address') {
    const slug = foldText(name).replace(/[^a-z0-9]+/g, '-');
    // In the address of a provider a single word is theirs.
    const isOurs = path?.[0] !== 'provider';
    const slugs = [...new Set([id, slug])].filter((one) => one !== '' && (isOurs || one.includes('-')));
    return slugs.map((one) => whole(escape(one), 'i'));
  }
  const words = name.split(/\s+/);
  const patterns = [whole(words.map(escape).join('[\\s\\-]+'), words.length > 1 ? 'i' : '')];
  if (/[-0-9]/.test(id) && id !== name.toLowerCase()) patterns.push(whole(escape(id), 'i'));
  return patterns;
}

function* findLabels(shown: ShownText, withheld: readonly string[]): Iterable<Finding> {
  if (withheld.length === 0) return;
  const longest = 20 + Math.max(...withheld.map((heading) => heading.length));
  const names = new Map(withheld.map((heading) => [foldText(heading), heading]));
  for (const { line, offset } of splitLines(blankCode(shown))) {
    // Marks of headings, lists, quotes and emphasis stand before and after it. No heading is as long as a paragraph.
    const before = lead.exec(line)?.[0].length ?? 0;
    const bare = line.slice(before, before + longest).trim();
    const label = /^[^:：*_|#]+(?=[*_|#\s]*$|[*_]{0,3}\s{0,3}[:：])/.exec(bare)?.[0].trim() ?? bare;
    const heading = names.get(foldText(label));
    if (heading === undefined) continue;
    const from = offset + line.indexOf(label);
    yield {
      ...placeIn(shown, from, from + label.length),
      message: `“${label}” is the heading of a section that is withheld`,
      hint: 'If what follows belongs to that section, move it there; else begin with other words.',
    };
  }
}
