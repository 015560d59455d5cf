import { findRange } from '../../../parse/yaml.js';
import type { ShownText } from '../../shownText.js';
import { splitLines } from '../../text.js';
import type { Finding, Subject } from '../../rule.js';

/** Keys of entries: one at the beginning of a line of a text was to be a key. */
const keys =
  /^(?:-\s+)?(internal|public|owner|team|ticket|evidence|channel|priority|state|kind|at|until|due|done|done_when|moved|verified|addresses|reason|superseded_by|affected|share|where|lasted|from|to|text|note|title|type|label|value|category|question|answer|date|service|level)\s*:(?:\s|$)/;

/**
 * A key that is indented too far, or stands in a quoted text of several lines, is text. In a text that YAML folds the
 * lines are those of the file.
 */
export function* findSwallowedKeys(
  { path, kind, text }: ShownText,
  { document }: Subject,
): Iterable<Finding> {
  if (!path || path.length === 0 || kind === 'address' || !/\w:(?:\s|$)/.test(text)) return;
  const range = findRange(document.source, document.yaml[0], path, 'value');
  if (!range) return;
  const source = document.text.slice(range[0], range[1]);
  const lines = splitLines(source).slice(1);
  for (const { line, offset } of lines) {
    const key = keys.exec(line.trim())?.[1];
    if (key === undefined) continue;
    const from = range[0] + offset + line.indexOf(key);
    yield {
      range: [from, from + line.trim().length],
      message: `\`${key}:\` is part of the text above it, not a key`,
      hint: 'Indent it like the key of that text; if it is meant as text, let the line break elsewhere.',
    };
  }
  // `text: Restarted. internal: true` in one line.
  const inline = /\b(?:internal|public)\s*:\s*(?:true|false|yes)\b/i.exec(source);
  if (inline && !lines.some(({ line }) => keys.test(line.trim()))) {
    yield {
      range: [range[0] + inline.index, range[0] + inline.index + inline[0].length],
      message: `\`${inline[0]}\` is part of the text, not a key`,
      hint: 'Give it a line of its own, indented like the key of that text.',
    };
  }
}
