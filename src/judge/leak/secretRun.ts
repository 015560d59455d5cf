/** What stands for a secret in what is printed. */
const mask = '…';

/** How much of a secret, at least, must stand in a text to be taken for it: messages cut long values, and YAML does. */
const least = 6;

/**
 * Makes what takes some secrets out of texts, and pieces of them too: the beginning, and whatever else is too long to be
 * the same by chance. Case and white space do not count, since messages and proposals change them.
 */
export function createHide(values: Iterable<string>): (text: string) => string {
  const beginnings: { begins: string; whole: string }[] = [];
  const pieces = new Set<string>();
  for (const value of values) {
    const whole = fold(value).text;
    if (whole === '') continue;
    const begins = whole.slice(0, Math.max(least, Math.ceil(whole.length / 3)));
    beginnings.push({ begins, whole });
    const core = fold(takeCore(value)).text;
    for (let at = 0; at + least <= core.length; at++) pieces.add(core.slice(at, at + least));
  }
  if (beginnings.length === 0) return (text) => text;

  return (text) => {
    const folded = fold(text);
    const held = folded.offsets.map(() => false);
    for (let at = 0; at < held.length; at++) {
      let end = at;
      while (pieces.has(folded.text.slice(end, end + least))) end++;
      if (end === at) continue;
      end += least - 1;
      if (!isWord(text.slice(folded.offsets[at], (folded.offsets[end - 1] ?? 0) + 1)))
        held.fill(true, at, end);
      at = end - least;
    }
    for (const { begins, whole } of beginnings) {
      for (let at = folded.text.indexOf(begins); at >= 0; at = folded.text.indexOf(begins, at + 1)) {
        let length = begins.length;
        while (length < whole.length && folded.text[at + length] === whole[length]) length++;
        held.fill(true, at, at + length);
      }
    }

    let hidden = '';
    let from = 0;
    for (let at = held.indexOf(true); at >= 0; at = held.indexOf(true, at)) {
      const start = folded.offsets[at] ?? 0;
      while (held[at]) at++;
      hidden += text.slice(from, start) + mask;
      from = (folded.offsets[at - 1] ?? start) + 1;
    }
    return hidden + text.slice(from);
  };
}

/** A text without white space and in lower case, and where each unit of it stands. */
function fold(text: string): { text: string; offsets: number[] } {
  let folded = '';
  const offsets: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charAt(at);
    if (/\s/.test(unit)) continue;
    folded += /[A-Z]/.test(unit) ? unit.toLowerCase() : unit;
    offsets.push(at);
  }
  return { text: folded, offsets };
}

/**
 * What nobody but its owner knows of a secret: not the name of a server, nor the words that tokens and keys begin with,
 * of which other sentences may speak.
 */
function takeCore(value: string): string {
  const password = /^[a-z][\w+.:-]*:\/\/[^:/\s]*(:\S*@)/i.exec(value)?.[1];
  if (password !== undefined) return password;
  return value
    .replace(/^-+BEGIN[^-]*KEY[^-]*-+|-+END[^-]*KEY[^-]*-+$/g, '')
    .replace(/^https?:\/\/[^/\s]+\/services\//i, '')
    .replace(/^(?:github_pat_|dckr_pat_|lin_api_|sk-ant-api\d+-|sk-proj-|[a-z]{2,6}[_.-])/i, '');
}

/** Whether a piece may be a word like any other: passwords are made of them. */
function isWord(piece: string): boolean {
  return /^[A-Z]?[a-z]{5,11}$/.test(piece);
}
