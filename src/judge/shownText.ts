import type { Nodes, PhrasingContent, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Range } from '../diagnostic/place.js';
import { parseBody, type Document } from '../parse/document.js';
import { parseMarkdown } from '../parse/markdown.js';
import type { DataPath } from '../parse/yamlTree.js';
import type { History } from '../model/history.js';
import type { Incident } from '../model/incident.js';
import { namedSections } from './bodyCut.js';
import type { Finding } from './rule.js';
import {
  findShownService,
  isRetracted,
  isShownEntry,
  isShownItem,
  namedParts,
  shownParts,
} from './visibility.js';

/** One text of an incident that customers read, or will read when its draft is final. */
export interface ShownText {
  /** Plain text, Markdown of one paragraph, whole Markdown, a section of the body, or an address. */
  kind: 'line' | 'inline' | 'block' | 'body' | 'address';
  /** As written; of a section its lines, heading included. */
  text: string;
  /** Where it stands in the front matter; undefined for a section of the body. */
  path: DataPath | undefined;
  /** Whether customers read it as things stand: the parts of a draft that follow with its report are not live. */
  live: boolean;
  /** Its tree, where it is Markdown. */
  tree: Root | undefined;
  /** What to take from an offset of the tree to get one of the text; of a section, where it begins in the file. */
  base: number;
}

/**
 * Every text of an incident that customers read, in the order of the file: one list for all rules that look at words.
 * It holds whatever the gate lets through, and of a draft also what its `public` block will show later.
 */
export function createShownTexts(incident: Incident, document: Document, history: History): ShownText[] {
  const { publication } = incident;
  if (!publication) return [];
  const texts: ShownText[] = [];
  const add = (kind: ShownText['kind'], text: string | undefined, path: DataPath, live = true): void => {
    if (text === undefined) return;
    const isMarkdown = kind === 'inline' || kind === 'block';
    const tree = isMarkdown ? parseText(text) : undefined;
    texts.push({ kind, text, path, live, tree, base: isMarkdown ? 1 : 0 });
  };

  add('address', incident.id, []);
  if (publication.title === undefined) add('line', incident.title, ['title']);
  addParts(incident, history, add);
  incident.corrections.forEach(({ text }, index) => add('inline', text, ['corrections', index, 'text']));
  add('line', publication.title, ['public', 'title']);
  add('line', publication.signed, ['public', 'signed']);
  add('inline', publication.retracted?.text, ['public', 'retracted', 'text']);
  incident.aliases.forEach((alias, index) => add('address', alias, ['aliases', index]));
  if (document.hasBody) texts.push(...createBodyTexts(incident, document));
  return texts;
}

