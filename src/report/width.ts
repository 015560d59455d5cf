/** How many cells of a terminal a text takes: wide scripts and emoji two a character, combining marks none. */
export function widthOf(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length;
  let width = 0;
  for (const character of text) {
    if (/^\p{M}/u.test(character)) continue;
    width += wide.test(character) ? 2 : 1;
  }
  return width;
}

const wide =
  /^(?:[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6]|[\u{20000}-\u{3FFFD}]|\p{Emoji_Presentation})/u;

/** A text in lines that fit, broken at spaces; a word that fits nowhere has a line of its own. */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || widthOf(last) + 1 + widthOf(word) > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

/** A text in lines that fit, whatever it holds: also words are broken that are longer than a line, and texts without spaces. */
export function fitText(text: string, width: number): string[] {
  return wrapText(text, width).flatMap((line) => (widthOf(line) <= width ? [line] : breakLine(line, width)));
}

function breakLine(line: string, width: number): string[] {
  const lines = [''];
  let taken = 0;
  for (const character of line) {
    const cells = widthOf(character);
    if (taken + cells > width && taken > 0) {
      lines.push('');
      taken = 0;
    }
    lines[lines.length - 1] += character;
    taken += cells;
  }
  return lines;
}

/** A text and as many spaces as make it so wide. */
export function padText(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}
