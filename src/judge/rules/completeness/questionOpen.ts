import { toString } from 'mdast-util-to-string';
import type { Node, Nodes, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Range } from '../../../diagnostic/place.js';
import type { Incident } from '../../../model/incident.js';
import { parseBody, type Document } from '../../../parse/document.js';
import type { Finding, Rule } from '../../rule.js';
import { isFinal, isHandedDown } from './finalText.js';

const openHeading =
  /^(?:the )?(?:(?:still )?(?:open|unanswered|unresolved|outstanding|remaining)(?: \w+)? questions?|questions? (?:still open|to (?:be )?answer(?:ed)?|we (?:still have|have not answered|cannot answer))|what we (?:still )?(?:do not|don[’']t) know(?: yet)?)\b/iu;

const hint = 'Answer it, or say that nobody found out and who goes on looking; or set `status: review`.';

/** A final text is what is known; what is still asked is a task. */
export const questionOpen: Rule = {
  id: 'question-open',
  level: 'warning',
  blocks: false,
  description:
    'A final text leaves no question unanswered: those of readers in `questions`, those under a heading like “Open questions”, and one with which a section ends.',
  bad: `questions:
  - date: 2026-03-20
    question: Will my order still arrive?
---
## Open questions

- Why did nobody see the alert?`,
  good: `questions:
  - date: 2026-03-20
    question: Will my order still arrive?
    answer: Yes, a day later than promised.
---
## Why did nobody see the alert?

It was sent to an address that nobody reads since the move to the new office.`,
  *check(subject): Iterable<Finding> {
    const { incident, document } = subject;
    if (!isFinal(subject)) return;
    yield* findUnanswered(incident);
    if (!document.hasBody) return;
    for (const [start, end] of findOpen(document)) {
      const words = document.text.slice(start, end).replace(/\s+/g, ' ');
      yield {
        range: [start, end],
        message: `A final text leaves a question open: “${words.length > 80 ? `${words.slice(0, 79)}…` : words}”`,
        hint,
      };
    }
  },
};

/** Questions of readers that neither their entry nor the one after answers. */
function* findUnanswered(incident: Incident): Iterable<Finding> {
  if (isHandedDown(incident)) return;
  const { questions } = incident;
  for (const [index, { question, answer }] of questions.entries()) {
    const next = questions[index + 1];
    const isAnsweredNext = next?.question === undefined && next?.answer !== undefined;
    // A thank-you or a comment asks for nothing.
    if (!question?.includes('?') || answer !== undefined || isAnsweredNext) continue;
    yield {
      path: ['questions', index, 'question'],
      message: 'This question has no answer',
      hint: 'Write the `answer`, even if it is that nobody knows.',
    };
  }
}

/** Questions under a heading that calls them open, and paragraphs at the end of a section that only ask. */
function findOpen(document: Document): Range[] {
  const blocks = parseBody(document).children.filter((node) => node.type !== 'yaml' && !isComment(node));
  const found: Range[] = [];
  let openDepth = 0;
  for (const [index, node] of blocks.entries()) {
    if (node.type === 'heading') {
      if (openHeading.test(toString(node).trim())) openDepth = node.depth;
      else if (node.depth <= openDepth) openDepth = 0;
      continue;
    }
    const next = blocks[index + 1];
    if (openDepth > 0) found.push(...findAsked(node));
    else if (node.type === 'paragraph' && (!next || next.type === 'heading') && isOnlyQuestion(node))
      found.push(rangeOf(node));
  }
  return found;
}

const isComment = (node: RootContent): boolean => node.type === 'html' && node.value.startsWith('<!--');

/** Paragraphs of a block that end with a question and are not followed by an answer in their list item. */
function findAsked(block: RootContent): Range[] {
  const ranges: Range[] = [];
  visit(block, 'paragraph', (node, index, parent: Nodes | undefined) => {
    const isLast = !parent || !('children' in parent) || index === parent.children.length - 1;
    const isAnswered = parent?.type === 'listItem' && !isLast;
    if (!isAnswered && /\?["”’)*_]*$/.test(toString(node).trim())) ranges.push(rangeOf(node));
  });
  return ranges;
}

/** One sentence, and it asks. What somebody else asked stands in quotation marks. */
function isOnlyQuestion(node: RootContent): boolean {
  const text = toString(node).trim();
  return /^[^.!?…:"“„«]+\?$/.test(text) && text.length > 12;
}

function rangeOf(node: Node): Range {
  const start = node.position?.start.offset ?? 0;
  return [start, node.position?.end.offset ?? start];
}
