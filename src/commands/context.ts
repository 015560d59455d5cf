import type { SourceFile } from '../load/sourceFile.js';
import { documentId } from '../parse/document.js';

/*
 * To check one file of a thousand, only those need to be read that have something to do with it. What rules ask of other
 * files is always asked by a name: an id, a title, an alias, a ticket. Too many files are no mistake, too few are:
 * `test/commands/context.test.ts` holds what is said of each file to what the check of all of them says.
 */

/** The paths of the files that some of them are judged by, these among them. */
export function findContext(
  files: readonly SourceFile[],
  wanted: (path: string) => boolean,
): ReadonlySet<string> {
  const context = new Set(files.map(({ path }) => path).filter(wanted));
  // What is said of a relation may hang on what that file in turn is related to.
  let added = files.filter(({ path }) => context.has(path));
  while (added.length > 0) {
    const isNear = createNearness(added);
    added = files.filter((file) => !context.has(file.path) && isNear(file));
    for (const { path } of added) context.add(path);
  }
  return context;
}

function createNearness(center: readonly SourceFile[]): (file: SourceFile) => boolean {
  const ids = new Set(center.map(({ path }) => documentId(path).toLowerCase()));
  const mentioned = new Set(center.flatMap(({ text }) => text.toLowerCase().match(idPattern) ?? []));
  const titles = new Set(center.map(({ text }) => foldTitle(text)));
  const hasAliases = center.some(({ text }) => aliases.test(text));
  const tickets = new Set(center.flatMap(({ text }) => listTickets(text)));
  // One name is found faster than all that look like one are listed.
  const [only = ''] = ids;
  const mentionsOne =
    ids.size === 1
      ? (text: string): boolean => text.includes(only)
      : (text: string): boolean => (text.match(idPattern) ?? []).some((id) => ids.has(id));
  return ({ path, text }) =>
    ids.has(documentId(path).toLowerCase()) ||
    mentioned.has(documentId(path).toLowerCase()) ||
    titles.has(foldTitle(text)) ||
    (hasAliases && aliases.test(text)) ||
    (tickets.size > 0 && listTickets(text).some((one) => tickets.has(one))) ||
    mentionsOne(text);
}

/** What looks like the id of an incident: it begins with a year, or with `undated`. */
const idPattern = /(?<![a-z0-9])(?:\d{4}|undated)-[a-z0-9-]+/g;

const aliases = /^["']?aliases\b/m;

/** A title without case, quotes and punctuation; where it spans several lines, all of them. */
function foldTitle(text: string): string {
  const title = /^["']?title["']?[ \t]*:[ \t]*([^\r\n]*(?:\r?\n[ \t]+[^\r\n]*)*)/m.exec(text)?.[1] ?? '';
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** What tickets are known by: `KEY-12`, also within an address; `owner/repo` and a number; an address. */
function listTickets(text: string): string[] {
  if (!text.includes('ticket')) return [];
  const keys = text.match(/(?<![A-Za-z0-9])[A-Z][A-Z0-9_]*-\d+/g) ?? [];
  const addresses = text.match(/https?:\/\/[^\s"'\],}]+/g) ?? [];
  const numbers = [...text.matchAll(/([\w.-]+\/[\w.-]+)(?:#|\/(?:issues|pull)\/)(\d+)/g)];
  return [...keys, ...addresses, ...numbers.map(([, repo = '', number = '']) => `${repo}#${number}`)];
}
