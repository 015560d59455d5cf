import { isDeepStrictEqual } from 'node:util';
import { isMap, isPair, isScalar, isSeq, Scalar } from 'yaml';
import type { Node, Pair, YAMLMap, YAMLSeq } from 'yaml';
import { applyEdits, type Edit } from '../diagnostic/edit.js';
import { createEntryEdits, type MapPlace, type NewEntry, type NewKey } from './yamlEntryEdit.js';
import {
  columnAt,
  endOf,
  insertInFlow,
  isBlockKept,
  isFirstOnLine,
  lineBreakAt,
  lineStartAt,
} from './yamlLayout.js';
import { lineEndAt } from './yamlLimit.js';
import { spellScalar } from './yamlScalar.js';
import { keyText, readTree, toData, type DataPath, type YamlTree } from './yamlTree.js';

/**
 * One change to a map: a text at a key, no such key any more, one more entry in the list at a key, or one text less in it.
 */
export type KeyChange =
  | { key: string; is: string }
  | { key: string; is: undefined }
  | { key: string; append: NewEntry }
  | { key: string; drop: string };

/**
 * YAML with some keys of the map at a path changed, and every byte outside of them as it was: comments, alignment, quotes,
 * line breaks and whether it is in block or flow style. `order` is that of the keys of such a map; a new one stands behind
 * the last of those before it. Undefined where that cannot be done by range: what comes out is read again, and must
 * hold these changes and nothing else.
 */
export function editMap(
  source: string,
  path: DataPath,
  changes: readonly KeyChange[],
  order: readonly string[],
): string | undefined {
  let text = source;
  for (const change of changes) {
    const tree = readTree(text);
    const map = findMap(tree, path);
    const edits = map && createEdits({ text, tree, path, map, order }, change);
    if (!edits) return undefined;
    text = applyEdits(text, edits);
  }
  return isChangedSo(source, text, path, changes) ? text : undefined;
}

function createEdits(place: MapPlace, change: KeyChange): Edit[] | undefined {
  const { text, map } = place;
  const pair = map.items.find((one) => keyText(one) === change.key);
  if ('append' in change) {
    const entry = createEntryEdits(place, pair, change.key, change.append);
    return 'edits' in entry ? entry.edits : insertKey(place, change.key, entry);
  }
  if ('drop' in change) return pair ? dropText(place, pair, change.drop) : [];
  if (change.is === undefined) return pair ? removeKey(place, pair) : [];
  if (pair) return replaceValue(text, pair, change.is);
  const spelled = `${change.key}: ${spellScalar(change.is)}`;
  return insertKey(place, change.key, { block: () => spelled, flow: spelled });
}

