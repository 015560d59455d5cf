import { findUncommon } from '../render/output.js';

/** What happens while a page or a feed is read. Texts and values are as readers get them, without entities. */
export interface Reader {
  open: (name: string, attributes: readonly (readonly [name: string, value: string])[]) => void;
  text: (text: string) => void;
  close: (name: string) => void;
}

/** Elements of HTML that hold nothing, and have no end. */
const empty = /^(?:area|br|col|hr|img|input|link|meta|wbr)$/;

const tag = /<(\/?)([a-z][\w:-]*)((?:\s+[a-z][\w:.-]*(?:="[^"]*")?)*)\s*(\/?)>/iy;
const attribute = /\s+([a-z][\w:.-]*)(?:="([^"]*)")?/giy;

/**
 * Reads markup as strictly as our own writers write it, so that nobody can take it for anything else: every element ends
 * where it has to, values stand in double quotes, and nothing but an entity begins with `&`. Gives what is wrong with it,
 * or undefined. Comments, sections of CDATA, and processing instructions are wrong: we write none.
 */
export function readMarkup(text: string, language: 'html' | 'xml', reader: Reader): string | undefined {
  const open: string[] = [];
  let at = 0;
  const found = findUncommon(text);
  if (found >= 0) return `a character that no page may hold, ${describe(text, found)}`;
  while (at < text.length) {
    const next = text.indexOf('<', at);
    const end = next < 0 ? text.length : next;
    if (end > at) {
      const words = decode(text.slice(at, end));
      if (words === undefined) return `an & that begins nothing, ${describe(text, at)}`;
      reader.text(words);
      at = end;
      continue;
    }
    tag.lastIndex = at;
    const match = tag.exec(text);
    if (!match) return `a < that begins nothing, ${describe(text, at)}`;
    const [whole, closes, name = '', written = '', isEmpty] = match;
    at += whole.length;
    if (closes === '/') {
      if (written !== '' || isEmpty === '/' || open.pop() !== name)
        return `an end of <${name}> that ends nothing, ${describe(text, at)}`;
      reader.close(name);
      continue;
    }
    const attributes = readAttributes(written);
    if (!attributes) return `attributes of <${name}> that cannot be read, ${describe(text, at)}`;
    reader.open(name, attributes);
    if (isEmpty === '/' || (language === 'html' && empty.test(name))) reader.close(name);
    else open.push(name);
  }
  return open.length === 0 ? undefined : `no end of <${open.at(-1) ?? ''}>`;
}

/** Where something is, without telling what: the rest of the file may be what nobody should read. */
function describe(text: string, at: number): string {
  return `in line ${text.slice(0, at).split('\n').length}`;
}

function readAttributes(written: string): [string, string][] | undefined {
  if (written === '') return [];
  const attributes: [string, string][] = [];
  for (const [, name = '', value = ''] of written.matchAll(attribute)) {
    const words = decode(value);
    if (
      words === undefined ||
      attributes.some(([other]) => other === name || other.toLowerCase() === name.toLowerCase())
    )
      return undefined;
    attributes.push([name, words]);
  }
  return attributes;
}

const names: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** A text without entities; undefined where an `&` begins none of those that we write. */
function decode(text: string): string | undefined {
  if (!text.includes('&')) return text;
  let isWrong = false;
  const words = text.replace(
    /&(?:#x([\da-f]{1,6});|#(\d{1,7});|(\w{1,8});)?/gi,
    (_, hex?: string, decimal?: string, name?: string) => {
      const code = hex === undefined ? Number(decimal ?? -1) : Number.parseInt(hex, 16);
      if (code > 0 && code <= 0x10ffff) return String.fromCodePoint(code);
      const character = name === undefined ? undefined : names[name];
      isWrong ||= character === undefined;
      return character ?? '';
    },
  );
  return isWrong ? undefined : words;
}
