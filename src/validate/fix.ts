import type { Fix } from '../diagnostic/diagnostic.js';
import type { Edit } from '../diagnostic/edit.js';
import type { Range } from '../diagnostic/place.js';
import { quoteWhole } from '../diagnostic/quote.js';
import type { YamlSource } from '../parse/document.js';
import { findRange, isInFlow } from '../parse/yaml.js';
import { createScalar } from '../parse/yamlProse.js';
import type { DataPath } from '../parse/yamlTree.js';
import type { Finding } from './issue.js';
import { getAt } from './repair.js';

/** Keys that decide who reads what: no slip of the pen may be mended into one of them by a machine. */
const keysOfTheGate: ReadonlySet<string> = new Set(['public', 'internal', 'aliases', 'x-']);

/** What would mend a finding about the form of a file; nothing where only its author can know. */
export function createFixes(
  { rule, path, meant, certain = false, texts = [] }: Finding,
  source: YamlSource,
): Fix[] {
  if (rule === 'missing-key') return createId(path, source);
  const range = findRange(source.source, source.yaml[0], path, rule === 'unknown-key' ? 'key' : 'value');
  if (!range) return [];
  if (rule === 'unknown-key') {
    const parent = getAt(source.data, path.slice(0, -1));
    if (meant === undefined || getAt(parent, [meant]) !== undefined) return [];
    const isOfTheGate = path[0] === 'public' || keysOfTheGate.has(meant);
    return [{ title: `Write \`${meant}\``, edits: [{ range, text: meant }], safe: certain && !isOfTheGate }];
  }
  return texts.map((text) => ({
    title: `Write ${quoteWhole(text)}`,
    edits: [createValueEdit(source, path, range, text)],
    safe:
      texts.length === 1 && /^(?:time|day)-format$/.test(rule) && isSpelling(getAt(source.data, path), text),
  }));
}

/** A fix that writes another text in the place of a value; none where the value cannot be found. */
export function createValueFixes(source: YamlSource, path: DataPath, text: string, safe: boolean): Fix[] {
  const range = findRange(source.source, source.yaml[0], path, 'value');
  if (!range || getAt(source.data, path) === undefined) return [];
  return [{ title: `Write ${quoteWhole(text)}`, edits: [createValueEdit(source, path, range, text)], safe }];
}

/** Puts a text in the place of a value, in the quotes that this has. */
function createValueEdit(source: YamlSource, path: DataPath, range: Range, text: string): Edit {
  const [quotes = ''] = /^["']/.exec(source.text.slice(range[0], range[1])) ?? [];
  // A clock time alone is a number to other readers, unless it is quoted.
  if (quotes !== '') return { range, text: quotes + text + quotes };
  return { range, text: isClock(text) ? `"${text}"` : createScalar(text, isInFlow(source.source, path)) };
}

/**
 * Whether a time is only spelt otherwise: the same digits in the same order, and no words or signs but "about" and what
 * stands between them. `14.03.2026` turned round, `2026-03-1`, `noon`, or `1 PM` without its half of the day are guesses.
 */
function isSpelling(written: unknown, text: string): boolean {
  if (typeof written !== 'string') return false;
  const rest = written.replace(/^(?:about|around|approx(?:imately|\.)?|roughly|circa|ca?\.)\s/i, '');
  return /^[\d\s:./,~–TZ-]+$/i.test(rest) && listDigits(rest) === listDigits(text);
}

function listDigits(text: string): string {
  return text.replace(/(?<!\d)\d(?=[:.]\d\d)/g, '0$&').replace(/\D/g, '');
}

/** The first letter of ids that nobody has chosen otherwise. */
const letters = { causes: 'C', remediation: 'R' } as const;

/**
 * An id for a cause or an item that has none: one above every number that the file speaks of. Not safe while something
 * names an id that is not there: it may be the one that was lost.
 */
function createId(path: DataPath, source: YamlSource): Fix[] {
  const [list, index, key] = path;
  if (path.length !== 3 || (list !== 'causes' && list !== 'remediation') || key !== 'id') return [];
  const range = findRange(source.source, source.yaml[0], [list, Number(index)], 'value');
  const entry = getAt(source.data, [list, Number(index)]);
  if (!range || typeof entry !== 'object' || entry === null) return [];
  const letter = findLetter(source, list);
  const numbers = [...source.text.matchAll(new RegExp(`\\b${letter}(\\d{1,6})\\b`, 'g'))].map((one) =>
    Number(one[1]),
  );
  const missing = (['causes', 'remediation'] as const).flatMap((one) =>
    findLetter(source, one) === letter
      ? listIds(source, one).flatMap((id, at) => (id === '' ? [`${one}.${at}`] : []))
      : [],
  );
  const id = `${letter}${Math.max(0, ...numbers) + 1 + missing.indexOf(`${list}.${Number(index)}`)}`;
  const start = source.text.slice(range[0]).search(/[^{\s]/) + range[0];
  const isFlow = source.text.charAt(range[0]) === '{';
  const column = start - (source.text.lastIndexOf('\n', start - 1) + 1);
  const lineBreak = source.text.includes('\r\n') ? '\r\n' : '\n';
  const text = isFlow ? `id: ${id}, ` : `id: ${id}${lineBreak}${' '.repeat(column)}`;
  const ids = new Set([...listIds(source, 'causes'), ...listIds(source, 'remediation')]);
  const isLost = listNames(source.data).some((name) => name.startsWith(letter) && !ids.has(name));
  return [{ title: `Give it the id \`${id}\``, edits: [{ range: [start, start], text }], safe: !isLost }];
}

function listIds({ data }: YamlSource, list: 'causes' | 'remediation'): string[] {
  const entries = getAt(data, [list]);
  if (!Array.isArray(entries)) return [];
  return entries.map((entry) => {
    const id = getAt(entry, ['id']);
    return typeof id === 'string' ? id : '';
  });
}

/** The letters that the ids of a list begin with. */
function findLetter(source: YamlSource, list: 'causes' | 'remediation'): string {
  const first = listIds(source, list).find((id) => id !== '') ?? '';
  return /^[A-Z]+/.exec(first)?.[0] ?? letters[list];
}

/** Every value that is an id and nothing else: what `addresses`, `waive.at` and `superseded_by` name. */
function listNames(data: unknown): string[] {
  if (typeof data === 'string') return /^[A-Z]+\d+$/.test(data) ? [data] : [];
  return typeof data === 'object' && data !== null ? Object.values(data).flatMap(listNames) : [];
}

function isClock(text: string): boolean {
  return /^\d{1,2}:\d{2}$/.test(text);
}
