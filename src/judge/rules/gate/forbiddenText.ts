import { BlockList, isIP } from 'node:net';
import type { ShownText } from '../../shownText.js';
import type { Finding } from '../../rule.js';
import { createTextRule } from './gateRule.js';
import { createWordPattern, findMatches } from './wordMatch.js';

/** What a company has said that it never says. */
export const forbiddenText = createTextRule({
  id: 'forbidden-text',
  description:
    'No shown text holds what `forbidden` in `site.yaml` names: hosts (`*.corp.example.com`), networks (`10.0.0.0/8`), or whole words.',
  *check(shown, { history }): Iterable<Finding> {
    for (const forbidden of history.settings.forbidden) {
      for (const { found, at } of findForbidden(shown, forbidden)) {
        yield {
          ...at,
          message: `“${found}” is forbidden in public texts: \`${forbidden}\` in site/site.yaml`,
          hint: 'Say it in other words, or withhold it.',
        };
      }
    }
  },
});

function findForbidden(shown: ShownText, forbidden: string): ReturnType<typeof findMatches> {
  const network = createNetwork(forbidden);
  if (network)
    return findMatches(shown, /(?<![\p{L}\p{N}.:])[\d.]{7,15}(?![\p{L}\p{N}])|[\da-f:]{3,39}/giu).filter(
      ({ found }) => network(found),
    );
  if (forbidden.includes('*')) {
    const host = forbidden.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[\\p{L}\\p{N}.-]*');
    return findMatches(shown, new RegExp(`(?<![\\p{L}\\p{N}.-])${host}(?![\\p{L}\\p{N}-])`, 'giu'));
  }
  return findMatches(shown, createWordPattern(forbidden));
}

/** Whether an address lies in a network, for a text that names one: `10.0.0.0/8`, `fd00::/8`, or a single address. */
function createNetwork(text: string): ((address: string) => boolean) | undefined {
  const [base = '', length] = text.split('/');
  const family = isIP(base);
  if (family === 0) return undefined;
  const type = family === 4 ? 'ipv4' : 'ipv6';
  const bits = Number(length ?? (family === 4 ? 32 : 128));
  if (!Number.isInteger(bits) || bits < 0 || bits > (family === 4 ? 32 : 128)) return undefined;
  const list = new BlockList();
  list.addSubnet(base, bits, type);
  return (address) => {
    const trimmed = address.replace(/\.+$/, '');
    return isIP(trimmed) === family && list.check(trimmed, type);
  };
}
