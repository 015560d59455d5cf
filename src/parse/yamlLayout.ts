import { isMap, isPair, isScalar, isSeq } from 'yaml';
import type { Node } from 'yaml';
import type { Edit } from '../diagnostic/edit.js';
import { lineEndAt } from './yamlLimit.js';
import { trimEnd } from './yamlProblem.js';

/* Where things stand on the lines of YAML. Offsets count in its text. */

/** The line break at the end of a line; where there is none, that of the line before, so that a text keeps to one kind. */
export function lineBreakAt(text: string, lineEnd: number): string {
  const own = /^\r?\n/.exec(text.slice(lineEnd, lineEnd + 2))?.[0];
  return own ?? (/\r\n/.test(text) ? '\r\n' : '\n');
}

export function lineStartAt(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

export function columnAt(text: string, offset: number): number {
  return offset - lineStartAt(text, offset);
}

/** Whether nothing but space stands before it on its line. */
export function isFirstOnLine(text: string, offset: number): boolean {
  return /^[ \t]*$/.test(text.slice(lineStartAt(text, offset), offset));
}

/** Where a value, or a key with its value, ends: behind its last character. Undefined where that cannot be seen. */
export function endOf(text: string, node: unknown): number | undefined {
  if (isPair(node)) {
    const end = endOf(text, node.value);
    const key = (node.key as Node | null)?.range?.[1];
    if (end !== undefined || key === undefined) return end;
    return key + (/^[ \t]*:/.exec(text.slice(key))?.[0].length ?? 0);
  }
  if ((isMap(node) || isSeq(node)) && !node.flow) return endOf(text, node.items.at(-1));
  const range = (node as Node | null | undefined)?.range;
  return range && range[0] < range[1] ? trimEnd(text, [range[0], range[1]])[1] : undefined;
}

/** Whether it is, or ends with, a block text that keeps the empty lines behind it: `>+`. */
export function isBlockKept(text: string, node: unknown): boolean {
  if (isPair(node)) return isBlockKept(text, node.value);
  if ((isMap(node) || isSeq(node)) && !node.flow) return isBlockKept(text, node.items.at(-1));
  return isScalar(node) && /^[|>]\d?\+/.test(text.slice(node.range?.[0], node.range?.[1]));
}

/** Behind an entry in `{ }` or `[ ]`: on a line of its own where that entry has one. */
export function insertInFlow(text: string, [start, end]: readonly [number, number], added: string): Edit[] {
  const lineEnd = lineEndAt(text, end);
  const rest = /^[ \t]*(,?)[ \t]*(?:#.*)?$/.exec(text.slice(end, lineEnd));
  if (!rest || !isFirstOnLine(text, start)) return [{ range: [end, end], text: `, ${added}` }];
  const line = `${lineBreakAt(text, lineEnd)}${text.slice(lineStartAt(text, start), start)}${added}`;
  if (rest[1] === ',') return [{ range: [lineEnd, lineEnd], text: `${line},` }];
  if (lineEnd === end) return [{ range: [end, end], text: `,${line}` }];
  return [
    { range: [end, end], text: ',' },
    { range: [lineEnd, lineEnd], text: line },
  ];
}
