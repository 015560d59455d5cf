import type { Commitment, PublicIncident, PublicSite } from '../../audience/publicHistory.js';
import { parseMarkdown } from '../../parse/markdown.js';
import { spellDay, type Day } from '../../time/day.js';
import { spellWhen } from '../../time/spellWhen.js';
import type { When } from '../../time/when.js';
import { absoluteLink, incidentAddress } from '../link.js';
import { renderPlainTree } from '../plainTree.js';
import { bodySetting } from '../text.js';
import { createSafeTree, parseInline, type Setting, type TextContext } from '../textTree.js';
import { text as english } from '../wording/english/text.js';

/**
 * Exactly what customers read of one incident, for a review: `preview` prints it, and `<id>.public.txt` keeps it, so that
 * nothing becomes public without standing in a diff that somebody read. It follows from the file and the settings
 * alone: neither the day nor what is written in other files changes it. It is English whatever the pages speak: reviewed texts
 * stand in repositories, and none of them may change with a translation. `redirects` are the old paths that lead to its page.
 */
export function renderPublicText(
  incident: PublicIncident,
  site: Pick<PublicSite, 'url'>,
  redirects: readonly string[],
): string {
  const { title, retracted, corrections, signed } = incident;
  const blocks = [
    [
      absoluteLink(site.url, incidentAddress(incident.id)),
      ...redirects.map((path) => `also at ${absoluteLink(site.url, path.replace(/^\/+/, ''))}`),
    ],
    [`# ${title}`],
    renderFacts(incident),
    ...(retracted === undefined ? renderReport(incident, createContext(site)) : []),
    ...(retracted === undefined ? [] : [[`Retracted: ${spellDay(retracted.date)}`], inline(retracted.text, createContext(site))]), // prettier-ignore
    ...list('Corrections', corrections, ({ date, text }) =>
      item(spellDay(date), inline(text, createContext(site))),
    ),
    ...(signed === undefined ? [] : [[`Signed: ${signed}`]]),
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** What stands on the page whatever is shown. */
function renderFacts(incident: PublicIncident): string[] {
  const { kind, severity, preliminary, zone, started, mitigated, resolved, scheduled, since } = incident;
  return facts([
    ['Kind', kind],
    ['Severity', severity?.label],
    ['Public since', spellDay(since)],
    ['Times of', zone],
    ['Started', spell(started)],
    ['Mitigated', spell(mitigated)],
    ['Resolved', spell(resolved)],
    ['Planned', scheduled && period(scheduled.from, scheduled.to)],
    ['Announced', spell(scheduled?.announced)],
    ['Report', preliminary ? 'will follow' : undefined],
  ]);
}

function renderReport(incident: PublicIncident, context: TextContext): string[][] {
  const { summary, impact, detection, numbers, causes, provider } = incident;
  const { timeline, updates, remediation, questions, related, body, lastTold } = incident;
  return [
    ...(summary === undefined ? [] : [['## Summary'], inline(summary, context)]),
    ...list('Impact', impact, ({ service, level, from, to, lasted, affected, share, where, note }) => [
      ...item(service.name, facts([['Degree', level], ['When', period(from, to)], ['Lasted', lasted?.words]])), // prettier-ignore
      ...more(affected && labelled('Affected', inline(affected, context))),
      ...more(share === undefined ? undefined : [`Share: ${share}`]),
      ...more(where.length === 0 ? undefined : [`Where: ${where.join(', ')}`]),
      ...more(note && inline(note, context)),
    ]),
    ...list('Detection', detection && [detection], ({ detected, by, note }) => [
      ...item(spell(detected) ?? 'No time', facts([['By', by]])),
      ...more(note && inline(note, context)),
    ]),
    ...list('Numbers', numbers, ({ label, value }) => [`- ${label}: ${value}`]),
    ...list('Causes', causes, ({ id, kind, category, text }) =>
      item([id, kind, category].filter((word) => word !== undefined).join(', '), inline(text, context)),
    ),
    ...list('Provider', provider && [provider], ({ name, url }) => [`- ${name}${url === undefined ? '' : ` <${url}>`}`]), // prettier-ignore
    ...list(
      'Timeline',
      timeline,
      ({ at, until, kind, text }) =>
      item([at && period(at, until), kind].filter((word) => word !== undefined).join(', '), inline(text, context)), // prettier-ignore
    ),
    ...list('Updates', updates, ({ at, state, text }) =>
      item(`${spellWhen(at)}, ${state}`, inline(text, context)),
    ),
    ...list('Commitments', remediation, (commitment) => renderCommitment(commitment, context)),
    ...(lastTold === undefined ? [] : [[`Last told: ${spellDayOrUnknown(lastTold)}`]]),
    ...renderSections(body, context),
    ...list('Questions', questions, ({ date, question, answer }) => [
      ...item(date === undefined ? 'No date' : spellDay(date), question === undefined ? [] : inline(question, context)), // prettier-ignore
      ...more(answer && block(answer, context, { top: 4, prefix: '' })),
    ]),
    ...list('Related', related?.filter(({ how }) => ownRelations.has(how)), ({ how, incident: { id } }) => [`- ${how} ${id}`]), // prettier-ignore
  ];
}

/** What the file itself says of others; the other way round it stands in theirs. */
const ownRelations: ReadonlySet<string> = new Set(['recurrence-of', 'same-cause', 'caused-by', 'follows']);

function renderCommitment(commitment: Commitment, context: TextContext): string[] {
  const { id, title, type, state, due, moved, done, doneWhen, reason, verified } = commitment;
  return [
    ...item(`${id}: ${title}`, [
      ...facts([
        ['Type', type],
        ['State', state],
        ['Due', due && spellDay(due)],
        ['Due before', moved.map(({ from, date }) => `${spellDay(from)}${date ? `, until ${spellDay(date)}` : ''}`).join('; ') || undefined], // prettier-ignore
        ['Done', done && spellDayOrUnknown(done)],
        ['Verified', verified && `${spellDay(verified.date)}, ${verified.result}`],
        ['Answers', commitment.addresses.join(', ') || undefined],
        ['Replaced by', commitment.supersededBy && `${commitment.supersededBy.incident}#${commitment.supersededBy.id}`], // prettier-ignore
      ]),
    ]),
    ...more(doneWhen && labelled('Done when', inline(doneWhen, context))),
    ...more(reason && labelled('Reason', inline(reason, context))),
  ];
}

function renderSections(body: PublicIncident['body'], context: TextContext): string[][] {
  return body.sections.length === 0 ? [] : [block(body.text, context, bodySetting(body, 2))];
}

/** Links lead to whole addresses; every page that could be meant is taken to be there, since the rules see to it that it is. */
function createContext({ url }: Pick<PublicSite, 'url'>): TextContext {
  return {
    link: (to) => absoluteLink(url, to),
    wording: { text: english },
    frame: { hasPage: (address) => /^(?:[a-z0-9-]+\/)*$/.test(address) },
  };
}

function inline(text: string, context: TextContext): string[] {
  const tree = { type: 'root' as const, children: [parseInline(text)] };
  return renderPlainTree(createSafeTree(tree, context, { top: 6, prefix: '' }));
}

function block(text: string, context: TextContext, setting: Setting): string[] {
  return renderPlainTree(createSafeTree(parseMarkdown(text), context, setting));
}

/** A heading, and an entry after the other; nothing where there is none. */
function list<T>(
  title: string,
  entries: readonly T[] | undefined,
  render: (entry: T) => string[],
): string[][] {
  if (entries === undefined || entries.length === 0) return [];
  return [[`## ${title}`], ...entries.map(render)];
}

function item(head: string, lines: readonly string[]): string[] {
  return [`- ${head}`, ...more(lines)];
}

function labelled(label: string, [first = '', ...rest]: readonly string[]): string[] {
  return [`${label}: ${first}`.trimEnd(), ...rest];
}

/** Lines below the head of an entry. */
function more(lines: readonly string[] | '' | undefined): string[] {
  return (lines || []).map((line) => (line === '' ? '' : `  ${line}`));
}

function facts(pairs: readonly (readonly [string, string | undefined])[]): string[] {
  return pairs.flatMap(([label, value]) => (value === undefined ? [] : [`${label}: ${value}`]));
}

function period(from: When, to: When | undefined): string {
  return to === undefined ? spellWhen(from) : `${spellWhen(from)} to ${spellWhen(to)}`;
}

const spell = (when: When | undefined): string | undefined => when && spellWhen(when);

function spellDayOrUnknown(day: Day | 'unknown'): string {
  return day === 'unknown' ? day : spellDay(day);
}
