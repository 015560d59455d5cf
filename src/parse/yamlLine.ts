import type { YAMLError } from 'yaml';
import type { Range } from '../diagnostic/place.js';
import { lineEndAt } from './yamlLimit.js';
import type { YamlProblem, YamlRepair } from './yamlProblem.js';

/*
 * Lines that break YAML by themselves: indented like none of their neighbours, or a key without its space. They are
 * taken for comments while the rest is read.
 */

/** Errors that a line makes which is indented like none of its neighbours. */
const indentation = new Set([
  'BAD_INDENT',
  'MULTILINE_IMPLICIT_KEY',
  'BLOCK_AS_IMPLICIT_KEY',
  'UNEXPECTED_TOKEN',
  'MISSING_CHAR',
]);

/** The line at fault is taken for a comment. */
export function findLine(source: string, error: YAMLError): YamlRepair | undefined {
  if (!indentation.has(error.code)) return undefined;
  const shallow = findShallowText(source, lineStartAt(source, skipSpace(source, error.pos[0])));
  if (shallow) return shallow;
  // The error may begin in the line above, or stand on the empty lines before the one it is about.
  const at =
    error.code === 'MULTILINE_IMPLICIT_KEY' ? Math.max(error.pos[0], error.pos[1] - 1) : error.pos[0];
  const above = lineStartAt(source, skipSpace(source, at));
  const lineStart = error.code.endsWith('IMPLICIT_KEY') ? findDeeperLine(source, above) : above;
  const range = lineRange(source, lineStart);
  if (range[0] === range[1] || source[range[0]] === '#') return undefined;
  const problem: YamlProblem = {
    rule: 'yaml-syntax',
    range,
    message: 'This line fits neither the line above it nor the entry it belongs to',
    hint: 'Indent a key like the other keys of its entry, and the text under `>` deeper than its key; quote text that holds `: `.',
  };
  return maskLines(source, problem, isOfEntry(source, lineStart));
}

/** Which lines below belong to an entry of a list that is indented wrongly: without it they would seem to repeat the keys of the entry above. */
function isOfEntry(source: string, lineStart: number): (line: string) => boolean {
  const line = source.slice(lineStart, lineEndAt(source, lineStart));
  if (!isEntryLine(line) || !isKeyLine(line)) return () => false;
  const above = source.slice(0, lineStart).split('\n');
  const sibling = above.findLast((one) => isEntryLine(one) && indentOf(one) < indentOf(line));
  return (next) => indentOf(next) > indentOf(isEntryLine(next) ? line : (sibling ?? line));
}

/** Text under `>` that is not indented deeper than its key: all lines of it are one mistake. */
function findShallowText(source: string, lineStart: number): YamlRepair | undefined {
  const range = lineRange(source, lineStart);
  const line = source.slice(lineStart, range[1]);
  if (range[0] === range[1] || source[range[0]] === '#' || isKeyLine(line)) return undefined;
  const owner = findBlockAbove(source, lineStart);
  if (owner === undefined) return undefined;
  const problem: YamlProblem = {
    rule: 'yaml-syntax',
    range,
    message: `This text belongs to \`${owner}\` and is not indented deeper than it`,
    hint: `Indent every line of the text by two spaces more than \`${owner}\`.`,
  };
  return maskLines(source, problem, (next) => !isKeyLine(next) && !/^\s*-\s/.test(next));
}

/** Whether a line is a key, or begins an entry of a list with one. */
function isKeyLine(line: string): boolean {
  return /^\s*(?:-\s+)*[\w-]+:(?:\s|$)/.test(line);
}

function isEntryLine(line: string): boolean {
  return /^\s*-(?:\s|$)/.test(line);
}

function lineStartAt(source: string, at: number): number {
  return source.lastIndexOf('\n', Math.max(0, at - 1)) + 1;
}

function skipSpace(source: string, at: number): number {
  return at + (/^\s*/.exec(source.slice(at))?.[0].length ?? 0);
}

/** A line without the white space around it. */
function lineRange(source: string, lineStart: number): Range {
  const line = source.slice(lineStart, lineEndAt(source, lineStart));
  const from = lineStart + line.length - line.trimStart().length;
  return [from, Math.max(from, lineStart + line.trimEnd().length)];
}

