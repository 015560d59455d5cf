import type { Definition } from 'mdast';
import { visit } from 'unist-util-visit';
import { findRange } from '../../../parse/yaml.js';
import { blankCode, placeIn, placeOf, splitLines, type ShownText } from '../../shownText.js';
import type { Finding, Subject } from '../../rule.js';
import { createTextRule } from './gateRule.js';
import { isComment } from './referenceAcross.js';

/** A mark of another tool, or of the author's own, that is to hide something and hides nothing. */
export const markIneffective = createTextRule({
  id: 'mark-ineffective',
  description:
    'No shown text holds a mark that is to hide or to direct something and does not: words like “Internal:”, keys inside a text, marks of other tools, conflicts of git, TODO.',
  *check(shown, subject): Iterable<Finding> {
    if (shown.kind === 'address') return;
    yield* findSwallowedKeys(shown, subject);
    yield* findMarks(shown);
    yield* findComments(shown);
  },
});

interface Mark {
  /** Looked for in every line; what is found is the place. */
  pattern: RegExp;
  describe: (found: string) => string;
  hint: string;
  /** Looked for in code as well. */
  inCode?: true;
  /** May stand in what is still being written. */
  inDraft?: true;
}

const withhold =
  'Nothing is hidden by it. Withhold an entry with `internal: true`; move a passage to a section that is withheld.';
const literal =
  'Nothing is done with it; customers would read it as it stands. If that is meant, put it in backticks.';
const isShown = (found: string): string =>
  `\`${found}\` hides nothing: customers read it, and what it was to hide`;

/** Where a text, an item or a cell begins: marks of lists, quotes, emphasis, headings and tables are passed over. */
const begin = String.raw`(?<=^[\s>#|*_+\-–—•]*(?:\d{1,9}[.)]\s+)?(?:\[[ xX]\]\s+)?[\s>|*_~]*)`;
const only = String.raw`(?:strictly )?(?:internal(?:[ -](?:use[ -])?only)?|for internal use(?: only)?|staff[ -]only|employees?[ -]only|team[ -]only|company[ -]only|confidential|not for (?:publication|customers|the public)|not public|do(?:n[’']t| not) publish)`;
const label = String.raw`(?:${only}|internal(?:ly)? (?:notes?|comments?|details?|info(?:rmation)?|discussion|remarks?)|private(?: notes?)?|notes? to (?:self|ourselves))`;

const marks: readonly Mark[] = [
  {
    pattern: new RegExp(String.raw`[[(（【]\s*[!@#/]?\s*${only}\s*(?:[:：][^\])}]*)?[\])）】]`, 'giu'),
    describe: isShown,
    hint: withhold,
  },
  {
    pattern: new RegExp(String.raw`${begin}[[(（【]?${label}[*_\])）】]*\s*[:：]`, 'giu'),
    describe: isShown,
    hint: withhold,
  },
  {
    pattern: new RegExp(
      String.raw`${begin}(?:internal[ -](?:use[ -])?only|for internal use|staff[ -]only|employees?[ -]only|strictly (?:internal|confidential)|not for (?:publication|customers)|do(?:n[’']t| not) publish)\b`,
      'giu',
    ),
    describe: isShown,
    hint: withhold,
  },
  {
    pattern: /^[^\p{L}\p{N}|]*(?:internal|confidential)[^\p{L}\p{N}|]*$/giu,
    describe: (found) => isShown(found.trim()),
    hint: withhold,
  },
  {
    pattern:
      /^[\s>*+\-]*(?:internal|public|private|confidential|hidden|draft|withheld)\s*[:=]\s*(?:true|false|yes|no|on|off|1|0)\s*$/giu,
    describe: (found) => `\`${found.trim()}\` is text here, and hides nothing`,
    hint: withhold,
  },
  { pattern: /(?<=^[\s>]*):{3,}.*$/g, describe: isShown, hint: withhold },
  { pattern: /(?<=^[\s>]*)(?:!!!|\?\?\?\+?)\s+\S+/g, describe: isShown, hint: withhold },
  { pattern: /%%/g, describe: isShown, hint: literal },
  {
    pattern: /\{\{|\}\}|\{%|%\}|\{#(?=\s)|(?<=\s)#\}/g,
    describe: (found) => `\`${found}\` is a mark of templates, and does nothing here`,
    hint: literal,
  },
  {
    pattern: /\{(?:--|\+\+|>>|~~|==)|(?:--|\+\+|<<|~~|==)\}/g,
    describe: (found) => `\`${found}\` is a mark of CriticMarkup, and does nothing here`,
    hint: literal,
  },
  {
    pattern: /(?<=^[\s>]*)>!|\[\/?(?:hide|hidden|spoiler|internal|private|comment)\b[^\]]*\](?!\()/gi,
    describe: isShown,
    hint: withhold,
  },
  {
    pattern: /\{[^}\r\n]*\b(?:internal|hide|hidden|private|comment|confidential)\b[^}\r\n]*\}/gi,
    describe: isShown,
    hint: withhold,
  },
  {
    pattern:
      /(?<=^\s*)(?:\.\. (?:only|comment|ifconfig)\b.*|ifn?def::.*|\/{4,}\s*$|(?:\/\/|;;|--|%)\s*(?:internal|private|confidential|hidden|todo)\b.*|\\(?:begin|end|if)\{?\w*\}?.*$|<%.*|@(?:internal|private|hidden)\b.*)/giu,
    describe: isShown,
    hint: withhold,
  },
  {
    pattern: /(?<![\p{L}\p{N}&])#(?:internal|confidential|private|staff-only)\b/giu,
    describe: isShown,
    hint: withhold,
  },
  { pattern: /<!--|-->/g, describe: isShown, hint: withhold },
  {
    pattern: /^(?:<{7}|>{7}|\|{7}|={7})(?:\s.*)?$/g,
    describe: (found) => `\`${found.trim().slice(0, 20)}\` is left from a conflict in git`,
    hint: 'Choose one of the two texts, and remove the marks.',
    inCode: true,
  },
  {
    pattern: new RegExp(String.raw`${begin}(?:TODO|FIXME|XXX|TBD|WIP)\b(?![-/])`, 'gu'),
    describe: (found) => `\`${found}\` stands in a text that customers read`,
    hint: 'Do it, or move it to a section that is withheld.',
    inDraft: true,
  },
];

