import { quote } from '../../../diagnostic/quote.js';

/** A way to hide or to direct something that works elsewhere, or nowhere. */
export interface Mark {
  /** Looked for in every line: in all of it, or where its text begins, behind marks of lists, quotes and emphasis. */
  pattern: RegExp;
  where: 'anywhere' | 'beginning';
  message: (found: string) => string;
  hint: string;
  /** Looked for in code as well. */
  inCode?: true;
  /** May stand in what is still being written. */
  inDraft?: true;
}

/**
 * Marks of lists, boxes, quotes, headings, tables and emphasis before a text. It always matches and never goes back, so
 * that a line of a hundred thousand asterisks costs no more than any other.
 */
export const lead = /^[\s>#|*_~+\-–—•]*(?:\d{1,9}[.)]\s+)?(?:\[[ xX]\]\s+)?[\s>|*_~]*/;

const withhold =
  'Nothing is hidden by it. Withhold an entry with `internal: true`; move a passage to a section that is withheld.';
const literal =
  'Nothing is done with it: customers would read it as it stands. If that is meant, put it in backticks.';
const hidesNothing = (found: string): string =>
  `${quote(found)} hides nothing: customers read it, and what it was to hide`;
const doesNothing =
  (tool: string) =>
  (found: string): string =>
    `${quote(found)} is a mark of ${tool}, and does nothing here`;

/** Words that say that only some may read. */
const only = String.raw`(?:strictly )?(?:internal(?:[ -](?:use[ -])?only)?|for internal use(?: only)?|(?:staff|employees?|team|company)[ -]only|confidential|not for (?:publication|customers|the public)|not public|do(?:n[’']t| not) publish)`;

/** The same as a label before a colon, and labels of notes. */
const label = String.raw`(?:${only}|internal(?:ly)? (?:notes?|comments?|details?|info(?:rmation)?|discussion|remarks?)|private(?: notes?)?|notes? to (?:self|ourselves))`;

const hides = (where: Mark['where'], pattern: RegExp): Mark => ({
  pattern,
  where,
  message: hidesNothing,
  hint: withhold,
});

/** The marks, in the order in which they are looked for; the first that is found speaks for its line. */
export const marks: readonly Mark[] = [
  // "[internal]", "(staff only)", "[!internal]"
  hides(
    'anywhere',
    new RegExp(String.raw`[[(（【]\s{0,3}[!@#/]?\s{0,3}${only}\s{0,3}(?:[:：][^\])}]{0,80})?[\])）】]`, 'iu'),
  ),
  // "Internal: …", "**Internal note:** …"
  hides('beginning', new RegExp(String.raw`^[[(（【]?${label}[*_\])）】]{0,3}\s{0,3}[:：]`, 'iu')),
  // "Internal only. …"
  hides(
    'beginning',
    /^(?:internal[ -](?:use[ -])?only|for internal use|(?:staff|employees?)[ -]only|strictly (?:internal|confidential)|not for (?:publication|customers)|do(?:n[’']t| not) publish)\b/iu,
  ),
  // "internal" and nothing else in a line
  hides(
    'beginning',
    /^[^\p{L}\p{N}|]{0,80}(?:internal|private|confidential|not public|(?:staff|employees?)[ -]only)[^\p{L}\p{N}|]{0,80}$/iu,
  ),
  // "(private) …": behind other words it tells what kind of thing they mean
  hides('beginning', /^[[(（【](?:private|hidden)[\])）】]/iu),
  // "internal: true"
  {
    pattern:
      /^(?:internal|public|private|confidential|hidden|draft|withheld)\s{0,3}[:=]\s{0,3}(?:true|false|yes|no|on|off|1|0)\s*$/iu,
    where: 'beginning',
    message: (found) => `${quote(found)} is text here, and hides nothing`,
    hint: withhold,
  },
  // Containers and admonitions of other Markdowns, spoilers, comments of other languages
  hides('beginning', /^:{3,}.*$/),
  hides('beginning', /^!!!\s+\S+/),
  // `??? note` and `??? private "Title"` fold a passage away elsewhere; other words behind it are asked.
  hides(
    'beginning',
    /^\?{3}\+?\s+(?:note|abstract|info|tip|success|question|warning|failure|danger|bug|example|quote|internal|private|details|hidden|[a-z][\w-]*(?=\s+"))(?:\s+".*")?\s*$/,
  ),
  {
    pattern: /^\?{3}(?=\+?\s+\S)/,
    where: 'beginning',
    message: () => '`???` marks something that is not settled, in a text that customers read',
    hint: 'Write what is known, or put it under `questions`; `internal: true` withholds an entry until it is settled.',
  },
  hides('beginning', /^!(?=\s)/),
  hides(
    'beginning',
    /^(?:\.\. (?:only|comment|ifconfig)\b.*|ifn?def::.*|\/{4,}\s*$|(?:\/\/|;;|%)\s{0,3}(?:internal|private|confidential|hidden|todo)\b.*|\\(?:begin|end)\{.*|<%.*|@(?:internal|private|hidden)\b.*)/iu,
  ),
  hides('anywhere', /%%/),
  hides('anywhere', /(?:<|&(?:lt|#0*60|#x0*3c);)!--/i),
  hides('anywhere', /\/\*{1,2}\s{0,3}(?:internal|private|confidential|hidden)\b/i),
  // Spoilers of Discord and Reddit
  hides('anywhere', /(?<![|\S])\|\|[^|\s](?:[^|\r\n]{0,200}[^|\s])?\|\|(?![|\S])/),
  hides('anywhere', />!(?=[^\s!])[^!\r\n]{0,200}!</),
  // A footnote in the line, of more than one word: regular expressions have none
  {
    pattern: /\^\[\p{L}{1,40}[’',]?\s/u,
    where: 'anywhere',
    message: () => '`^[` begins a footnote elsewhere, and does nothing here',
    hint: 'Write `[^1]`, and `[^1]: ` with its text in the same section; or put the words into the sentence.',
  },
  hides('anywhere', /\[\/?(?:hide|hidden|spoiler|internal|private|comment)\b[^\]]{0,80}\](?!\()/i),
  {
    pattern: /\{\{|\{%|\{#(?=\s)/,
    where: 'anywhere',
    message: doesNothing('templates'),
    hint: literal,
  },
  {
    pattern: /\{(?:--|\+\+|>>|~~|==)/,
    where: 'anywhere',
    message: doesNothing('CriticMarkup'),
    hint: literal,
  },
  hides(
    'anywhere',
    /\{[^{}\r\n]{0,80}\b(?:internal|hide|hidden|private|comment|confidential)\b[^{}\r\n]{0,80}\}/i,
  ),
  hides('anywhere', /(?<![\p{L}\p{N}&])#(?:internal|confidential|private|staff-only)\b/iu),
  // "… starts. # internal", which quotes have made a part of the text
  hides(
    'anywhere',
    new RegExp(String.raw`(?<=[^\s>#*+-][ \t]{1,8})#[ \t]{1,8}(?:${only}|private)\b[^\r\n]{0,40}$`, 'i'),
  ),
  {
    pattern: /^(?:<{7}|>{7}|\|{7}|={7})(?:\s.*)?$/,
    where: 'anywhere',
    message: (found) => `${quote(found.slice(0, 20))} is left from a conflict in git`,
    hint: 'Choose one of the two texts, and remove the marks; a fence of four says that they belong to the code.',
    inCode: true,
  },
  {
    // Limits on work in progress, and apps and lists of things to do, are what a text may be about.
    pattern:
      /^(?:FIXME|XXX+|TBD|TBC|TODO(?!\s+(?:lists?|apps?|items?|comments?)\b)|WIP(?=\s*(?:$|[\p{P}|])))\b(?![-/])/u,
    where: 'beginning',
    message: (found) => `${quote(found)} stands in a text that customers read`,
    hint: 'Do it, or move it to a section that is withheld.',
    inDraft: true,
  },
];
