import type { Root, RootContent } from 'mdast';
import type { Range } from '../diagnostic/place.js';
import { parseBody, type Document } from '../parse/document.js';
import type { DataPath } from '../parse/yamlTree.js';
import type { History } from '../model/history.js';
import type { Incident } from '../model/incident.js';
import { namedSections } from './bodyCut.js';
import { createText, type Text } from './text.js';
import {
  findShownService,
  isRetracted,
  isShownEntry,
  isShownItem,
  namedParts,
  shownParts,
} from './visibility.js';

/** One text of an incident that customers read, or will read when its draft is final; of the body a section, heading included. */
export interface ShownText extends Text {
  /** Whether customers read it as things stand: the parts of a draft that follow with its report are not live. */
  live: boolean;
}

/**
 * Every text of an incident that customers read, in the order of the file: one list for all rules that look at words.
 * It holds whatever the gate lets through, and of a draft also what its `public` block will show later.
 */
export function createShownTexts(incident: Incident, document: Document, history: History): ShownText[] {
  const { publication } = incident;
  if (!publication) return [];
  const texts: ShownText[] = [];
  const add: Add = (kind, text, path, live = true) => {
    if (text !== undefined) texts.push(Object.assign(createText(kind, text, path), { live }));
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

type Add = (
  kind: 'line' | 'inline' | 'block' | 'address',
  text: string | undefined,
  path: DataPath,
  live?: boolean,
) => void;

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
      // An id is an author's word too, and part of an address.
      if ('id' in entry) add('address', entry.id, [list, index, 'id'], live.has(list));
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
      add('address', item.id, [...path, 'id'], isLive);
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