/** The key of the `>` or `|` above a line, if nothing but text stands between the two. */
function findBlockAbove(source: string, lineStart: number): string | undefined {
  let end = lineStart - 1;
  while (end > 0) {
    const start = source.lastIndexOf('\n', end - 1) + 1;
    const line = source.slice(start, end);
    const header = /^\s*(?:-\s+)*([\w-]+):\s+[|>][-+\d]*\s*$/.exec(line);
    if (header) return header[1];
    if (isKeyLine(line) || /^\s*-\s/.test(line)) return undefined;
    end = start - 1;
  }
  return undefined;
}

/** A key without the space behind its colon is taken for the beginning of a text. */
export function findTightKey(source: string, { code, pos }: YAMLError): YamlRepair | undefined {
  if (code !== 'MULTILINE_IMPLICIT_KEY' && code !== 'MISSING_CHAR') return undefined;
  const lineStart = lineStartAt(source, skipSpace(source, pos[0]));
  const line = source.slice(lineStart, lineEndAt(source, lineStart));
  const [, lead = '', key, value = ''] = /^(\s*(?:-\s+)*)([a-z][a-z_-]*):([^\s:/].*)$/i.exec(line) ?? [];
  if (key === undefined || findBlockAbove(source, lineStart) !== undefined) return undefined;
  const from = lineStart + lead.length;
  const problem: YamlProblem = {
    rule: 'yaml-syntax',
    range: [from, from + line.trimEnd().length - lead.length],
    message: `There is no space between \`${key}:\` and its value`,
    hint: value.includes('`') ? 'Write one.' : `Write \`${key}: ${value.trim()}\`.`,
  };
  const repair = maskLines(source, problem, (next) => indentOf(next) > lead.length);
  return lead === '' ? { ...repair, damaged: [key] } : repair;
}

function indentOf(line: string): number {
  return /^ */.exec(line)?.[0].length ?? 0;
}

/** Takes the line of a problem for a comment, and those below it that go with it. */
function maskLines(source: string, problem: YamlProblem, isMore: (line: string) => boolean): YamlRepair {
  const [from] = problem.range;
  let end = problem.range[1];
  let filler = comment(end - from);
  for (let at = lineEndAt(source, end) + 1; at < source.length; at = end + 1) {
    const line = source.slice(at, lineEndAt(source, at));
    if (line.trim() === '' || !isMore(line)) break;
    filler +=
      source.slice(end, at + line.length - line.trimStart().length) + comment(line.trimStart().length);
    end = at + line.length;
  }
  return { problem, mask: [from, end], filler, line: true };
}

function comment(length: number): string {
  return `#${'x'.repeat(length - 1)}`;
}

/** Where the next line begins, if it is a key that stands deeper than this one's although this one has a value; else this line. */
function findDeeperLine(source: string, lineStart: number): number {
  const [, lead, value] =
    /^(\s*(?:-\s+)*)[\w-]+:[ \t]+([^\r\n>|#][^\r\n]*)\r?\n/.exec(source.slice(lineStart)) ?? [];
  if (lead === undefined || value === undefined) return lineStart;
  const next = source.indexOf('\n', lineStart) + 1;
  const [, deeper] = /^( *)(?:-\s+)?[\w-]+:(?=\s)/.exec(source.slice(next)) ?? [];
  return deeper !== undefined && deeper.length > lead.length ? next : lineStart;
}

/** A first key that is indented, where others are not: every other line would seem wrong. */
export function findIndentedStart(source: string): YamlRepair | undefined {
  const first = /^(?:[ \t]*(?:#[^\r\n]*)?\r?\n)*([ ]+)(?=[A-Za-z_"'][^\r\n]*:)/.exec(source);
  const indent = first?.[1];
  if (!first || indent === undefined || !/^[A-Za-z_][\w-]*:(?:\s|$)/m.test(source.slice(first[0].length)))
    return undefined;
  const from = first[0].length;
  const text = source.slice(from, lineEndAt(source, from)).trimEnd();
  const problem: YamlProblem = {
    rule: 'yaml-syntax',
    range: [from - indent.length, from],
    message: 'The first key is indented, and the others are not',
    hint: 'Remove the spaces before it.',
  };
  const range: Range = [from, from + text.length];
  return { problem: { ...problem, range }, filler: `#${'x'.repeat(text.length - 1)}`, line: true };
}
