import type { Definition, Link } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Settings } from '../../../settings/settings.js';
import { isSafeUrl } from '../../../validate/schema/value.js';
import { placeIn, placeOf, type ShownText } from '../../shownText.js';
import type { Finding, Subject } from '../../rule.js';
import { findLinkedIncident, isRelative } from '../linkBroken.js';
import { createTextRule } from './gateRule.js';

type Complaint = Pick<Finding, 'message' | 'hint'>;

/** A link says what it leads to, also to those who cannot follow it. */
export const publicLink = createTextRule({
  id: 'public-link',
  description:
    'Links of a shown text lead neither to an incident that is not public, nor to a file of the repository, nor to a ticket or chat system.',
  *check(shown, subject): Iterable<Finding> {
    if (shown.kind === 'address' && shown.path?.[0] === 'provider') {
      const complaint = describeLink(shown.text, subject);
      if (complaint) yield { ...placeIn(shown, 0, shown.text.length), ...complaint };
    }
    yield* findLinks(shown, subject);
  },
});

function findLinks(shown: ShownText, subject: Subject): Finding[] {
  const findings: Finding[] = [];
  if (!shown.tree) return findings;
  visit(shown.tree, ['link', 'definition'], (node) => {
    const complaint = describeLink((node as Link | Definition).url, subject);
    if (complaint) findings.push({ ...placeOf(shown, node), ...complaint });
  });
  return findings;
}

function describeLink(url: string, subject: Subject): Complaint | undefined {
  if (url === '' || url.startsWith('#')) return undefined;
  const { settings } = subject.history;
  const own = url.toLowerCase().startsWith(settings.url.toLowerCase());
  const path = decode((own ? `/${url.slice(settings.url.length)}` : url).replace(/[?#].*$/s, ''));
  if (own || isRelative(url)) {
    const id = findLinkedIncident(path);
    if (id !== undefined && subject.history.ids.has(id)) return describeIncident(id, subject);
    if (own) return undefined;
    return {
      message: `This link leads to \`${url}\`, a file of the repository, which customers do not see`,
      hint: 'Say what it holds, or link to an address that is public. An incident is linked by its file, e.g. `2026-03-14-full-disk.md`.',
    };
  }
  if (!isSafeUrl(url)) {
    return {
      message: `\`${url}\` is no address of https, http or mailto`,
      hint: 'Write the whole address, e.g. `https://example.com/`, without a user’s name in it.',
    };
  }
  const system = findSystem(new URL(url), settings);
  if (system === undefined) return undefined;
  return {
    message: `This link leads to ${system}, which customers do not see`,
    hint: 'Say what stands there; tickets belong in `ticket`, evidence in `evidence`, neither of which is public.',
  };
}

/** Whether the linked incident is public when this one is, so that a day that comes cannot break the link. */
function describeIncident(id: string, { incident, history }: Subject): Complaint | undefined {
  const other = history.incidents.find((one) => one.id === id);
  const since = other?.publication?.since;
  const own = incident.publication?.since?.last ?? '';
  if (since && since.last <= (own > history.asOf ? own : history.asOf)) return undefined;
  return {
    message: `This link leads to the incident \`${id}\`, which is not public${since ? ` before ${since.words}` : ''}`,
    hint: 'Remove the link and what it tells of that incident; or publish that one first.',
  };
}

/** Hosts of tickets and chats, with the part of their addresses that is not public. */
const systems: readonly [host: RegExp, path: RegExp, what: string][] = [
  [/(?:^|\.)slack\.com$/, /./, 'a chat'],
  [/^teams\.(?:microsoft|live)\.com$/, /./, 'a chat'],
  [/^(?:www\.|ptb\.|canary\.)?discord(?:app)?\.com$/, /^\/(?:channels|invite)\b/, 'a chat'],
  [/^chat\.google\.com$/, /./, 'a chat'],
  [/(?:^|\.)webex\.com$/, /./, 'a chat'],
  [/\.atlassian\.net$/, /./, 'a ticket system'],
  [/^jira\./, /./, 'a ticket system'],
  [/^linear\.app$/, /^\/[^/]+\/(?:issue|project|team|view)\b/, 'a ticket system'],
  [/^app\.(?:asana|clickup|shortcut|incident)\.(?:com|io)$/, /./, 'a ticket system'],
  [/\.monday\.com$/, /^\/(?:boards|docs)\b/, 'a ticket system'],
  [/\.youtrack\.cloud$/, /./, 'a ticket system'],
  [/\.(?:pagerduty|opsgenie)\.com$/, /^\/(?:incidents|alert|services|schedules)\b/, 'a ticket system'],
  [/\.zendesk\.com$/, /^\/agent\b/, 'a ticket system'],
  [/\.service-now\.com$/, /./, 'a ticket system'],
  [/^trello\.com$/, /^\/[bc]\//, 'a ticket system'],
];

/** Code hosts are public places, but for the repositories whose issues the settings name. */
const shared = /^(?:www\.)?(?:github|gitlab|codeberg|bitbucket)\.(?:com|org)$/;

function findSystem(url: URL, settings: Settings): string | undefined {
  const host = url.hostname.replace(/\.$/, '');
  const known = systems.find(([hosts, paths]) => hosts.test(host) && paths.test(url.pathname));
  if (known) return known[2];
  const named = [
    ...Object.values(settings.tickets).map((address) => address.replace(/\{id\}.*$/s, '')),
    ...Object.values(settings.sync).flatMap(({ url: address, repo }) => [
      address ?? '',
      repo === undefined ? '' : `https://github.com/${repo}/`,
    ]),
  ].filter((address) => URL.canParse(address));
  const isNamed = named.some((address) => {
    const system = new URL(address);
    if (system.hostname !== host) return false;
    return !shared.test(host) || `${url.pathname}/`.toLowerCase().startsWith(system.pathname.toLowerCase());
  });
  return isNamed ? 'a ticket system' : undefined;
}

function decode(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
