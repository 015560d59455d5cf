import { readAloud } from '../../leak/shownLeak.js';
import type { Secret } from '../../leak/secret.js';
import type { Finding } from '../../rule.js';
import type { ShownText } from '../../shownText.js';
import { placeIn, placeOf } from '../../text.js';
import { createTextRule } from './gateRule.js';

/** A key that stands on a page opens what it opens to everybody. */
export const secret = createTextRule({
  id: 'secret',
  description:
    'No shown text holds a password, a token or a key. Whatever is found is revoked first: what has been in the history of a repository is known to everybody who has a copy. What is printed never repeats it.',
  // In pieces, so that nothing that looks for secrets finds one here.
  bad: `summary: >
  Checkout could not read its prices from
  ${['https://shop', 'correct-horse'].join(':')}@prices.example.com/all.
public:
  since: 2026-03-20
  show: [summary, impact]`,
  good: `summary: >
  Checkout could not read its prices.
public:
  since: 2026-03-20
  show: [summary, impact]`,
  *check(shown, { findSecrets }): Iterable<Finding> {
    for (const { secret: found, at } of findShownSecrets(shown, findSecrets))
      yield {
        ...at,
        message: `Here stands ${found.kind}`,
        hint: 'Revoke it first: it is in the history of the repository. Then write what it was for.',
        secret: true,
      };
  },
});

/** The secrets of a shown text: as written, and as readers see them where marks stand in between. */
export function findShownSecrets(
  shown: ShownText,
  findSecrets: (text: string) => Secret[],
): { secret: Secret; at: Pick<Finding, 'path' | 'within' | 'range'> }[] {
  const written = findSecrets(shown.text).map((one) => ({ secret: one, at: placeIn(shown, ...one.range) }));
  const values = new Set(written.map((one) => one.secret.value));
  const read = readAloud(shown).flatMap(({ text, node }) =>
    findSecrets(text)
      .filter(({ value }) => ![...values].some((known) => known.includes(value) || value.includes(known)))
      .map((one) => ({ secret: one, at: placeOf(shown, node) })),
  );
  return [...written, ...read];
}
