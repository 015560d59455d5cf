import { quote } from '../../../diagnostic/quote.js';
import type { Range } from '../../../diagnostic/place.js';
import type { Document } from '../../../parse/document.js';
import { findRange } from '../../../parse/yaml.js';
import type { DataPath } from '../../../parse/yamlTree.js';
import { parts } from '../../../validate/schema/field.js';
import { incidentSchema } from '../../../validate/schema/incident.js';
import { findCutProse } from '../../../validate/validate.js';
import type { Incident } from '../../../model/incident.js';
import { splitLines } from '../../text.js';
import type { Finding } from '../../rule.js';
import { isShownEntry, namedParts } from '../../visibility.js';
import { createGateRule } from './gateRule.js';
import { saysInternal } from './internalWord.js';

/** `# internal` beside an entry is a note to oneself; what withholds it is `internal: true`. */
export const commentBeside = createGateRule({
  id: 'comment-beside',
  description:
    'No comment of the front matter says “internal” beside something that is shown. A comment is a note to oneself and withholds nothing; `internal: true` does.',
  bad: `timeline:
  # internal
  - at: 2026-03-14 10:15
    text: We knew of this disk since January.
  - at: 2026-03-14 14:02
    text: Checkout works again.
public:
  since: 2026-03-20
  show: [summary, impact, timeline]`,
  good: `timeline:
  - at: 2026-03-14 10:15
    text: We knew of this disk since January.
    internal: true
  - at: 2026-03-14 14:02
    text: Checkout works again.
public:
  since: 2026-03-20
  show: [summary, impact, timeline]`,
  *check({ incident, document }): Iterable<Finding> {
    const [start, end] = document.yaml;
    const comments = splitLines(document.text.slice(start, end)).flatMap(({ line, offset }) => {
      const found = /(?:^|\s)(#.*)$/.exec(line);
      if (!found?.[1] || !saysInternal(found[1])) return [];
      const from = start + offset + line.length - found[1].length;
      return [
        {
          from,
          to: start + offset + line.length,
          text: found[1],
          indent: line.trim() === found[1] ? line.length - found[1].length : undefined,
        },
      ];
    });
    if (comments.length === 0) return;
    // Of a comment that cuts a text something else was said.
    const strings = [
      ...findStrings(document),
      ...findCutProse(incidentSchema, document).map(({ range }) => range),
    ];
    const entries = createEntries(incident, document);
    for (const { from, to, text, indent } of comments) {
      if (strings.some(([a, b]) => from >= a && from < b)) continue;
      const entry = findBeside(entries, from, indent);
      if (!entry?.shown) continue;
      yield {
        range: [from, to],
        message: `The comment ${quote(text)} withholds nothing: what it stands beside is shown`,
        hint: 'Write `internal: true` in the entry, or leave the part out of `show`; if all of it may be public, remove the comment.',
      };
    }
  },
});

interface Entry {
  /** The key of the front matter that it belongs to. */
  key: string;
  /** How far its keys are indented. */
  indent: number;
  range: Range;
  shown: boolean;
}

/** The entries of lists, and the keys that are no lists, with whether customers see them; in the order of the file. */
function createEntries(incident: Incident, document: Document): Entry[] {
  const named = namedParts(incident);
  const entries: Entry[] = [];
  const push = (path: DataPath, range: Range, shown: boolean): void => {
    const indent = range[0] - 1 - document.text.lastIndexOf('\n', range[0] - 1);
    entries.push({ key: String(path[0]), indent: path.length === 1 ? 0 : indent, range, shown });
  };
  const add = (path: DataPath, shown: boolean): void => {
    const key = path.length === 1 ? findRange(document.source, document.yaml[0], path, 'key') : undefined;
    const value = findRange(document.source, document.yaml[0], path, 'value');
    if (value) push(path, [key?.[0] ?? value[0], value[1]], shown);
  };
  const data = document.data;
  if (typeof data !== 'object' || data === null) return entries;
  for (const [key, value] of Object.entries(data as Record<string, unknown>)) {
    const part = parts.find((one) => one === key);
    const shown = part ? named.has(part) : always.has(key);
    if (!Array.isArray(value) || value.length === 0) {
      add([key], shown && (key !== 'detection' || incident.detection?.internal !== true));
      continue;
    }
    const keyRange = findRange(document.source, document.yaml[0], [key], 'key');
    if (keyRange) push([key], keyRange, shown);
    value.forEach((entry: unknown, index) => add([key, index], shown && isEntryShown(entry)));
  }
  return entries.toSorted((a, b) => a.range[0] - b.range[0]);
}

/** Fields that customers see whatever is named. */
const always = new Set([
  'title',
  'severity',
  'kind',
  'started',
  'mitigated',
  'resolved',
  'corrections',
  'scheduled',
]);

function isEntryShown(entry: unknown): boolean {
  if (typeof entry !== 'object' || entry === null) return true;
  const { internal, state } = entry as { internal?: unknown; state?: unknown };
  return isShownEntry({ internal: internal === 'true' }) && state !== 'proposed';
}

/**
 * What a comment stands beside: what it is inside of or behind; on a line of its own what follows it, unless it is
 * indented like the keys of what comes before.
 */
function findBeside(entries: readonly Entry[], from: number, indent: number | undefined): Entry | undefined {
  const before = entries.findLast(({ range }) => range[0] <= from);
  if (indent === undefined || (before && from < before.range[1])) return before;
  const next = entries.find(({ range }) => range[0] > from);
  if (!before || indent === 0) return next ?? before;
  const isNext = next?.key === before.key && (indent < before.indent || before.indent === 0);
  return isNext ? next : before;
}

/** Where the texts of the front matter stand: a `#` inside one begins no comment. */
function findStrings(document: Document): Range[] {
  const ranges: Range[] = [];
  const walk = (value: unknown, path: DataPath): void => {
    if (typeof value === 'string') {
      const range = findRange(document.source, document.yaml[0], path, 'value');
      if (range) ranges.push(range);
    } else if (Array.isArray(value)) value.forEach((entry, index) => walk(entry, [...path, index]));
    else if (typeof value === 'object' && value !== null) {
      for (const [key, entry] of Object.entries(value)) walk(entry, [...path, key]);
    }
  };
  walk(document.data, []);
  return ranges;
}