/** In the quotes that are there, if any. */
function replaceValue(text: string, { key, value }: Pair, is: string): Edit[] | undefined {
  const range = (value as Node | null)?.range;
  if (!range || range[0] === range[1]) {
    const end = (key as Node).range?.[1] ?? 0;
    const colon = /^[ \t]*:/.exec(text.slice(end))?.[0];
    const at = end + (colon?.length ?? 0);
    return [{ range: [at, at], text: `${colon === undefined ? ':' : ''} ${spellScalar(is)}` }];
  }
  const to = endOf(text, value);
  if (!isScalar(value) || to === undefined) return undefined;
  // A comment behind the mark of a block would go with it.
  if (isBlock(value) && /#/.test(text.slice(range[0], lineEndAt(text, range[0])))) return undefined;
  return [{ range: [range[0], to], text: spellLike(value, is) }];
}

function spellLike({ type }: Scalar, text: string): string {
  if (type === Scalar.QUOTE_DOUBLE) return JSON.stringify(text);
  return type === Scalar.QUOTE_SINGLE ? `'${text.replaceAll("'", "''")}'` : spellScalar(text);
}

function isBlock({ type }: Scalar): boolean {
  return type === Scalar.BLOCK_FOLDED || type === Scalar.BLOCK_LITERAL;
}

/** Behind the last key that comes before it in the order of such a map. */
function insertKey({ text, map, order }: MapPlace, key: string, { block, flow }: NewKey): Edit[] | undefined {
  const anchor = findAnchor(map, order, key, text);
  const end = anchor && endOf(text, anchor);
  const start = (anchor?.key as Node | undefined)?.range?.[0];
  if (end === undefined || start === undefined) return undefined;
  if (map.flow) return insertInFlow(text, [start, end], flow);
  const column = columnAt(text, start);
  const at = lineEndAt(text, end);
  const lineBreak = lineBreakAt(text, at);
  return [{ range: [at, at], text: `${lineBreak}${' '.repeat(column)}${block(column, lineBreak)}` }];
}

/** A key that ends where one can see it: behind a block that keeps its empty lines something else would be read. */
function findAnchor(map: YAMLMap, order: readonly string[], key: string, text: string): Pair | undefined {
  const rank = (pair: Pair): number => order.indexOf(keyText(pair));
  const before = map.items.filter(
    (pair) => rank(pair) < order.indexOf(key) && !isBlockKept(text, pair.value),
  );
  const last = Math.max(...before.map(rank));
  return before.find((pair) => rank(pair) === last);
}

function removeKey({ text, map }: MapPlace, pair: Pair): Edit[] | undefined {
  const start = (pair.key as Node).range?.[0];
  const end = endOf(text, pair);
  if (start === undefined || end === undefined) return undefined;
  return removeFrom(text, map, map.items.indexOf(pair), [start, end]);
}

/** Takes a text out of a list; with the last one goes the key. */
function dropText(place: MapPlace, pair: Pair, dropped: string): Edit[] | undefined {
  const { text } = place;
  const list = pair.value;
  if (!isSeq(list)) return [];
  const index = list.items.findIndex((item) => isScalar(item) && item.value === dropped);
  if (index < 0) return [];
  if (list.items.length === 1) return removeKey(place, pair);
  const item = list.items[index] as Node;
  const end = endOf(text, item);
  const start = item.range?.[0];
  if (start === undefined || end === undefined) return undefined;
  const from = list.flow ? start : text.lastIndexOf('-', start - 1);
  return removeFrom(text, list, index, [from, end]);
}

function removeFrom(
  text: string,
  parent: YAMLMap | YAMLSeq,
  index: number,
  range: readonly [number, number],
): Edit[] {
  return parent.flow ? removeInFlow(text, parent, index, range) : removeLine(text, parent, index, range);
}

/** The whole line, unless something else stands on it: a comment stays, and so does the dash of a list. */
function removeLine(
  text: string,
  parent: YAMLMap | YAMLSeq,
  index: number,
  [start, end]: readonly [number, number],
): Edit[] {
  const lineEnd = lineEndAt(text, end);
  const comment = /^[ \t]*(?=#)/.exec(text.slice(end, lineEnd));
  if (comment) return [{ range: [start, end + comment[0].length], text: '' }];
  if (isFirstOnLine(text, start)) {
    const next = lineEnd + lineBreakAt(text, lineEnd).length;
    return [{ range: [lineStartAt(text, start), Math.min(next, text.length)], text: '' }];
  }
  const other = parent.items[index + 1];
  const next = ((isPair(other) ? other.key : other) as Node | undefined)?.range?.[0];
  const isBare = next !== undefined && /^\s*$/.test(text.slice(end, next));
  return [{ range: [start, isBare ? next : end], text: '' }];
}

/** With one of the commas around it; a comment between them stays. */
function removeInFlow(
  text: string,
  parent: YAMLMap | YAMLSeq,
  index: number,
  [start, end]: readonly [number, number],
): Edit[] {
  const comma = /^[ \t]*,/.exec(text.slice(end))?.[0];
  const behind = end + (comma?.length ?? 0);
  const lineEnd = lineEndAt(text, behind);
  if (isFirstOnLine(text, start) && /^[ \t]*$/.test(text.slice(behind, lineEnd))) {
    const next = lineEnd + lineBreakAt(text, lineEnd).length;
    return [{ range: [lineStartAt(text, start), next], text: '' }];
  }
  if (comma !== undefined) {
    const space = /^[ \t]*/.exec(text.slice(behind))?.[0].length ?? 0;
    return [{ range: [start, behind + space], text: '' }];
  }
  const previous = endOf(text, parent.items[index - 1]);
  const isBare = previous !== undefined && /^\s*,\s*$/.test(text.slice(previous, start));
  return [{ range: [isBare ? previous : start, end], text: '' }];
}

function findMap(tree: YamlTree, path: DataPath): YAMLMap | undefined {
  let node: unknown = tree.contents;
  for (const step of path) {
    if (isMap(node)) node = node.items.find((pair) => keyText(pair) === step)?.value;
    else if (isSeq(node)) node = node.items[Number(step)];
  }
  return isMap(node) ? node : undefined;
}

/** Whether one YAML holds what the other does, but for these changes. */
function isChangedSo(before: string, after: string, path: DataPath, changes: readonly KeyChange[]): boolean {
  const tree = readTree(after);
  if (tree.errors.length > 0) return false;
  const expected = toData(readTree(before).contents);
  let map = expected as Record<string | number, unknown>;
  for (const step of path) map = map[step] as Record<string, unknown>;
  for (const change of changes) {
    const { key } = change;
    if ('append' in change) {
      const known = Array.isArray(map[key]) ? (map[key] as unknown[]) : [];
      const { append } = change;
      // As the data of YAML have it, without a prototype.
      const entry =
        typeof append === 'string' ? append : Object.assign(Object.create(null) as object, append);
      map[key] = [...known, entry];
    } else if ('drop' in change) {
      const known = Array.isArray(map[key]) ? (map[key] as unknown[]) : [];
      const rest = known.toSpliced(known.indexOf(change.drop), known.includes(change.drop) ? 1 : 0);
      if (rest.length > 0) map[key] = rest;
      else if (known.length > 0) delete map[key];
    } else if (change.is === undefined) delete map[key];
    else map[key] = change.is;
  }
  return isDeepStrictEqual(toData(tree.contents), expected);
}