/** One line of words and punctuation, in which Markdown finds nothing. Most texts of entries are that. */
const plain = /^[\p{L}“‘"'(][^\r\n*_`[\]<>\\&#~|@^{}$\t]*$/u;

/**
 * The tree of a text of the front matter, whose offsets are one too high: the line break before it keeps a text that
 * begins with `---` from being read as front matter. What is plain for certain is not parsed: that costs too much for
 * every sentence of every timeline.
 */
function parseText(text: string): Root {
  if (!plain.test(text) || /:\/\/|www\./i.test(text)) return parseMarkdown(`\n${text}`);
  const position = {
    start: { line: 2, column: 1, offset: 1 },
    end: { line: 2, column: text.length + 1, offset: text.length + 1 },
  };
  const node: PhrasingContent = { type: 'text', value: text, position };
  return { type: 'root', children: [{ type: 'paragraph', children: [node], position }] };
}

type Add = (kind: ShownText['kind'], text: string | undefined, path: DataPath, live?: boolean) => void;

function addParts(incident: Incident, history: History, add: Add): void {
  const named = namedParts(incident);
  const live = shownParts(incident);
  const { publication } = incident;
  if (named.has('summary')) {
    if (publication?.summary !== undefined) add('inline', publication.summary, ['public', 'summary']);
    else add('inline', incident.summary, ['summary']);
  }
  if (named.has('detection') && incident.detection) {
    const { by: _by, note, public: reworded, internal } = incident.detection;
    if (internal !== true) addEntry(add, ['detection'], reworded, { note }, 'inline', live.has('detection'));
  }
  if (named.has('impact')) {
    for (const [index, entry] of incident.impact.entries()) {
      if (!isShownEntry(entry) || !findShownService(entry.service, history)) continue;
      const path: DataPath = ['impact', index];
      addEntry(add, path, entry.public, { affected: entry.affected, note: entry.note }, 'inline', true);
      add('line', entry.share, [...path, 'share']);
      entry.where?.forEach((region, at) => add('line', region, [...path, 'where', at]));
    }
  }
  if (named.has('numbers')) {
    for (const [index, entry] of incident.numbers.entries()) {
      if (!isShownEntry(entry)) continue;
      add('line', entry.label, ['numbers', index, 'label'], live.has('numbers'));
      addEntry(add, ['numbers', index], entry.public, { value: entry.value }, 'line', live.has('numbers'));
    }
  }
  for (const list of ['causes', 'timeline', 'updates'] as const) {
    if (!named.has(list)) continue;
    for (const [index, entry] of incident[list].entries()) {
      if (!isShownEntry(entry)) continue;
      addEntry(add, [list, index], entry.public, { text: entry.text }, 'inline', live.has(list));
      if ('category' in entry) add('line', entry.category, [list, index, 'category'], live.has(list));
    }
  }
  if (named.has('provider')) {
    add('line', incident.provider?.name, ['provider', 'name']);
    add('address', incident.provider?.url, ['provider', 'url']);
  }
  if (named.has('remediation')) {
    for (const [index, item] of incident.remediation.entries()) {
      if (!isShownItem(item)) continue;
      const path: DataPath = ['remediation', index];
      const isLive = live.has('remediation');
      addEntry(add, path, item.public, { title: item.title }, 'line', isLive);
      if (item.public !== undefined) continue;
      addEntry(add, path, undefined, { done_when: item.done_when, reason: item.reason }, 'inline', isLive);
    }
  }
  if (named.has('questions')) {
    for (const [index, entry] of incident.questions.entries()) {
      if (!isShownEntry(entry)) continue;
      const path: DataPath = ['questions', index];
      addEntry(add, path, entry.public, { question: entry.question }, 'inline', live.has('questions'));
      if (entry.public === undefined) add('block', entry.answer, [...path, 'answer'], live.has('questions'));
    }
  }
}

/** The texts of one entry; where it is said in other words, those alone. */
function addEntry(
  add: Add,
  path: DataPath,
  reworded: string | undefined,
  texts: Record<string, string | undefined>,
  kind: 'line' | 'inline',
  live: boolean,
): void {
  if (reworded !== undefined) add(kind, reworded, [...path, 'public'], live);
  else for (const [key, text] of Object.entries(texts)) add(kind, text, [...path, key], live);
}

function createBodyTexts(incident: Incident, document: Document): ShownText[] {
  const live = incident.status !== 'draft' && !isRetracted(incident);
  const sections = namedSections(incident, document);
  const nodes = splitNodes(parseBody(document), sections);
  return sections.map(({ range }, index) => {
    const text = document.text.slice(range[0], range[1]);
    const tree: Root = { type: 'root', children: nodes[index] ?? [] };
    return { kind: 'body', text, path: undefined, live, tree, base: range[0] };
  });
}

/** The nodes of a tree that begin in each of some stretches, which stand in the order of the text. */
export function splitNodes(tree: Root, stretches: readonly { range: Range }[]): RootContent[][] {
  const nodes: RootContent[][] = stretches.map(() => []);
  let index = 0;
  for (const node of tree.children) {
    const start = node.position?.start.offset ?? -1;
    while (index < stretches.length && start >= (stretches[index]?.range[1] ?? 0)) index++;
    const stretch = stretches[index];
    if (stretch && start >= stretch.range[0]) nodes[index]?.push(node);
  }
  return nodes;
}

/** The place of a stretch of a shown text: exact in a section; in the front matter that of the whole value. */
export function placeIn(
  { path, base }: ShownText,
  from: number,
  to: number,
): Pick<Finding, 'path' | 'range'> {
  return path ? { path } : { range: [from + base, to + base] };
}

/** The place of a node of a shown text's tree. */
export function placeOf(shown: ShownText, node: Nodes): Pick<Finding, 'path' | 'range'> {
  const start = (node.position?.start.offset ?? shown.base) - shown.base;
  const end = (node.position?.end.offset ?? start) - shown.base;
  return placeIn(shown, start, end);
}

/**
 * A shown text with its code blanked out, so that a rule about words does not speak of commands and logs, and with its
 * HTML, of which `raw-html` speaks. Offsets stay as they are.
 */
export function blankCode({ text, tree, base }: ShownText): string {
  if (!tree) return text;
  let prose = '';
  let at = 0;
  visit(tree, ['code', 'inlineCode', 'html'], (node) => {
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
