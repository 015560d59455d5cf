import type { Fix } from '../diagnostic/diagnostic.js';
import type { YamlSource } from '../parse/document.js';
import { findRange, isInFlow } from '../parse/yaml.js';
import { createScalar } from '../parse/yamlProse.js';
import type { DataPath } from '../parse/yamlTree.js';
import type { Finding } from './issue.js';
import { getAt } from './repair.js';

/** Keys that decide who reads what: no slip of the pen may be mended into one of them by a machine. */
const keysOfTheGate: ReadonlySet<string> = new Set(['public', 'internal', 'aliases', 'x-']);

/** What would mend a finding about the form of a file; nothing where only its author can know. */
export function createFixes({ rule, path, meant, texts = [] }: Finding, source: YamlSource): Fix[] {
  if (rule === 'missing-key') return createId(path, source);
  const range = findRange(source.source, source.yaml[0], path, rule === 'unknown-key' ? 'key' : 'value');
  if (!range) return [];
  if (rule === 'unknown-key') {
    const parent = getAt(source.data, path.slice(0, -1));
    if (meant === undefined || getAt(parent, [meant]) !== undefined) return [];
    const isOfTheGate = path[0] === 'public' || keysOfTheGate.has(meant);
    return [{ title: `Write \`${meant}\``, edits: [{ range, text: meant }], safe: !isOfTheGate }];
  }
  const flow = isInFlow(source.source, path);
  return texts.map((text) => ({
    title: `Write \`${text}\``,
    edits: [{ range, text: createScalar(text, flow) }],
    safe:
      texts.length === 1 && /^(?:time|day)-format$/.test(rule) && isSpelling(getAt(source.data, path), text),
  }));
}

/**
 * Whether a time is only spelt otherwise: the same numbers in the same order, and no words but those that say "about".
 * `14.03.2026` turned round, `noon`, or `9` without its minutes are guesses, however good.
 */
function isSpelling(written: unknown, text: string): boolean {
  if (typeof written !== 'string') return false;
  const numbers = (one: string): string => (one.match(/\d+/g) ?? []).map(Number).join();
  const words =
    written.replace(/^(?:about|around|approx(?:imately|\.)?|roughly|circa|ca?\.)\s/i, '').match(/[a-z]+/gi) ??
    [];
  return numbers(written) === numbers(text) && words.every((word) => /^(?:t|z|utc|[ap]m)$/i.test(word));
}

/** The first letter of ids that nobody has chosen otherwise. */
const letters: Record<string, string> = { causes: 'C', remediation: 'R' };

/** An id for a cause or an item that has none: one above every number that the file speaks of. */
function createId(path: DataPath, source: YamlSource): Fix[] {
  const [list, index, key] = path;
  const entries = typeof list === 'string' ? getAt(source.data, [list]) : undefined;
  if (path.length !== 3 || key !== 'id' || typeof index !== 'number' || !Array.isArray(entries)) return [];
  const range = findRange(source.source, source.yaml[0], path.slice(0, -1), 'value');
  const entry: unknown = entries[index];
  if (!range || typeof entry !== 'object' || entry === null) return [];
  const ids = entries.map((one) => {
    const id = getAt(one, ['id']);
    return typeof id === 'string' ? id : '';
  });
  const letter = /^[A-Z]+/.exec(ids.find((id) => id !== '') ?? '')?.[0] ?? letters[String(list)];
  if (letter === undefined) return [];
  const numbers = [...source.text.matchAll(new RegExp(`\\b${letter}(\\d{1,6})\\b`, 'g'))].map((one) =>
    Number(one[1]),
  );
  const before = ids.slice(0, index).filter((id) => id === '').length;
  const id = `${letter}${Math.max(0, ...numbers) + 1 + before}`;
  const start = source.text.slice(range[0]).search(/[^{\s]/) + range[0];
  const isFlow = source.text.charAt(range[0]) === '{';
  const column = start - (source.text.lastIndexOf('\n', start - 1) + 1);
  const lineBreak = source.text.includes('\r\n') ? '\r\n' : '\n';
  const text = isFlow ? `id: ${id}, ` : `id: ${id}${lineBreak}${' '.repeat(column)}`;
  return [{ title: `Give it the id \`${id}\``, edits: [{ range: [start, start], text }], safe: true }];
}
