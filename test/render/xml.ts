export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: (XmlElement | string)[];
}

const tag = /<(\/?)([A-Za-z_][\w:.-]*)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>/y;

/** Reads XML without a document type, strictly: what is not well-formed is an error, as it is in feed readers. */
export function parseXml(text: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [] };
  const open = [root];
  let at = /^<\?xml version="1\.0" encoding="utf-8"\?>\s*/.exec(text)?.[0].length ?? 0;
  while (at < text.length) {
    const parent = open.at(-1) as XmlElement;
    const next = text.indexOf('<', at);
    if (next !== at) {
      const end = next < 0 ? text.length : next;
      parent.children.push(decode(text.slice(at, end)));
      at = end;
      continue;
    }
    tag.lastIndex = at;
    const found = tag.exec(text);
    if (found === null) throw new Error(`Not well-formed: ${text.slice(at, at + 60)}`);
    at = tag.lastIndex;
    const [, closes, name = '', written = '', isEmpty] = found;
    if (closes === '/') {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes nothing`);
      continue;
    }
    const pairs = [...written.matchAll(/([\w:.-]+)="([^"]*)"/g)];
    const attributes = Object.fromEntries(pairs.map(([, key = '', value = '']) => [key, decode(value)]));
    const element = { name, attributes, children: [] };
    parent.children.push(element);
    if (isEmpty !== '/') open.push(element);
  }
  const [element, ...rest] = root.children.filter(
    (child) => typeof child !== 'string' || child.trim() !== '',
  );
  if (open.length !== 1 || rest.length > 0 || typeof element !== 'object') throw new Error('Not one element');
  return element;
}

/** All text of an element. */
export function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

const names: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decode(text: string): string {
  if (/[\0-\x08\v\f\x0e-\x1f]/.test(text)) throw new Error('A control character');
  return text.replace(
    /&(?:#x([\da-f]+)|#(\d+)|(\w+));|&/gi,
    (_, hex?: string, decimal?: string, name?: string) => {
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
      if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
      const character = name === undefined ? undefined : names[name];
      if (character === undefined) throw new Error(`& that begins nothing: ${text.slice(0, 60)}`);
      return character;
    },
  );
}
