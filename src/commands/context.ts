import type { SourceFile } from '../load/sourceFile.js';
import { foldTitle } from '../model/foldedTitle.js';
import { documentId } from '../parse/document.js';

/*
 * To check one file of a thousand, only those need to be read that have something to do with it. What rules ask of other
 * files is always asked by a name: an id, a title, an alias, a ticket. Too many files are no mistake, too few are:
 * `test/commands/context.test.ts` holds what is said of each file to what the check of all of them says.
 */

/** The paths of the files that some of them are judged by, these among them. */
export function findContext(
  files: readonly SourceFile[],
  isWanted: (path: string) => boolean,
): ReadonlySet<string> {
  const named = files.map(({ path, text }): Named => ({ path, text, id: idOf(path) }));
  const wanted = named.filter(({ path }) => isWanted(path));
  if (wanted.length === files.length) return new Set(files.map(({ path }) => path));
  const isNear = createNearness(wanted);
  let added = named.filter((file) => isWanted(file.path) || isNear(file));
  const context = new Set(added.map(({ path }) => path));
  // What is said of a relation, or of what took an item's place, may hang on those of that file in turn.
  while (added.length > 0) {
    const mentioned = new Set(added.flatMap(({ text }) => listRelated(text)));
    added = named.filter(({ path, id }) => mentioned.has(id) && !context.has(path));
    for (const { path } of added) context.add(path);
  }
  return context;
}

interface Named extends Pick<SourceFile, 'path' | 'text'> {
  id: string;
}

/** Whether a file and the wanted ones speak of each other or have a name in common. */
function createNearness(wanted: readonly Named[]): (file: Named) => boolean {
  const ids = new Set(wanted.map(({ id }) => id));
  const mentioned = listMentioned(wanted);
  const titles = new Set(wanted.flatMap(({ text }) => listTitles(text)));
  const tickets = new Set(wanted.flatMap(({ text }) => listTickets(text)));
  const hasAliases = wanted.some(({ text }) => aliases.test(text));
  const mentionsWanted = (text: string): boolean =>
    mayHold(text, ids) && listIds(text).some((id) => ids.has(id));
  // Of a ticket with a number of its own the part before it is looked for, however the two are joined.
  const parts = new Set([...tickets].map((ticket) => ticket.replace(/#\d+$/, '')));
  const hasTicket = (text: string): boolean =>
    mayHold(text, parts) && listTickets(text).some((one) => tickets.has(one));
  return ({ id, text }) =>
    ids.has(id) ||
    mentioned.has(id) ||
    listTitles(text).some((title) => titles.has(title)) ||
    (hasAliases && aliases.test(text)) ||
    hasTicket(text) ||
    mentionsWanted(text);
}

/** A few names are found faster than all that look like one are listed. */
function mayHold(text: string, names: ReadonlySet<string>): boolean {
  return names.size > 8 || [...names].some((name) => text.includes(name));
}

/** Ids that differ in case alone are taken for one, which is a mistake that has to be seen. */
function idOf(path: string): string {
  return documentId(path).toLowerCase();
}

function listMentioned(files: readonly Named[]): ReadonlySet<string> {
  return new Set(files.flatMap(({ text }) => listIds(text.toLowerCase())));
}

function listIds(text: string): string[] {
  return text.match(idPattern) ?? [];
}

/** The incidents that a file names under `related`, in either style, and behind `superseded_by`. */
function listRelated(text: string): string[] {
  const named = [relatedBlock.exec(text)?.[0] ?? '', ...(text.match(supersededLine) ?? [])];
  return named.join('\n').toLowerCase().match(idPattern) ?? [];
}

const relatedBlock = /^["']?related["']?[ \t]*:[^\r\n]*(?:\r?\n(?:[ \t]+[^\r\n]*|-[^\r\n]*|\][^\r\n]*)?)*/m;
const supersededLine = /\bsuperseded_by["']?[ \t]*:[^\r\n]*(?:\r?\n[ \t]+[^\r\n]*)?/g;

/** What looks like the id of an incident: it begins with a year, or with `undated`. */
const idPattern = /(?<![a-z0-9])(?:\d{4}|undated)-[a-z0-9-]+/g;

const aliases = /^["']?aliases\b/m;

/** The titles of a file, its own and that for customers, folded; also what a flow mapping goes on with behind one. */
function listTitles(text: string): string[] {
  const own = titleLine.exec(text)?.[1];
  const block = publicBlock.exec(text)?.[0] ?? '';
  const forCustomers = [...block.matchAll(titleWithin)].flatMap(([, value = '']) =>
    [...`${value},`.matchAll(/[,}]/g)].map(({ index }) => value.slice(0, index)),
  );
  return [...(own === undefined ? [] : [own]), ...forCustomers].map(foldTitle);
}

/** What stands behind a key; where it spans several lines, all of them. */
const titleLine = /^["']?title["']?[ \t]*:[ \t]*([^\r\n]*(?:\r?\n[ \t]+[^\r\n]*)*)/m;
const titleWithin = /\btitle["']?[ \t]*:[ \t]*([^\r\n]*(?:\r?\n[ \t]+(?![ \t]|[\w-]+:)[^\r\n]*)*)/g;

/** The `public` block: its line, and those that are indented below it. */
const publicBlock = /^["']?public["']?[ \t]*:[^\r\n]*(?:\r?\n(?:[ \t]+[^\r\n]*)?)*/m;

/** What the tickets of a file are known by: `KEY-12`, also within an address; `owner/repo` and a number; an address. */
function listTickets(text: string): string[] {
  return [...text.matchAll(tickets)].flatMap(([, value = '']) => {
    const keys = value.match(/(?<![A-Za-z0-9])[A-Z][A-Z0-9_]*-\d+/g) ?? [];
    const addresses = value.match(/https?:\/\/[^\s"'\],}]+/g) ?? [];
    const numbers = [...value.matchAll(/([\w.-]+\/[\w.-]+)(?:#|\/(?:issues|pull)\/)(\d+)/g)];
    return [...keys, ...addresses, ...numbers.map(([, repo = '', number = '']) => `${repo}#${number}`)];
  });
}

/** What stands behind a key `ticket`: a value, or a list of them in either style. */
const tickets = /\bticket["']?[ \t]*:(\s*\[[^\]]*\]|[^\r\n]*(?:\r?\n[ \t]*-[ \t][^\r\n:{]*(?=\r?\n))*)/g;
