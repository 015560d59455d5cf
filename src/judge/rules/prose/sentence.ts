import type { Document } from '../../../parse/document.js';
import type { DataPath } from '../../../parse/yamlTree.js';
import { blankNodes, createTexts, type Text } from '../../text.js';

/** A sentence in its author's own words, and the text it stands in. */
export interface Sentence {
  text: Text;
  /** Where it begins in the text. */
  from: number;
  /** Code, quotations and the marks of emphasis are blanks; a line may break anywhere. */
  words: string;
}

/** What every rule about prose needs somewhere in a text. Most texts have nothing of it, and are not taken apart. */
const worth =
  /fail|forg[eo]t|neglect|omitted|overlook|ignor|disregard|miss|refus|bother|n.t\b|\bnot\b|\bnever\b|no attention|mistake|error|blunder|blame|oversight|fault|violat|botch|bungl|handled|fat-f|ed up|should|could have|ought|\b(?:had|but)\b|careless|care\b|reckless|incompeten|sloppy|sloppi|complacen|negligen|inattenti|unprofessional|irresponsib|judge?ment|stupid|foolish|dumb|idiot|lazy|laziness|careful|attention|vigilan|easily|diligen|attentive|hindsight|retrospect|obvious|were made|been made|dropped|cracks|lessons|without|looking back/i;

let kept: { document: Document; sentences: Sentence[] } | undefined;

/**
 * The sentences of a file in which a rule about prose may find something. What others said is left out: updates word for
 * word, customers' questions, quotations, and so are names and addresses. The last file's are kept, since one rule after
 * another looks at one file.
 */
export function createSentences(document: Document): Sentence[] {
  if (kept?.document !== document) {
    const texts = createTexts(document).filter((text) => isOwnProse(text) && worth.test(text.text));
    kept = { document, sentences: texts.flatMap(splitSentences) };
  }
  return kept.sentences;
}

const foreign = new Set(['updates', 'waive', 'related', 'links', 'origin', 'provider', 'tags', 'aliases']);

function isOwnProse({ kind, path }: Text): boolean {
  return kind !== 'address' && !(path && (foreign.has(String(path[0])) || isQuestion(path)));
}

function isQuestion(path: DataPath): boolean {
  return path[0] === 'questions' && path[2] === 'question';
}

/**
 * A full stop, a semicolon or a blank line ends a sentence, and so does a line that begins an item of a list or a
 * heading, a heading's own end, and the edge of a table's cell.
 */
const ends =
  /[.!?;](?=[\s"”’)\]*_]|$)|\n[ \t]*(?=\r?\n)|\n(?=[ \t]*(?:[-*+]|\d+[.)]|#{1,6})[ \t])|\n(?<=(?:^|\n)[ \t]*#{1,6}[ \t][^\n]*\n)|\|/g;

function splitSentences(text: Text): Sentence[] {
  const prose = blankQuotes(blankNodes(text, ['code', 'inlineCode', 'html', 'blockquote', 'definition']));
  const sentences: Sentence[] = [];
  let from = 0;
  for (const match of [...prose.matchAll(ends), undefined]) {
    const to = match ? match.index + match[0].length : prose.length;
    const words = blankMarks(prose.slice(from, to));
    if (worth.test(words)) sentences.push({ text, from, words });
    from = to;
  }
  return sentences;
}

/** The letters of every script, near enough: `\p{L}` costs more to compile than all of the rest. */
const letter = String.raw`A-Za-zªµºÀ-ɏ\u0370-\u1fff\u2c00-\ud7ff`;

const double = /“[^“”]{0,600}”|„[^“”]{0,600}[“”]|«[^«»]{0,600}»|"(?:[^"\n]|\n(?![ \t]*\r?\n)){0,600}"/g;

/** Single ones are told from apostrophes by what stands around them. */
const single = new RegExp(
  `‘(?:[^‘’\\n]|’(?=[${letter}])){0,600}’|(?<![${letter}\\d])'(?:[^'\\n]|'(?=[${letter}])){1,600}'(?![${letter}])`,
  'g',
);

/** In double quotes of any shape, or in single ones; most texts have none, and the patterns are not even compiled. */
function blankQuotes(text: string): string {
  const blank = (found: string): string => found.replace(/[^\r\n]/g, ' ');
  const prose = /[“„«"]/.test(text) ? text.replace(double, blank) : text;
  const hasSingle = prose.includes('‘') || prose.indexOf("'") !== prose.lastIndexOf("'");
  return hasSingle ? prose.replace(single, blank) : prose;
}

/** The marks of emphasis around words; those within one, as in `node_operator`, belong to a name. */
function blankMarks(text: string): string {
  return /[*_~]/.test(text) ? text.replace(marks, (found) => ' '.repeat(found.length)) : text;
}

const marks = new RegExp(`(?<![${letter}\\d])[*_~]+|[*_~]+(?![${letter}\\d])|[*~]+`, 'g');
