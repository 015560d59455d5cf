import { findShownTexts } from '../gate/gateRule.js';
import { findShownSecrets } from '../gate/secret.js';
import type { Rule } from '../../rule.js';

/** What is in a repository is read by everybody who has a copy, and what was in it stays. */
export const secretInternal: Rule = {
  id: 'secret-internal',
  level: 'info',
  blocks: false,
  description:
    'No file holds a password, a token or a key, also where customers do not read it: everybody who has a copy of the repository does, and the internal site shows it. What is printed never repeats it. In a text that customers read it is `secret`, an error.',
  // In pieces, so that nothing that looks for secrets finds one here.
  bad: `timeline:
  - at: 2026-03-14 09:41
    text: >
      Nothing answers at ${['https://shop', 'correct-horse'].join(':')}@prices.example.com/all.`,
  good: `timeline:
  - at: 2026-03-14 09:41
    text: Nothing answers where the prices come from.`,
  *check(subject) {
    const { incident, document, findSecrets } = subject;
    const secrets = findSecrets(document.text);
    if (secrets.length === 0) return;
    const shown = incident.publication ? findShownTexts(subject) : [];
    const said = new Set(
      shown.flatMap((text) => findShownSecrets(text, findSecrets).map((one) => one.secret.value)),
    );
    for (const { range, value, kind } of secrets) {
      if (said.has(value)) continue;
      said.add(value);
      yield {
        range,
        message: `Here stands ${kind}`,
        hint: 'Revoke it: whoever has a copy of the repository has it too. Then write what it was for.',
        secret: true,
      };
    }
  },
};
