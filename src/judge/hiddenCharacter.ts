/** Characters that are not seen: control, format, fillers, selectors, private use, halves of pairs, not characters at all. */
const hidden =
  /\p{Cc}|\p{Cf}|\p{Co}|\p{Cs}|\p{Zl}|\p{Zp}|\u034F|\u115F|\u1160|\u17B4|\u17B5|[\u180B-\u180D]|\u180F|\u2800|\u3164|\uFFA0|[\uFFF0-\uFFFD]|[\u{FE00}-\u{FE0F}]|[\u{E0000}-\u{E0FFF}]|\u{FFFE}|\u{FFFF}/gu;

/** Signs of scripts that Unicode counts as format characters, though they are seen. */
const visible = /[\u0600-\u0605\u06DD\u070F\u0890\u0891\u08E2\u{110BD}\u{110CD}]/u;

/** How far from a joiner or a mark the letters are looked for that need it. */
const reach = 200;

/** A file in the wrong encoding has thousands; the first ones say enough. */
const most = 50;

/** A character that cannot be seen, or that turns the order of those that can. */
export interface HiddenCharacter {
  index: number;
  length: number;
  /** With its code point, e.g. "A zero-width space (U+200B)". */
  name: string;
}

/** The hidden characters of a text, without those that a script needs where they stand; at most fifty. */
export function findHidden(text: string): HiddenCharacter[] {
  const found: HiddenCharacter[] = [];
  for (const match of text.matchAll(hidden)) {
    const [one] = match;
    if (one === '\n' || one === '\r' || one === '\t' || visible.test(one)) continue;
    if (
      isNeeded(
        one,
        text.slice(Math.max(0, match.index - reach), match.index),
        text.slice(match.index + one.length, match.index + reach),
      )
    )
      continue;
    const code = (one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    const name = names[code] ?? (/\p{Cc}/u.test(one) ? 'A control character' : 'An invisible character');
    found.push({ index: match.index, length: one.length, name: `${name} (U+${code})` });
    if (found.length >= most) break;
  }
  return found;
}

const names: Record<string, string> = {
  '00AD': 'A soft hyphen',
  '200B': 'A zero-width space',
  '200C': 'A zero-width non-joiner',
  '200D': 'A zero-width joiner',
  '200E': 'A left-to-right mark',
  '200F': 'A right-to-left mark',
  '061C': 'An Arabic letter mark',
  '202A': 'A left-to-right embedding',
  '202B': 'A right-to-left embedding',
  '202C': 'The end of an embedding',
  '202D': 'A left-to-right override',
  '202E': 'A right-to-left override',
  '2060': 'A word joiner',
  '2066': 'A left-to-right isolate',
  '2067': 'A right-to-left isolate',
  '2068': 'An isolate',
  '2069': 'The end of an isolate',
  FEFF: 'A byte order mark',
  FFFD: 'A replacement character, where a file was read in the wrong encoding,',
};

/** Scripts whose letters join, and are kept from it, by ZWJ and ZWNJ. */
const joining =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Nko}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;
const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** Whether a script, or a picture character, needs it where it stands. */
function isNeeded(one: string, before: string, after: string): boolean {
  const code = one.codePointAt(0) ?? 0;
  const last = /.$/su.exec(before)?.[0] ?? '';
  const next = /^./su.exec(after)?.[0] ?? '';
  if (code === 0x200c || code === 0x200d) {
    if (joining.test(last)) return code === 0x200d || joining.test(next);
    const isPicture = /\p{Extended_Pictographic}(?:\u{FE0F}|\p{Emoji_Modifier})?$/u.test(before);
    return code === 0x200d && isPicture && /\p{Extended_Pictographic}/u.test(next);
  }
  if (code === 0x200e || code === 0x200f || code === 0x061c) {
    const line = /[^\r\n]*$/.exec(before)?.[0] ?? '';
    const rest = /^[^\r\n]*/.exec(after)?.[0] ?? '';
    const letters = [/\p{L}(?=[^\p{L}]*$)/u.exec(line)?.[0] ?? '', /\p{L}/u.exec(rest)?.[0] ?? ''];
    return letters.some((letter) => rightToLeft.test(letter));
  }
  // Text or picture form of a character that has both; a form of an ideograph.
  if (code === 0xfe0e || code === 0xfe0f) return /[\p{Emoji}]$/u.test(before);
  if (code >= 0xe0100 && code <= 0xe01ef) return /\p{Script=Han}/u.test(last);
  // The flags of England, Scotland and Wales are a black flag and letters that are not seen.
  if (code >= 0xe0020 && code <= 0xe007f) {
    return (
      /\u{1F3F4}[\u{E0020}-\u{E007E}]{0,6}$/u.test(before) &&
      /^[\u{E0020}-\u{E007E}]{0,6}\u{E007F}|^(?!\p{Cf})/u.test(after)
    );
  }
  return false;
}
