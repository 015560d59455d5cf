import { Failure } from '../diagnostic/failure.js';
import { isSafeUrl } from '../parse/safeUrl.js';
import { placeInstant, sortEntries, type ImportContext, type ImportedEntry, type ImportedTimeline } from './importedEntry.js'; // prettier-ignore
import { findText, isRecord, listRecords, parseJson, type JsonRecord } from './jsonRecord.js';
import { spellProse, type Stretch } from './prose.js';
import type { Roles } from './roles.js';

/** What Slack calls messages that somebody wrote; joins, topics and the like are the room's own. */
const written = new Set(['bot_message', 'thread_broadcast', 'file_share', 'me_message', 'file_comment']);

/**
 * The messages of a channel, from an export's files of one day each, or from what its API answers. Times are UTC there. Of what was
 * edited the last words count, and what was deleted is gone; answers in threads stand at their own time.
 */
export function readSlack(
  files: readonly { name: string; text: string }[],
  context: ImportContext,
): ImportedTimeline {
  const messages = findLast(files.flatMap(({ name, text }) => listMessages(name, text)));
  const isChosen = context.pinned || context.emoji.length > 0;
  const chosen = messages.filter((message) => !isChosen || isMarked(message, context));
  const entries = chosen.flatMap((message): ImportedEntry[] => {
    const when = placeInstant(Number(findText(message, 'ts')) * 1000, context.zone);
    const text = spellProse([{ words: `${capitalize(findAuthor(message, context.roles))}: ` }, ...readMarkup(findWords(message), context.roles)]); // prettier-ignore
    const evidence = findAddress(message, context.archive);
    return when ? [{ when, text, ...(evidence === undefined ? {} : { evidence }) }] : [];
  });
  const left = messages.length - chosen.length;
  return {
    entries: sortEntries(entries),
    notes: [
      ...(isChosen ? [`${left} of ${messages.length} messages are neither pinned nor marked, and left out.`] : []),
      ...(entries.some(({ evidence }) => evidence === undefined)
        ? ['The export does not say where its messages stand: --archive https://….slack.com/archives/C… makes links to them.']
        : []),
    ],
  }; // prettier-ignore
}

/** Every name that the files know somebody by. */
export function findSlackNames(files: readonly { name: string; text: string }[]): Set<string> {
  const names = new Set<string>();
  for (const { name, text } of files) {
    const parsed = parseJson(name, text);
    const people = listRecords(isRecord(parsed) ? parsed['members'] : parsed);
    for (const one of people) {
      for (const path of [
        ['user_profile', 'real_name'],
        ['user_profile', 'display_name'],
        ['user_profile', 'name'],
        ['profile', 'real_name'],
        ['profile', 'display_name'],
        ['real_name'],
      ])
        names.add(findText(one, ...path) ?? '');
    }
  }
  names.delete('');
  return names;
}

function listMessages(name: string, text: string): JsonRecord[] {
  const parsed = parseJson(name, text);
  const messages = Array.isArray(parsed) ? parsed : isRecord(parsed) ? parsed['messages'] : undefined;
  if (!Array.isArray(messages))
    throw new Failure(`${name} is no export of Slack: a list of messages, one file a day of a channel`);
  return listRecords(messages);
}

/** Each message once, as it was in the end, in the order of their times. */
function findLast(events: readonly JsonRecord[]): JsonRecord[] {
  const messages = new Map<string, JsonRecord>();
  const deleted = new Set<string>();
  for (const event of events) {
    const subtype = findText(event, 'subtype');
    const changed = event['message'];
    if (subtype === 'message_deleted') deleted.add(findText(event, 'deleted_ts') ?? '');
    else if (subtype === 'message_changed' && isRecord(changed)) {
      if (findText(changed, 'subtype') === 'tombstone') deleted.add(findText(changed, 'ts') ?? '');
      else messages.set(findText(changed, 'ts') ?? '', changed);
    } else if (subtype === undefined || written.has(subtype)) {
      const ts = findText(event, 'ts') ?? '';
      if (!messages.has(ts)) messages.set(ts, event);
    }
  }
  return [...messages]
    .filter(([ts, message]) => /^\d{1,11}(?:\.\d{1,9})?$/.test(ts) && !deleted.has(ts) && findWords(message).trim() !== '')
    .map(([, message]) => message)
    .toSorted((a, b) => Number(a['ts']) - Number(b['ts'])); // prettier-ignore
}

