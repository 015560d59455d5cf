import type { Range } from '../diagnostic/place.js';

/** A limit of what is read as Markdown: how many there may be, and what is said when there are more. */
interface Limit {
  most: number;
  /** What is counted, as it stands behind the number found. */
  what: string;
}

/*
 * Markdown can explode: a few lines can take a parser minutes, or become megabytes of HTML. So what costs time is counted
 * before anything is parsed, and the verdict hangs on the text alone, never on the clock. Real postmortems have some 12 KB;
 * the limits are several times what the longest of them need.
 */

/** Limits of a text as a whole: a body, or all texts of a front matter together. */
export const textLimits = {
  characters: { most: 128 * 1024, what: 'characters' },
  lines: { most: 8_000, what: 'lines' },
  blocks: { most: 2_000, what: 'paragraphs and list items' },
  headings: { most: 500, what: 'headings' },
  quotes: { most: 1_000, what: 'marks of quotes' },
  cells: { most: 4_500, what: 'cells of tables' },
  definitions: { most: 500, what: 'definitions of links and footnotes' },
  footnotes: { most: 500, what: 'references to footnotes' },
  repeated: {
    most: 1_000_000,
    what: 'characters of links by name, were each as long as the longest address',
  },
  marks: { most: 16_000, what: 'characters that may mean something in Markdown' },
  containers: { most: 20_000, what: 'lines in lists and quotes, each as often as these are nested' },
} as const satisfies Record<string, Limit>;

/** Limits of one line. */
export const lineLimits = {
  width: { most: 32 * 1024, what: 'characters' },
  nesting: { most: 40, what: 'lists and quotes within each other' },
} as const satisfies Record<string, Limit>;

/** Limits of one paragraph, item or row: what is open in one is looked for to its end. */
export const paragraphLimits = {
  length: { most: 16 * 1024, what: 'characters' },
  emphasis: { most: 1_000, what: 'marks of emphasis' },
  brackets: { most: 1_500, what: 'brackets' },
  addresses: { most: 500, what: 'beginnings of addresses (`://`, `www.`, `@`)' },
  code: { most: 1_000, what: 'marks of code' },
  angles: { most: 1_500, what: '`<`' },
} as const satisfies Record<string, Limit>;

const paragraphMarks: Record<Exclude<keyof typeof paragraphLimits, 'length'>, RegExp> = {
  emphasis: /[*_~]+/g,
  brackets: /[[\]]/g,
  addresses: /:\/\/|www\.|@/gi,
  code: /`+/g,
  angles: /</g,
};

type Name = keyof typeof textLimits | keyof typeof lineLimits | keyof typeof paragraphLimits;

const limits: Record<Name, Limit> = { ...textLimits, ...lineLimits, ...paragraphLimits };

/** What a text has too much of, and where it becomes too much. The range counts as the text's own does. */
export interface Excess {
  range: Range;
  /** "16,384 brackets stand in one paragraph, at most 1,500 are read" */
  message: string;
}

/** How much there is of each; texts that stand side by side are counted together. */
export type Tally = Record<keyof typeof textLimits, number>;

export function createTally(): Tally {
  return {
    characters: 0,
    lines: 0,
    blocks: 0,
    headings: 0,
    quotes: 0,
    cells: 0,
    definitions: 0,
    footnotes: 0,
    repeated: 0,
    marks: 0,
    containers: 0,
  };
}

/**
 * What makes a text too large or too deep to be parsed in bounded time; undefined when nothing does. Counts from above,
 * without parsing. `isOneParagraph`: blank lines end nothing, as in an Inline text.
 */
export function findExcess(
  text: string,
  [start, end]: Range,
  tally: Tally = createTally(),
  isOneParagraph = false,
): Excess | undefined {
  const first: { name?: Name; range: Range; found: number } = { range: [start, start], found: 0 };
  const hold = (name: Name, found: number, range: Range): void => {
    if (found <= limits[name].most) return;
    // The first one is told, with all there is of it.
    first.name ??= name;
    if (first.name !== name) return;
    if (first.found === 0) first.range = range;
    first.found = Math.max(first.found, found);
  };
  tally.characters += end - start;
  hold('characters', tally.characters, [start, start]);
  // What is longer is not even counted.
  if (first.name) return describe(first.name, first);

  const paragraph = { length: 0, emphasis: 0, brackets: 0, addresses: 0, code: 0, angles: 0 };
  const names = Object.keys(paragraph) as (keyof typeof paragraph)[];
  const reader = createLineReader();
  // A link by name carries the whole address of its definition, as often as the name is written.
  const links = { brackets: 0, longest: 0, isOpen: false };
  for (const { index, 0: whole } of text.slice(start, end).matchAll(/[^\r\n]*(?:\r\n|\r|\n|$)/g)) {
    if (whole === '') continue;
    const line = trimLine(whole);
    const range: Range = [start + index, start + index + line.length];
    tally.lines++;
    const seen = reader.read(line);
    hold('width', line.length, range);
    if (seen.isCode) {
      hold('lines', tally.lines, range);
      continue;
    }
    if (seen.begins && !isOneParagraph) for (const name of names) paragraph[name] = 0;
    tally.blocks += seen.blocks;
    tally.headings += seen.heading ? 1 : 0;
    tally.quotes += seen.quotes;
    tally.cells += seen.cells;
    tally.containers += seen.nesting;
    tally.definitions += /^[\s>\-+*\d.)]*\[[^\]]*\]:/.test(line) ? 1 : 0;
    countLinks(links, line);
    tally.repeated = links.brackets * links.longest;
    tally.footnotes += countAll(line, /\[\^/g);
    tally.marks += countAll(line, /[*_~`[\]<>&@\\|!]|:\/\/|www\./gi);
    for (const name of names) {
      paragraph[name] += name === 'length' ? line.length : countAll(line, paragraphMarks[name]);
      hold(name, paragraph[name], range);
    }
    hold('nesting', seen.nesting, range);
    for (const name of Object.keys(textLimits) as (keyof Tally)[]) {
      if (name !== 'characters') hold(name, tally[name], range);
    }
  }
  return first.name && describe(first.name, first);
}

