import { Failure } from '../diagnostic/failure.js';
import { isSafeUrl } from '../parse/safeUrl.js';
import { placeInstant, sortEntries, type ImportContext, type ImportedEntry, type ImportedTimeline } from './importedEntry.js'; // prettier-ignore
import { findText, isRecord, listRecords, parseJson, type JsonRecord } from './jsonRecord.js';
import { spellWords } from './prose.js';

interface Said {
  kind?: NonNullable<ImportedEntry['kind']>;
  words: string;
}

/**
 * The log entries of one or more incidents of PagerDuty. The first time that somebody takes it on is when a person knew. Who
 * was told by which message, and other steps of the machine, are left out.
 */
export function readPagerDuty(
  files: readonly { name: string; text: string }[],
  context: ImportContext,
): ImportedTimeline {
  const logged = files.flatMap(({ name, text }) => listLogEntries(name, text));
  const ordered = logged.toSorted((a, b) => instantOf(a) - instantOf(b));
  let isKnown = false;
  const entries = ordered.flatMap((one): ImportedEntry[] => {
    const said = describe(one, context, isKnown);
    const when = placeInstant(instantOf(one), context.zone);
    if (!said || !when) return [];
    isKnown ||= said.kind === 'detected';
    const address = findText(one, 'channel', 'html_url') ?? findText(one, 'incident', 'html_url');
    const evidence = address !== undefined && isSafeUrl(address) ? { evidence: address } : {};
    return [{ when, ...(said.kind ? { kind: said.kind } : {}), text: spellWords(said.words), ...evidence }];
  });
  const left = logged.length - entries.length;
  return {
    entries: sortEntries(entries),
    notes: left === 0 ? [] : [`${left} of ${logged.length} log entries are steps of the machine, and left out.`],
  }; // prettier-ignore
}

/** Every name that the files know somebody by. */
export function findPagerDutyNames(files: readonly { name: string; text: string }[]): Set<string> {
  const names = new Set<string>();
  for (const { name, text } of files) {
    for (const one of listLogEntries(name, text)) {
      for (const agent of [one['agent'], ...listRecords(one['assignees']), one['user']])
        if (findText(agent, 'type')?.startsWith('user')) names.add(findText(agent, 'summary') ?? '');
    }
  }
  names.delete('');
  return names;
}

function listLogEntries(name: string, text: string): JsonRecord[] {
  const parsed = parseJson(name, text);
  const entries = isRecord(parsed) ? parsed['log_entries'] : parsed;
  if (!Array.isArray(entries)) throw new Failure(`${name} holds no \`log_entries\` of PagerDuty`);
  return listRecords(entries);
}

function instantOf(entry: JsonRecord): number {
  return Date.parse(findText(entry, 'created_at') ?? '');
}

function describe(entry: JsonRecord, { roles }: ImportContext, isKnown: boolean): Said | undefined {
  const isUser = findText(entry, 'agent', 'type')?.startsWith('user') === true;
  const who = isUser ? roles.of(findText(entry, 'agent', 'summary')) : 'a machine';
  const Who = who.charAt(0).toUpperCase() + who.slice(1);
  const about = findText(entry, 'channel', 'summary') ?? findText(entry, 'channel', 'subject');
  const note = roles.unname(about ?? findText(entry, 'channel', 'body') ?? '');
  const behind = note === '' ? '' : `: ${note}`;
  switch (findText(entry, 'type')?.replace(/_log_entry(?:_reference)?$/, '')) {
    case 'trigger':
      return { words: `${isUser ? Who : 'An alert'} opens the incident${behind}` };
    case 'acknowledge':
      return { ...(isUser && !isKnown ? { kind: 'detected' } : {}), words: `${Who} takes it on.` };
    case 'escalate':
      return { kind: 'escalated', words: 'It goes to the next in line.' };
    case 'delegate':
    case 'responder_request':
      return { kind: 'escalated', words: `${Who} calls for more people.` };
    case 'annotate':
      return note === '' ? undefined : { words: `${Who} notes: ${note}` };
    case 'status_update':
      return { kind: 'communicated', words: `${Who} says${behind || ' how things stand.'}` };
    case 'unacknowledge':
      return { words: 'Nobody is on it any more.' };
    case 'reopen':
      return { words: `${Who} opens it again.` };
    case 'priority_change':
      return { words: `The priority changes${behind || '.'}` };
    case 'resolve':
      return { kind: 'resolved', words: `${Who} closes the incident.` };
    default:
      return undefined;
  }
}