/** What was said; a machine often says it in an attachment. */
function findWords(message: JsonRecord): string {
  const attached = listRecords(message['attachments']).map((one) => findText(one, 'text') ?? findText(one, 'fallback'));
  const files = listRecords(message['files']).map((file) => findText(file, 'title') ?? findText(file, 'name'));
  return findText(message, 'text') ?? attached.find((one) => one !== undefined) ?? files.find((one) => one !== undefined) ?? '';
} // prettier-ignore

function isMarked(message: JsonRecord, { pinned, emoji }: ImportContext): boolean {
  const isPinned = Array.isArray(message['pinned_to']) && message['pinned_to'].length > 0;
  const reactions = listRecords(message['reactions']).map((one) =>
    findText(one, 'name')?.replace(/::.*/, ''),
  );
  return (pinned && isPinned) || reactions.some((name) => name !== undefined && emoji.includes(name));
}

function findAuthor(message: JsonRecord, roles: Roles): string {
  const user = findText(message, 'user');
  if (user === undefined || findText(message, 'bot_id') !== undefined) return 'a machine';
  return roles.of(user);
}

/** Of the message itself, else made from the channel's, as Slack does it. */
function findAddress(message: JsonRecord, archive: string | undefined): string | undefined {
  const own = findText(message, 'permalink');
  if (own !== undefined && isSafeUrl(own)) return own;
  const [ts, thread] = [findText(message, 'ts') ?? '', findText(message, 'thread_ts')];
  if (archive === undefined) return undefined;
  const query =
    thread === undefined || thread === ts || !/^[\d.]+$/.test(thread) ? '' : `?thread_ts=${thread}`;
  return `${archive.replace(/\/+$/, '')}/p${ts.replace('.', '')}${query}`;
}

const markup = /<([^<>|]*)(?:\|([^<>]*))?>|```([^]*?)```|`([^`\n]+)`/g;

/** Slack's own marks as what they say. */
function readMarkup(text: string, roles: Roles): Stretch[] {
  const stretches: Stretch[] = [];
  let at = 0;
  for (const match of text.matchAll(markup)) {
    const [whole, target, label, block, code] = match;
    stretches.push(...readPlain(text.slice(at, match.index), roles));
    at = match.index + whole.length;
    const verbatim = block ?? code;
    if (verbatim !== undefined) stretches.push({ code: roles.unname(decode(verbatim)) });
    else stretches.push(readTarget(decode(target ?? ''), label === undefined ? undefined : decode(label), roles));
  }
  return [...stretches, ...readPlain(text.slice(at), roles)];
} // prettier-ignore

function readTarget(target: string, label: string | undefined, roles: Roles): Stretch {
  if (target.startsWith('@')) return { words: roles.of(target.slice(1)) };
  if (target.startsWith('#')) return { words: label === undefined ? 'a channel' : `#${label}` };
  if (target.startsWith('!subteam')) return { words: 'a team' };
  if (/^!(?:here|channel|everyone)/.test(target)) return { words: 'everybody' };
  if (target.startsWith('!')) return { words: label ?? '' };
  if (target.startsWith('mailto:')) return { words: roles.unname(target.slice(7)) };
  // What the label says is another's name for the place, and may be a name.
  return { link: target, label: roles.unname(label ?? target) };
}

/** Emphasis is left out: which word it stood on says less than the time. */
function readPlain(text: string, roles: Roles): Stretch[] {
  if (text === '') return [];
  const bare = text.replace(/(?<![\p{L}\p{N}])([*_~])(?=\S)([^*_~\n]*?\S)\1(?![\p{L}\p{N}])/gu, '$2');
  return [{ words: roles.unname(decode(bare)) }];
}

function decode(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

function capitalize(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
