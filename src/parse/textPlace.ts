import type { Range } from '../diagnostic/place.js';
import type { YamlSource } from './document.js';
import { findRange } from './yaml.js';
import type { DataPath } from './yamlTree.js';

/**
 * Where in the file a stretch of a text of the YAML stands: YAML folds lines, drops indentation and reads escapes, so
 * the text and its source are walked side by side. `within` counts in the text. Undefined where the two cannot be
 * matched; the whole value stands for it then.
 */
export function findRangeWithin(
  source: YamlSource,
  path: DataPath,
  text: string,
  [from, to]: Range,
): Range | undefined {
  const range = findRange(source.source, source.yaml[0], path, 'value');
  if (!range) return undefined;
  const written = source.text.slice(range[0], range[1]);
  const offsets = readAligned(text, written);
  const start = offsets[from];
  const last = offsets[Math.max(from, to - 1)];
  if (start === undefined || last === undefined) return undefined;
  return [range[0] + start, range[0] + last + lengthAt(written, last)];
}

/** How many units a character of the text takes where it is written: an escape such as `\u202E` several. */
function lengthAt(written: string, at: number): number {
  if (!written.startsWith('"') || written.charAt(at) !== '\\') return 1;
  escape.lastIndex = at;
  return escape.exec(written)?.[0].length ?? 1;
}

const escape = /\\(?:x[\da-f]{2}|u[\da-f]{4}|U[\da-f]{8}|\r?\n[ \t]*|.)/iy;

let cached: { text: string; written: string; offsets: readonly number[] } | undefined;

/** Of one text there are often many stretches to be placed. */
function readAligned(text: string, written: string): readonly number[] {
  if (cached?.text !== text || cached.written !== written)
    cached = { text, written, offsets: alignText(text, written) };
  return cached.offsets;
}

/** For each UTF-16 unit of a text the offset of what it is written as; shorter where the source says something else. */
function alignText(text: string, written: string): number[] {
  const offsets: number[] = [];
  const [quote] = written;
  const isBlock = quote === '|' || quote === '>';
  let at = isBlock ? written.search(/\n/) + 1 : quote === '"' || quote === "'" ? 1 : 0;
  if (isBlock) at = skipSpace(written, at);
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index);
    if (isSpace(character)) {
      const isEscaped = quote === '"' && written.charAt(at) === '\\';
      if (!isSpace(written.charAt(at)) && !isEscaped) return offsets;
      if (!isEscaped) {
        // A line break with its indentation is one space, or as many line breaks as the text has.
        offsets.push(at);
        if (!isSpace(text.charAt(index + 1))) at = skipSpace(written, at);
        else at++;
        continue;
      }
    }
    if (quote === '"' && written.charAt(at) === '\\') {
      escape.lastIndex = at;
      const found = escape.exec(written)?.[0];
      if (found === undefined) return offsets;
      at += found.length;
      // A line break behind a backslash is nothing.
      if (/^\\\r?\n/.test(found)) {
        index--;
        continue;
      }
      offsets.push(at - found.length);
      continue;
    }
    if (written.charAt(at) !== character) return offsets;
    offsets.push(at);
    at += quote === "'" && written.startsWith("''", at) ? 2 : 1;
  }
  return offsets;
}

function isSpace(character: string): boolean {
  return character === ' ' || character === '\n' || character === '\r' || character === '\t';
}

function skipSpace(text: string, at: number): number {
  let end = at;
  while (isSpace(text.charAt(end))) end++;
  return end;
}
