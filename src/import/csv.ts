import { parse } from 'csv-parse/sync';
import { Failure } from '../diagnostic/failure.js';
import { isSafeUrl } from '../parse/safeUrl.js';
import { placeWritten, type ImportContext, type ImportedEntry, type ImportedTimeline } from './importedEntry.js'; // prettier-ignore
import { spellProse } from './prose.js';

/** What the columns are called, whatever their order and case. */
const columns = {
  time: ['time', 'at', 'when', 'timestamp', 'datetime', 'date'],
  text: ['text', 'event', 'message', 'description', 'what', 'summary', 'note'],
  kind: ['kind', 'type'],
  who: ['who', 'user', 'author', 'person', 'by'],
  link: ['link', 'url', 'evidence'],
} as const;

type Column = keyof typeof columns;

const kinds = ['detected', 'escalated', 'communicated', 'resolved'] as const;

/** A table with columns for time and text, and as it pleases for kind, who and link. Rows stay in their order. */
export function readCsv(
  files: readonly { name: string; text: string }[],
  context: ImportContext,
): ImportedTimeline {
  const entries: ImportedEntry[] = [];
  let skipped = 0;
  for (const { name, text } of files) {
    const [head = [], ...rows] = parseRows(name, text);
    const find = createFinder(name, head);
    for (const [index, row] of rows.entries()) {
      const [time, words] = [find(row, 'time'), find(row, 'text')];
      if (time === '' || words === '') {
        skipped++;
        continue;
      }
      const placed = placeWritten(time, context, entries.at(-1)?.when);
      if ('message' in placed) throw new Failure(`${name}, row ${index + 2}: ${placed.message}`);
      const who = find(row, 'who');
      const role = context.roles.of(who);
      const by = who === '' ? '' : `${role.charAt(0).toUpperCase()}${role.slice(1)}: `;
      const kind = kinds.find((one) => one === find(row, 'kind').toLowerCase());
      const link = find(row, 'link');
      entries.push({
        when: placed.when,
        ...(kind ? { kind } : {}),
        text: spellProse([{ words: by + context.roles.unname(words) }]),
        ...(isSafeUrl(link) ? { evidence: link } : {}),
      });
    }
  }
  return { entries, notes: skipped === 0 ? [] : [`Left out, for want of a time or a text: ${skipped} ${skipped === 1 ? 'row' : 'rows'}.`] };
} // prettier-ignore

function parseRows(name: string, text: string): string[][] {
  try {
    return parse(text, {
      bom: true,
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
      delimiter: /^[^\n,]*;/.test(text) ? ';' : /^[^\n,]*\t/.test(text) ? '\t' : ',',
    });
  } catch (error) {
    throw new Failure(`${name} is no table: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function createFinder(name: string, head: readonly string[]): (row: readonly string[], column: Column) => string {
  const names = head.map((one) => one.trim().toLowerCase());
  const places = new Map<Column, number>();
  for (const column of Object.keys(columns) as Column[]) {
    const called = columns[column].find((one) => names.includes(one));
    if (called !== undefined) places.set(column, names.indexOf(called));
  }
  for (const column of ['time', 'text'] as const) {
    if (!places.has(column))
      throw new Failure(`${name} has no column \`${column}\`; its first row names the columns: time,text and, as it pleases, kind,who,link`);
  }
  return (row, column) => row[places.get(column) ?? -1]?.trim() ?? '';
} // prettier-ignore
