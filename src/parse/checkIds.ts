import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { documentId } from './document.js';

/** As much of the date as is known, then words: the id is the address. */
const idPattern =
  /^(?:undated|(?:19|20|21)\d{2}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?)-[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Checks the names of all incident files, which are their ids and their addresses: each well-formed, no two alike. */
export function checkIds(paths: readonly string[]): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const first = new Map<string, string>();
  const taken = new Set(paths.map((path) => foldId(documentId(path))));
  for (const path of paths) {
    const id = documentId(path);
    if (!idPattern.test(id)) {
      diagnostics.push({
        path,
        level: 'error',
        blocks: true,
        rule: 'id-format',
        message: `\`${id}\` cannot be an id, and so not an address`,
        hint: `Name the file by its date and some words in lower-case letters, digits and hyphens, e.g. \`${proposeId(id, taken)}.md\`; without a date, \`undated-…\`.`,
      });
    }
    const folded = foldId(id);
    const other = first.get(folded);
    if (other === undefined) first.set(folded, path);
    else {
      const isSame = documentId(other) === id;
      diagnostics.push({
        path,
        level: 'error',
        blocks: true,
        rule: 'duplicate-id',
        message: isSame
          ? `The id \`${id}\` is taken: folders below incidents/ are no part of it`
          : `The id \`${id}\` is taken: names that differ in case alone are one on many machines`,
        hint: 'Rename one of the two files.',
        related: [
          { path: other, message: isSame ? 'has the same id' : `has the id \`${documentId(other)}\`` },
        ],
      });
    }
  }
  return diagnostics;
}

/** Names that differ in case alone are one file on many machines. */
function foldId(id: string): string {
  return id.normalize('NFKC').toLowerCase();
}

/** A name near to the one given that would do, and that no file has; an example when nothing is left of it. */
function proposeId(id: string, taken: ReadonlySet<string>): string {
  const words = id
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const dated = idPattern.test(words) ? words : `undated-${words.replace(/^undated-?/, '')}`;
  const wanted = idPattern.test(dated) ? dated : '2026-03-14-checkout-down';
  if (!taken.has(wanted)) return wanted;
  let number = 2;
  while (taken.has(`${wanted}-${number}`)) number++;
  return `${wanted}-${number}`;
}