function* findMarks(shown: ShownText): Iterable<Finding> {
  const prose = blankCode(shown);
  const taken = new Set<number>();
  for (const mark of marks) {
    if (mark.inDraft && !shown.live) continue;
    for (const { line, offset } of splitLines(mark.inCode ? shown.text : prose)) {
      if (taken.has(offset)) continue;
      const [match] = line.matchAll(mark.pattern);
      if (!match || isEscapedFence(shown, offset + match.index, mark)) continue;
      taken.add(offset);
      const lead = /^\s*/.exec(match[0])?.[0].length ?? 0;
      const from = offset + match.index + lead;
      const text = match[0].trim();
      yield { ...placeIn(shown, from, from + text.length), message: mark.describe(text), hint: mark.hint };
    }
  }
}

/** In a fence of four marks what looks like a conflict is meant. */
function isEscapedFence({ tree, text, base }: ShownText, at: number, mark: Mark): boolean {
  if (!mark.inCode || !tree) return false;
  let isMeant = false;
  visit(tree, 'code', (node) => {
    const start = (node.position?.start.offset ?? base) - base;
    const end = (node.position?.end.offset ?? base) - base;
    if (at >= start && at < end && /^(?:`{4,}|~{4,})/.test(text.slice(start, end))) isMeant = true;
  });
  return isMeant;
}

/** `[//]: # (a comment)`: readers do not see it, and it is published. */
function findComments(shown: ShownText): Finding[] {
  const findings: Finding[] = [];
  if (!shown.tree) return findings;
  visit(shown.tree, 'definition', (node: Definition) => {
    if (!isComment(node)) return;
    findings.push({
      ...placeOf(shown, node),
      message: 'A definition used as a comment hides nothing',
      hint: 'Remove it, or move it to a section that is withheld.',
    });
  });
  return findings;
}

/** Keys of entries: one at the beginning of a line of a text was to be a key. */
const keys =
  /^(?:-\s+)?(internal|public|owner|team|ticket|evidence|channel|priority|state|kind|at|until|due|done|done_when|moved|verified|addresses|reason|superseded_by|affected|share|where|lasted|from|to|text|note|title|type|label|value|category|question|answer|date|service|level)\s*:(?:\s|$)/;

/**
 * A key that is indented too far, or stands in a quoted text of several lines, is text. In a text that YAML folds the
 * lines are those of the file.
 */
function* findSwallowedKeys({ path, kind, text }: ShownText, { document }: Subject): Iterable<Finding> {
  if (!path || path.length === 0 || kind === 'address' || !/\w:(?:\s|$)/.test(text)) return;
  const range = findRange(document.source, document.yaml[0], path, 'value');
  if (!range) return;
  const source = document.text.slice(range[0], range[1]);
  const lines = splitLines(source).slice(1);
  for (const { line, offset } of lines) {
    const key = keys.exec(line.trim())?.[1];
    if (key === undefined) continue;
    const from = range[0] + offset + line.indexOf(key);
    yield {
      range: [from, from + line.trim().length],
      message: `\`${key}:\` is part of the text above it, not a key`,
      hint: 'Indent it like the key of that text; if it is meant as text, let the line break elsewhere.',
    };
  }
  // `text: Restarted. internal: true` in one line.
  const inline = /\b(?:internal|public)\s*:\s*(?:true|false|yes)\b/i.exec(source);
  if (inline && !lines.some(({ line }) => keys.test(line.trim()))) {
    yield {
      range: [range[0] + inline.index, range[0] + inline.index + inline[0].length],
      message: `\`${inline[0]}\` is part of the text, not a key`,
      hint: 'Give it a line of its own, indented like the key of that text.',
    };
  }
}
