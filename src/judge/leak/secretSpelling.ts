import type { FindSecrets, Secret } from './secret.js';

/** Letters that YAML, Markdown or HTML spell otherwise than they are read, and a line break that YAML takes for nothing. */
const spelling =
  /\\(?:x[\da-f]{2}|u[\da-f]{4}|U[\da-f]{8}|\r?\n[ \t]*|[nrt]|[!-/:-@[-`{-~])|&#(?:x[\da-f]{1,6}|\d{1,7});/gi;

/**
 * Finds the secrets of a file: as written, and as its texts are read, where letters of them are spelt as escapes. The
 * ranges are those of the file. One secret may come twice, in both ways.
 */
export function findSpeltSecrets(text: string, findSecrets: FindSecrets): Secret[] {
  const written = findSecrets(text);
  if (!text.includes('\\') && !text.includes('&#')) return written;

  // Where in the text as read something was put in the place of a longer spelling, and by how much that was longer.
  const shifts: { at: number; by: number }[] = [];
  let by = 0;
  const read = text.replace(spelling, (spelt, offset: number) => {
    const letter = readSpelling(spelt);
    const at = offset - by + letter.length;
    by += spelt.length - letter.length;
    shifts.push({ at, by });
    return letter;
  });
  const offsetOf = (at: number): number => at + (shifts.findLast((one) => one.at <= at)?.by ?? 0);
  const found = findSecrets(read).map((one): Secret => {
    const [start, end] = one.range;
    return { ...one, range: [offsetOf(start), offsetOf(end)] };
  });
  return [...written, ...found];
}

function readSpelling(spelt: string): string {
  const sign = spelt[1] ?? '';
  if (spelt.startsWith('&#')) {
    return readCode(/x/i.test(spelt) ? `0${spelt.slice(2, -1)}` : spelt.slice(2, -1), spelt);
  }
  if (/^[xu]/i.test(sign) && spelt.length > 2) return readCode(`0x${spelt.slice(2)}`, spelt);
  if (/\s/.test(sign)) return '';
  return { n: '\n', r: '\r', t: '\t' }[sign] ?? sign;
}

/** The character of a number; the spelling itself where there is none. */
function readCode(number: string, spelt: string): string {
  const code = Number(number);
  return code <= 0x10ffff ? String.fromCodePoint(code) : spelt;
}
