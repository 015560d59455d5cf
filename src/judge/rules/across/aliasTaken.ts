import type { History } from '../../../model/history.js';
import { isDamaged } from '../../../model/incident.js';
import type { Finding, Rule } from '../../rule.js';

/** Two files at one address: one of them is not there, and nobody knows which. */
export const aliasTaken: Rule = {
  id: 'alias-taken',
  level: 'error',
  blocks: true,
  description:
    'An old address under `aliases` leads to one incident, and neither a page of the site nor a file of `site/static` stands there. Many servers answer `/news/checkout`, `/news/checkout/` and `/news/checkout.html` with one file, and fold case, so these count as one address.',
  bad: {
    'incidents/2025-11-02-disk-full.md': `title: A full disk stopped the search
started: 2025-11-02 08:10
detected: 2025-11-02 08:20
mitigated: 2025-11-02 08:55
resolved: 2025-11-02 09:30
finished: 2025-11-05
aliases: [/news/disk.html]`,
    'incidents/2026-03-14-checkout-down.md': `title: A full disk stopped checkout
aliases: [/news/disk.html]`,
  },
  good: {
    'incidents/2025-11-02-disk-full.md': `title: A full disk stopped the search
started: 2025-11-02 08:10
detected: 2025-11-02 08:20
mitigated: 2025-11-02 08:55
resolved: 2025-11-02 09:30
finished: 2025-11-05
aliases: [/news/disk.html]`,
    'incidents/2026-03-14-checkout-down.md': `title: A full disk stopped checkout
aliases: [/news/disk-again.html]`,
  },
  *check({ incident, history, fileExists }): Iterable<Finding> {
    for (const [index, alias] of incident.aliases.entries()) {
      const address = foldAddress(alias);
      const file = outputOf(alias);
      const owner = findAliases(history)
        .get(address)
        ?.find((one) => one.incident !== incident.id);
      const isTwice = incident.aliases.findIndex((one) => outputOf(one) === file) < index;
      const own = isOfSite(address, history);
      const above = alias.split('/').some((part) => part === '.' || part === '..');
      const isStatic = !above && fileExists(`site/static/${file}`);
      const message = above
        ? `\`${alias}\` does not stay where it seems to: \`.\` and \`..\` are no folders`
        : own
          ? `\`${alias}\` is the address of a page of the site`
          : isStatic
            ? `\`${alias}\` is the address of site/static/${file}`
            : owner
              ? `\`${alias}\` leads to \`${owner.incident}\` already`
              : isTwice
                ? `\`${alias}\` stands here twice`
                : undefined;
      if (message === undefined) continue;
      yield {
        path: ['aliases', index],
        message,
        hint: 'An address can lead to one page: remove it here, or there.',
        ...(owner && !own && !isStatic && !above
          ? { related: [{ path: owner.path, message: `has the alias \`${owner.alias}\`` }] }
          : {}),
      };
    }
  },
};

/** As servers look an address up: without case, `index.html`, `.html` and the last slash. */
function foldAddress(alias: string): string {
  return alias
    .toLowerCase()
    .replace(/\/index\.html$/, '/')
    .replace(/\.html$/, '')
    .replace(/\/+$/, '');
}

/** The file that a redirect would be written to. */
function outputOf(alias: string): string {
  return alias.slice(1) + (alias.endsWith('/') ? 'index.html' : '');
}

/** Whether the site itself has, or may come to have, a page at a folded address. */
function isOfSite(address: string, { settings, ids }: History): boolean {
  if (/^(?:|\/(?:404|search|commitments|history\/(?:undated|\d{4}(?:\/\d{2})?)))$/.test(address)) return true;
  const [, folder, name] = /^\/(incidents|services|severities|causes)\/([^/]+)$/.exec(address) ?? [];
  if (name === undefined) return false;
  if (folder === 'incidents') return ids.has(name);
  if (folder === 'services') return settings.services.some(({ id }) => id === name);
  if (folder === 'severities') return /^\d+$/.test(name);
  return settings.categories.includes(name);
}

interface Owner {
  alias: string;
  incident: string;
  path: string;
}

const owners = new WeakMap<History, Map<string, Owner[]>>();

function findAliases(history: History): Map<string, Owner[]> {
  const known = owners.get(history);
  if (known) return known;
  const found = new Map<string, Owner[]>();
  for (const incident of history.incidents) {
    const { id, path, aliases } = incident;
    for (const [index, alias] of aliases.entries()) {
      if (isDamaged(incident, ['aliases', index])) continue;
      const address = foldAddress(alias);
      const same = found.get(address) ?? [];
      same.push({ alias, incident: id, path });
      found.set(address, same);
    }
  }
  owners.set(history, found);
  return found;
}
