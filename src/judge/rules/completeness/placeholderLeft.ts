import { visit } from 'unist-util-visit';
import { toString } from 'mdast-util-to-string';
import { createShownTexts } from '../../shownText.js';
import { blankNodes, createTexts, placeIn, placeOf, type Text } from '../../text.js';
import type { Finding, Rule, Subject } from '../../rule.js';
import { lead, marks } from '../gate/mark.js';
import { isFinal } from './finalText.js';
import { isNothing, isPlaceholder, isPrompt, isTalkedAbout, placeholders } from './placeholder.js';

const hint = 'Write what belongs there, or leave it out; `status: draft` says that it is still to come.';

/** What was to be filled in later reads, in a final text, as if nobody had cared. */
export const placeholderLeft: Rule = {
  id: 'placeholder-left',
  level: 'error',
  blocks: false,
  description:
    'A final text holds no placeholder: `TODO`, `TBD`, `???`, `<service>`, `[insert …]`, lorem ipsum, a text that is only dots. In a text under review that is a warning, in a draft nothing. Code is not read.',
  bad: `causes:
  - id: C1
    kind: root
    text: 'TODO: ask the storage team why the log was not rotated.'
---
## What happened

The disk of [insert host] was full.`,
  good: `causes:
  - id: C1
    kind: root
    text: The job that rotates the log had been switched off, with a TODO in its settings.
---
## What happened

The disk of the first order database was full.`,
  *check(subject): Iterable<Finding> {
    const { incident, document } = subject;
    if (incident.status !== 'review' && !isFinal(subject)) return;
    const isShown = findShown(subject);
    for (const text of createTexts(document)) {
      if (text.kind === 'address') continue;
      for (const place of findPlaceholders(text, isShown)) {
        const level = incident.status === 'review' ? { level: 'warning' as const } : {};
        yield { ...place.at, message: `A placeholder is left: \`${place.found}\``, hint, ...level };
      }
    }
  },
};

type IsShown = (text: Text, offset: number) => boolean;

/** Which stretches customers read: of those the rules of the gate speak as well. */
function findShown({ incident, document, history }: Subject): IsShown {
  const shown = createShownTexts(incident, document, history);
  const paths = new Set(shown.flatMap(({ path }) => (path ? [path.join('.')] : [])));
  const ranges = shown.flatMap(({ path, base, text }) => (path ? [] : [[base, base + text.length] as const]));
  return ({ path, base }, offset) =>
    path
      ? paths.has(path.join('.'))
      : ranges.some(([from, to]) => offset + base >= from && offset + base < to);
}

function* findPlaceholders(
  text: Text,
  isShown: IsShown,
): Iterable<{ at: Pick<Finding, 'path' | 'within' | 'range'>; found: string }> {
  const isMain = text.path?.length === 1 && (text.path[0] === 'title' || text.path[0] === 'summary');
  if (
    text.kind !== 'body' &&
    (isPlaceholder(text.text) || isPrompt(text.text) || (isMain && isNothing(text.text)))
  ) {
    const isSaid = isShown(text, 0) && isMark(text.text.trim());
    if (!isSaid) yield { at: placeIn(text, 0, text.text.length), found: text.text.trim() };
    return;
  }
  const isSuspect = placeholders.some(({ pattern }) => text.text.search(pattern) >= 0);
  // A tree of every sentence costs too much: what code and comments are is only asked where it matters.
  if (text.kind !== 'body' && !isSuspect) return;
  const prose = isSuspect ? blankCodeAndComments(text) : '';
  const taken: [number, number][] = [];
  for (const { pattern, gated } of placeholders) {
    for (const match of prose.matchAll(pattern)) {
      const [found] = match;
      const [from, to] = [match.index, match.index + found.length];
      if (isTalkedAbout(prose.slice(Math.max(0, from - 80), from), found, prose.slice(to, to + 20))) continue;
      if (taken.some(([start, end]) => from < end && to > start)) continue;
      taken.push([from, to]);
      const isSaid =
        gated !== undefined &&
        isShown(text, from) &&
        (gated === 'html'
          ? text.tree !== undefined
          : gated === 'anywhere' || (isAtBeginning(prose, from) && isMark(prose.slice(from, to + 20))));
      if (!isSaid) yield { at: placeIn(text, from, to), found };
    }
  }
  if (text.kind === 'body' && text.tree) yield* findEmptyParagraphs(text, taken);
}

/** Code may speak of anything; comments are the prompts of templates, of which `prompt-left` speaks. */
function blankCodeAndComments(text: Text): string {
  return blankNodes(text, ['code', 'inlineCode']).replace(/<!--[^]*?-->/g, (comment) =>
    comment.replace(/[^\r\n]/g, ' '),
  );
}

/** Whether only marks of lists, quotes and emphasis stand before it in its line. */
function isAtBeginning(prose: string, from: number): boolean {
  const start = Math.max(prose.lastIndexOf('\n', from - 1), prose.lastIndexOf('\r', from - 1)) + 1;
  return (lead.exec(prose.slice(start, from + 1))?.[0].length ?? 0) >= from - start;
}

/** Whether `mark-ineffective` speaks of what begins a line so. */
function isMark(text: string): boolean {
  return marks.some(({ where, pattern }) => where === 'beginning' && pattern.test(text));
}

/** Paragraphs of the body that are nothing but dots or “to be written”. What is quoted may leave words out. */
function findEmptyParagraphs(
  text: Text,
  taken: readonly [number, number][],
): { at: Pick<Finding, 'path' | 'within' | 'range'>; found: string }[] {
  const places: { at: Pick<Finding, 'path' | 'within' | 'range'>; found: string }[] = [];
  if (!text.tree) return places;
  visit(text.tree, (node) => {
    if (node.type === 'blockquote') return 'skip';
    if (node.type !== 'paragraph') return undefined;
    const words = toString(node).trim();
    const from = (node.position?.start.offset ?? text.base) - text.base;
    const to = (node.position?.end.offset ?? text.base) - text.base;
    if (
      (isPlaceholder(words) || isPrompt(text.text.slice(from, to))) &&
      !taken.some(([start, end]) => start < to && end > from)
    )
      places.push({ at: placeOf(text, node), found: words });
    return undefined;
  });
  return places;
}
