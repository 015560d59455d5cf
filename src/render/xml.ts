import type { Element } from 'xast';
import { toXml } from 'xast-util-to-xml';
import { replaceUncommon, type Output } from './output.js';

/** A file of XML: the only writer of it. Takes its one element. */
export function renderXml(path: string, root: Element): Output {
  return { path, content: `<?xml version="1.0" encoding="utf-8"?>\n${replaceUncommon(toXml(root))}\n` };
}
