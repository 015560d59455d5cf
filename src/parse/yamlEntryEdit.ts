import { isMap, isSeq } from 'yaml';
import type { Node, Pair, YAMLMap, YAMLSeq } from 'yaml';
import type { Edit } from '../diagnostic/edit.js';
import { columnAt, endOf, insertInFlow, lineBreakAt, lineStartAt } from './yamlLayout.js';
import { lineEndAt } from './yamlLimit.js';
import { spellScalar } from './yamlScalar.js';
import { keyText, type DataPath, type YamlTree } from './yamlTree.js';

/** The map that is edited, and what it stands in. */
export interface MapPlace {
  text: string;
  tree: YamlTree;
  path: DataPath;
  map: YAMLMap;
  order: readonly string[];
}

/** A key with its value, as it is written in either style; in block style by the column of the keys and the line break. */
export interface NewKey {
  block: (column: number, lineBreak: string) => string;
  flow: string;
}

/** An entry that a list is to have: a text, or a map of texts. */
export type NewEntry = string | Readonly<Record<string, string>>;

/** The edits that add an entry to the list at a key, in the style of the entries before it; where there is no such key, what it is to be. */
export function createEntryEdits(
  place: MapPlace,
  pair: Pair | undefined,
  key: string,
  entry: NewEntry,
): { edits: Edit[] | undefined } | NewKey {
  const { text, map } = place;
  const indent = listIndent(place);
  if (!pair) {
    return {
      block: (column, lineBreak) => `${key}:${lineBreak}${renderBlock(entry, column + indent, 1, lineBreak)}`,
      flow: `${key}: [${renderFlow(entry)}]`,
    };
  }
  const { value } = pair;
  if (isSeq(value) && value.flow) return { edits: addToFlow(text, value, entry) };
  if (isSeq(value)) return { edits: addToBlock(text, value, entry) };
  if (value !== null && endOf(text, value) !== undefined) return { edits: undefined };
  // A key without a value.
  const end = endOf(text, pair) ?? 0;
  if (map.flow) return { edits: [{ range: [end, end], text: ` [${renderFlow(entry)}]` }] };
  const at = lineEndAt(text, end);
  const lineBreak = lineBreakAt(text, at);
  const column = columnAt(text, (pair.key as Node).range?.[0] ?? 0) + indent;
  return { edits: [{ range: [at, at], text: `${lineBreak}${renderBlock(entry, column, 1, lineBreak)}` }] };
}

function addToFlow(text: string, list: YAMLSeq, entry: NewEntry): Edit[] | undefined {
  const last = list.items.at(-1) as Node | undefined;
  const start = list.range?.[0] ?? 0;
  if (!last) return [{ range: [start + 1, start + 1], text: renderFlow(entry) }];
  const end = endOf(text, last);
  if (end === undefined || !last.range) return undefined;
  return insertInFlow(text, [last.range[0], end], renderFlow(entry, isTight(text, last)));
}

function addToBlock(text: string, list: YAMLSeq, entry: NewEntry): Edit[] | undefined {
  const last = list.items.at(-1) as Node | undefined;
  const end = last && endOf(text, last);
  const dash = list.range?.[0];
  if (!last?.range || end === undefined || dash === undefined) return undefined;
  const column = columnAt(text, dash);
  const at = lineEndAt(text, end);
  const lineBreak = lineBreakAt(text, at);
  const isFlow = isMap(last) && last.flow === true;
  // As much space behind the dash as there is behind the one before.
  const gap = /(?<=^[ \t]*-)[ ]+$/.exec(text.slice(lineStartAt(text, last.range[0]), last.range[0]));
  const added = isFlow
    ? `${' '.repeat(column)}-${gap?.[0] ?? ' '}${renderFlow(entry, isTight(text, last))}`
    : renderBlock(entry, column, gap?.[0].length ?? 1, lineBreak);
  return [{ range: [at, at], text: `${lineBreak}${added}` }];
}

/** Whether a map is written `{a: b}` and not `{ a: b }`. */
function isTight(text: string, node: Node): boolean {
  return /^\{\S/.test(text.slice(node.range?.[0]));
}

function renderFlow(entry: NewEntry, isTightly = false): string {
  const pairs = spell(entry).join(', ');
  if (typeof entry === 'string') return pairs;
  return isTightly ? `{${pairs}}` : `{ ${pairs} }`;
}

/** As an entry of a list in block style: its dash in a column, so much space behind it. */
function renderBlock(entry: NewEntry, column: number, gap: number, lineBreak: string): string {
  const lines = spell(entry).join(`${lineBreak}${' '.repeat(column + 1 + gap)}`);
  return `${' '.repeat(column)}-${' '.repeat(gap)}${lines}`;
}

function spell(entry: NewEntry): string[] {
  if (typeof entry === 'string') return [spellScalar(entry)];
  return Object.entries(entry).map(([key, text]) => `${key}: ${spellScalar(text)}`);
}

/** By how much the list that the map stands in is indented below its key. */
function listIndent({ tree, text, path }: MapPlace): number {
  const key = path.at(-2);
  const pair = isMap(tree.contents) && tree.contents.items.find((one) => keyText(one) === key);
  if (!pair || !isSeq(pair.value) || pair.value.flow) return 2;
  const [dash, start] = [(pair.value as Node).range?.[0], (pair.key as Node).range?.[0]];
  return dash === undefined || start === undefined ? 2 : columnAt(text, dash) - columnAt(text, start);
}