/** Counts what may be a link by name, and how long the address of one may be: it stands behind its name, or in the next line. */
function countLinks(links: { brackets: number; longest: number; isOpen: boolean }, line: string): void {
  links.brackets += countAll(line, /\[/g);
  const at = line.indexOf(']:');
  const rest = at < 0 ? '' : line.slice(at + 2).trim();
  if (links.isOpen || at >= 0) links.longest = Math.max(links.longest, at < 0 ? line.length : rest.length);
  links.isOpen = at >= 0 && rest === '';
}

/** A line without its end. Other white space than spaces and tabs is text, in Markdown. */
function trimLine(line: string): string {
  let end = line.length;
  while (end > 0 && ' \t\r\n'.includes(line.charAt(end - 1))) end--;
  return line.slice(0, end);
}

function describe(name: Name, { range, found }: { range: Range; found: number }): Excess {
  const { most, what } = limits[name];
  if (name === 'nesting')
    return { range, message: `Lists and quotes are nested ${found} deep here, at most ${most} are read` };
  const where = name in paragraphLimits ? ' in one paragraph' : name in lineLimits ? ' in one line' : '';
  return { range, message: `There are ${found} ${what}${where}, at most ${most} are read` };
}

function countAll(line: string, pattern: RegExp): number {
  let count = 0;
  pattern.lastIndex = 0;
  while (pattern.exec(line)) count++;
  return count;
}

/** What a line is, as far as it can be told for certain without parsing. */
interface SeenLine {
  /** Whether it stands in a fence, where nothing means anything. */
  isCode: boolean;
  /** Whether a paragraph, an item or a row begins with it, so that nothing before it reaches into it. */
  begins: boolean;
  blocks: number;
  heading: boolean;
  quotes: number;
  cells: number;
  nesting: number;
}

/** Reads one line after another. Where it could be one or the other, it is taken for what costs more. */
function createLineReader(): { read: (line: string) => SeenLine } {
  let fence: string | undefined;
  let htmlEnd: RegExp | undefined;
  let wasBlank = true;
  let hasTag = false;
  let table: 'none' | 'head' | 'rows' = 'none';
  let columns = 0;
  let ordered: string | undefined;
  const indents: number[] = [];

  const read = (line: string): SeenLine => {
    const seen: SeenLine = {
      isCode: false,
      begins: false,
      blocks: 0,
      heading: false,
      quotes: 0,
      cells: 0,
      nesting: 0,
    };
    if (fence !== undefined) {
      const closing = /^ {0,3}(`{3,}|~{3,})$/.exec(line)?.[1];
      if (closing?.startsWith(fence)) fence = undefined;
      wasBlank = false;
      return { ...seen, isCode: true };
    }
    if (htmlEnd?.test(line)) htmlEnd = undefined;
    else htmlEnd ??= findHtmlEnd(line);
    // A fence in a list ends with the list, one in raw HTML is none: only one at a line's start is one for certain.
    hasTag ||= /^\s*</.test(line);
    const opening = htmlEnd || hasTag ? undefined : /^(`{3,})[^`]*$|^(~{3,})/.exec(line);
    if (opening) {
      fence = opening[1] ?? opening[2];
      [wasBlank, table, ordered, columns] = [false, 'none', undefined, 0];
      return { ...seen, blocks: 1, begins: true };
    }
    if (line === '') {
      [wasBlank, table, ordered, columns, hasTag] = [true, 'none', undefined, 0, false];
      return { ...seen, begins: true };
    }

    const lead = /^(?:\s*(?:>|[-+*](?=\s|$)|\d{1,9}[.)](?=\s|$)))*/.exec(line)?.[0] ?? '';
    const marks = lead.match(/>|[-+*]|\d+[.)]/g) ?? [];
    seen.quotes = marks.filter((mark) => mark === '>').length;
    const indent = (/^\s*/.exec(line)?.[0] ?? '').replaceAll('\t', '    ').length;
    if (marks.length > seen.quotes) {
      while ((indents.at(-1) ?? -1) >= indent) indents.pop();
      indents.push(indent);
    }
    if (indent === 0 && marks.length === 0) indents.length = 0;
    seen.nesting = Math.max(marks.length, indents.length + marks.length - 1);
    seen.heading = /^\s*(?:#{1,6}(?:\s|$)|=+$|-+$)/.test(line.slice(lead.length));

    // In a table that has certainly begun, each line that begins with `|` is a row.
    const pipes = line.split('|').length - 1;
    if (table === 'rows' && !line.startsWith('|')) table = 'none';
    if (table === 'head') {
      const isDelimiter = /^\|(?:\s*:?-+:?\s*\|)+$/.test(line) && pipes === columns;
      table = isDelimiter && !htmlEnd ? 'rows' : 'none';
    }
    if (wasBlank && /^\|.*\|$/.test(line) && !line.includes('\\')) table = 'head';
    const isRow = table === 'rows';
    // A row is filled up to the width of its head.
    columns = Math.max(columns, pipes);
    seen.cells = columns > 1 ? columns : 0;

    const item = /^ {0,3}[-+*]\s+\S/.test(line);
    const number = /^\d{1,9}([.)])\s+\S/.exec(line)?.[1];
    // Only a first item ends a paragraph, or one that follows another.
    const isNumbered = number !== undefined && (wasBlank || number === ordered || /^1[.)]/.test(line));
    const isItem = item || isNumbered;
    if (isItem) ordered = isNumbered ? number : undefined;
    seen.begins = wasBlank || isRow || (isItem && !htmlEnd);
    seen.blocks = Math.max(marks.length, wasBlank || seen.heading ? 1 : 0);
    wasBlank = false;
    return seen;
  };
  return { read };
}

/** What ends raw HTML that begins in a line and may run past blank lines. */
function findHtmlEnd(line: string): RegExp | undefined {
  const at = /<(?:!--|\?|!\[CDATA\[|![a-z]|(?:script|pre|style|textarea)(?=[\s>]|$))/i.exec(line);
  if (!at) return undefined;
  const kind = at[0].toLowerCase();
  const ends =
    kind === '<!--' ? /-->/ : kind === '<?' ? /\?>/ : kind === '<![cdata[' ? /\]\]>/ : kind.startsWith('<!') ? />/ : /<\/(?:script|pre|style|textarea)>/i; // prettier-ignore
  return ends.test(line.slice(at.index + kind.length)) ? undefined : ends;
}
