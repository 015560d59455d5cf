import { lineBreakAt, lineStartAt } from './yamlLayout.js';
import { findRange } from './yaml.js';
import { editMap, type KeyChange } from './yamlEdit.js';
import { lineEndAt } from './yamlLimit.js';
import { readTree, toData, type DataPath } from './yamlTree.js';

/** YAML that is filled in, step by step; what is not named stays as it is, to the byte. */
export interface YamlDraft {
  readonly text: () => string;
  has: (path: DataPath) => boolean;
  /** The text at a path; undefined where there is none. */
  read: (path: DataPath) => string | undefined;
  /** How many entries the list at a key has. */
  count: (key: string) => number;
  /** Writes a text at the key of the map at a path; `order` is that of such a map's keys. Undefined: the key goes. */
  set: (path: DataPath, key: string, is: string | undefined, order: readonly string[]) => void;
  /** Adds an entry to the list at a key. */
  append: (key: string, entry: Readonly<Record<string, string>>) => void;
  /** Writes the first entry of a list in block style once more behind the last one; false where it has another style. */
  repeat: (key: string) => boolean;
  /** Makes comments of a key and all that belongs to it. */
  commentOut: (key: string) => void;
  /** Puts lines in the place of a key, all that belongs to it, and the comments right behind it; at the end where there is no such key. */
  replaceBlock: (key: string, lines: readonly string[]) => void;
  /** Puts a comment above a key. */
  remark: (key: string, words: string) => void;
}

/**
 * A draft of a map in YAML. `rootOrder` is that of its own keys, for those that are added. A change that cannot be made by range, as in a
 * list in an unusual style, throws an `Error` that names the key.
 */
export function createYamlDraft(source: string, rootOrder: readonly string[]): YamlDraft {
  let text = source;

  const find = (path: DataPath): unknown => {
    let value = toData(readTree(text).contents);
    for (const step of path) {
      if (typeof value !== 'object' || value === null) return undefined;
      value = (value as Record<string | number, unknown>)[step];
    }
    return value;
  };
  const count = (key: string): number => {
    const value = find([key]);
    return Array.isArray(value) ? value.length : 0;
  };
  const edit = (path: DataPath, change: KeyChange, order = rootOrder): void => {
    const edited = editMap(text, path, [change], order);
    if (edited === undefined) throw new Error(`\`${[...path, change.key].join('.')}\` cannot be filled in`);
    text = edited;
  };
  /** The whole lines of what stands at a path, the last line break included. */
  const linesOf = (path: DataPath): [number, number] | undefined => {
    const key = findRange(text, 0, path, 'key');
    const value = findRange(text, 0, path, 'value') ?? key;
    if (!key || !value) return undefined;
    const end = lineEndAt(text, Math.max(key[1], value[1]));
    return [lineStartAt(text, key[0]), end + (end < text.length ? lineBreakAt(text, end).length : 0)];
  };

  return {
    text: () => text,
    has: (path) => find(path) !== undefined,
    read: (path) => {
      const value = find(path);
      return typeof value === 'string' ? value : undefined;
    },
    count,
    set: (path, key, is, order) => edit(path, { key, is }, order),
    append: (key, entry) => edit([], { key, append: entry }),
    repeat: (key) => {
      const first = linesOf([key, 0]);
      const last = linesOf([key, count(key) - 1]);
      if (!first || !last) return false;
      const entry = text.slice(...first);
      if (!/^[ \t]*- /.test(entry) || !entry.endsWith('\n')) return false;
      text = text.slice(0, last[1]) + entry + text.slice(last[1]);
      return true;
    },
    commentOut: (key) => {
      const lines = linesOf([key]);
      if (!lines) return;
      const block = text.slice(...lines).replace(/^(?=[^\r\n])/gm, '# ');
      text = text.slice(0, lines[0]) + block + text.slice(lines[1]);
    },
    replaceBlock: (key, lines) => {
      const lineBreak = lineBreakAt(text, lineEndAt(text, 0));
      const block = lines.map((line) => `${line}${lineBreak}`).join('');
      const [from, to] = linesOf([key]) ?? [text.length, text.length];
      const behind = /^(?:[ \t]*#[^\n]*\n)*/.exec(text.slice(to))?.[0].length ?? 0;
      text = text.slice(0, from) + block + text.slice(to + behind);
    },
    remark: (key, words) => {
      const at = linesOf([key])?.[0] ?? text.length;
      const lineBreak = lineBreakAt(text, lineEndAt(text, at));
      text = `${text.slice(0, at)}# ${words}${lineBreak}${text.slice(at)}`;
    },
  };
}
