import type { Definition, Link } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Range } from '../diagnostic/place.js';
import type { Edit } from '../diagnostic/edit.js';
import { decodePath, isRelative } from '../judge/relativeAddress.js';
import { findLinkedIncident } from '../judge/rules/reference/linkBroken.js';
import { createTexts, type Text } from '../judge/text.js';
import type { Incident } from '../model/incident.js';
import type { Document } from '../parse/document.js';
import { findRangeWithin } from '../parse/textPlace.js';
import { findRange } from '../parse/yaml.js';
import type { DataPath } from '../parse/yamlTree.js';

/** A file that may name other incidents: as it was written, and as it was understood. */
export interface ReferringFile {
  document: Document;
  incident: Pick<Incident, 'related' | 'remediation'>;
}

/**
 * The edits that let a file name an incident by its new id wherever it refers to it: under `related` and `superseded_by`, and in
 * links of its texts and its body, by file or by address. Words that only speak of the id stay. `url` is that of the public site.
 */
export function renameReferences(file: ReferringFile, from: string, to: string, url: string): Edit[] {
  const { document } = file;
  const ranges = [...findFields(file, from), ...findLinks(document, from, url)];
  return ranges.flatMap((range) => {
    const written = document.text.slice(...range);
    const at = written.indexOf(from);
    // An id that is spelt in escapes is nobody's; `check` tells what is left.
    if (at < 0) return [];
    const start = range[0] + at;
    return [{ range: [start, start + from.length] as const, text: to }];
  });
}

function findFields({ document, incident }: ReferringFile, id: string): Range[] {
  const paths: DataPath[] = [
    ...incident.related.flatMap((one, index) => (one.id === id ? [['related', index, 'id']] : [])),
    ...incident.remediation.flatMap(({ supersededBy }, index) =>
      supersededBy?.startsWith(`${id}#`) === true ? [['remediation', index, 'superseded_by']] : [],
    ),
  ];
  return paths.flatMap((path) => {
    const range = findRange(document.source, document.yaml[0], path, 'value');
    return range ? [range] : [];
  });
}

function findLinks(document: Document, id: string, url: string): Range[] {
  const ranges: Range[] = [];
  for (const text of createTexts(document)) {
    // Most texts name nothing, and parsing them all would take the longest.
    if (!text.text.includes(id) || !text.tree) continue;
    visit(text.tree, ['link', 'definition'], (node) => {
      const link = node as Link | Definition;
      if (findNamed(link.url, url) !== id) return;
      const within = findDestination(link, text);
      const { path, base } = text;
      const range: Range | undefined = path
        ? findRangeWithin(document, path, text.text, within)
        : [within[0] + base, within[1] + base];
      if (range) ranges.push(range);
    });
  }
  return ranges;
}

/** The incident that a link names, relative or by the address of its public page. */
function findNamed(href: string, url: string): string | undefined {
  if (isRelative(href)) return findLinkedIncident(decodePath(href));
  return href.startsWith(url) ? findLinkedIncident(decodePath(`/${href.slice(url.length)}`)) : undefined;
}

/** From behind the words of a link, which may name the incident too, to its end; counted in the text. */
function findDestination(node: Link | Definition, { text, base }: Text): Range {
  const start = (node.position?.start.offset ?? base) - base;
  const end = (node.position?.end.offset ?? base) - base;
  if (node.type === 'definition') return [text.indexOf(']:', start), end];
  const words = node.children.at(-1)?.position?.end.offset;
  return [words === undefined ? start : words - base, end];
}
