import type { Nodes, PhrasingContent, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { parseBody, type Document } from '../parse/document.js';
import { parseMarkdown } from '../parse/markdown.js';
import type { DataPath } from '../parse/yamlTree.js';
import { findMeta, findSchema } from '../validate/schema/field.js';
import { incidentSchema } from '../validate/schema/incident.js';
import type { Finding } from './rule.js';

/** A text of an incident file, and where it stands. */
export interface Text {
  /** Plain text, Markdown of one paragraph, whole Markdown, the body or a section of it, or an address. */
  kind: 'line' | 'inline' | 'block' | 'body' | 'address';
  /** As written. */
  text: string;
  /** Where it stands in the front matter; undefined for the body. */
  path: DataPath | undefined;
  /** Its tree, where it is Markdown: made when it is asked for. */
  readonly tree: Root | undefined;
  /** What to take from an offset of the tree to get one of the text: of the body, where the text begins in the file; else 0. */
  base: number;
}

/** A text of the front matter. */
export function createText(kind: Exclude<Text['kind'], 'body'>, text: string, path: DataPath): Text {
  const isMarkdown = kind === 'inline' || kind === 'block';
  let tree: Root | undefined;
  return {
    kind,
    text,
    path,
    base: 0,
    get tree() {
      return isMarkdown ? (tree ??= parseText(text)) : undefined;
    },
  };
}

/** Every text that somebody wrote into a file, shown or not, in its order: what the front matter's schema calls one, and the body. */
export function createTexts(document: Document): Text[] {
  const texts: Text[] = [];
  const step = (value: unknown, path: DataPath): void => {
    if (typeof value === 'string') {
      const schema = findSchema(incidentSchema, path);
      const kind = schema && findMeta(schema)?.text;
      if (kind) texts.push(createText(kind, value, path));
    } else if (Array.isArray(value)) value.forEach((entry, index) => step(entry, [...path, index]));
    else if (typeof value === 'object' && value !== null)
      for (const [key, entry] of Object.entries(value)) step(entry, [...path, key]);
  };
  step(document.data, []);
  const [start, end] = document.body;
  if (document.hasBody) {
    texts.push({
      kind: 'body',
      text: document.text.slice(start, end),
      path: undefined,
      base: start,
      get tree() {
        const { children } = parseBody(document);
        return { type: 'root', children: children.filter((node) => node.type !== 'yaml') } satisfies Root;
      },
    });
  }
  return texts;
}

/** One line of words and punctuation, in which Markdown finds nothing. Most texts of entries are that. */
const plain = /^[\p{L}“‘"'(][^\r\n*_`[\]<>\\&#~|@^{}$\t]*$/u;

/**
 * The tree of a text of the front matter. What is plain for certain is not parsed: that costs too much for every sentence
 * of every timeline.
 */
function parseText(text: string): Root {
  if (!plain.test(text) || /:\/\/|www\./i.test(text)) return parseMarkdown(text);
  const position = {
    start: { line: 1, column: 1, offset: 0 },
    end: { line: 1, column: text.length + 1, offset: text.length },
  };
  const node: PhrasingContent = { type: 'text', value: text, position };
  return { type: 'root', children: [{ type: 'paragraph', children: [node], position }] };
}

/** The place of a stretch of a text. */
export function placeIn(
  { path, base }: Text,
  from: number,
  to: number,
): Pick<Finding, 'path' | 'within' | 'range'> {
  return path ? { path, within: [from, to] } : { range: [from + base, to + base] };
}

/** The place of a node of a text's tree. */
export function placeOf(text: Text, node: Nodes): Pick<Finding, 'path' | 'within' | 'range'> {
  const start = (node.position?.start.offset ?? text.base) - text.base;
  const end = (node.position?.end.offset ?? start) - text.base;
  return placeIn(text, start, end);
}

/**
 * A text with its code blanked out, so that a rule about words does not speak of commands and logs, and with its
 * HTML, of which `raw-html` speaks. Offsets stay as they are.
 */
export function blankCode(text: Text): string {
  return blankNodes(text, ['code', 'inlineCode', 'html']);
}

/** A text with the nodes of some types blanked out; offsets and line breaks stay as they are. */
export function blankNodes({ text, tree, base }: Text, types: readonly Nodes['type'][]): string {
  if (!tree) return text;
  let prose = '';
  let at = 0;
  visit(tree, [...types], (node) => {
    const start = (node.position?.start.offset ?? base) - base;
    const end = (node.position?.end.offset ?? base) - base;
    if (start < at) return;
    prose += text.slice(at, start) + text.slice(start, end).replace(/[^\r\n]/g, ' ');
    at = end;
  });
  return prose + text.slice(at);
}

/** The lines of a text, with the offset of each. */
export function splitLines(text: string): { line: string; offset: number }[] {
  const lines: { line: string; offset: number }[] = [];
  for (const match of text.matchAll(/([^\r\n]*)(?:\r\n|\n|\r|$)/g)) {
    if (match.index === text.length && match[0] === '' && lines.length > 0) break;
    lines.push({ line: match[1] ?? '', offset: match.index });
  }
  return lines;
}
