import type { DataPath } from '../../../parse/yamlTree.js';
import type { Finding } from '../../rule.js';
import { createGateRule } from './gateRule.js';

/** A block that says nothing, or two things. */
export const publicBlock = createGateRule({
  id: 'public-block',
  description:
    'A `public` block says since when, and names each part and each section once: shown, or withheld. A block that says nothing, or two things, would leave it to us what customers read; so would a mark without a value, such as `internal:` alone.',
  bad: `public:
  show: [summary, impact]`,
  good: `public:
  since: 2026-03-20
  show: [summary, impact]`,
  *check({ incident, document }): Iterable<Finding> {
    const block = incident.publication;
    if (!block) return;
    yield* findOpenMarks(document.data);
    if (block.since === undefined) {
      yield {
        path: ['public', 'since'],
        part: 'key',
        message: '`public` does not say since when',
        hint: 'Write `since:` with the day; it may lie ahead. To keep the file internal, remove `public`.',
      };
    }
    if (block.show.length === 0 && block.sections.length === 0 && !block.retracted) {
      yield {
        path: ['public', 'show'],
        part: 'key',
        message: '`public` shows nothing: neither a part nor a section',
        hint: 'Name the parts in `show`, e.g. `show: [summary, impact]`; or remove `public`.',
      };
    }
    if (block.summary !== undefined && !block.show.includes('summary')) {
      yield {
        path: ['public', 'summary'],
        part: 'key',
        message: 'This summary is not shown: `show` does not name `summary`',
        hint: 'Add `summary` to `show`, or remove this line.',
      };
    }
    yield* findTwice(['public', 'show'], block.show);
    yield* findTwice(['public', 'sections'], block.sections);
    yield* findTwice(['public', 'withheld'], block.withheld);
    for (const [index, name] of block.withheld.entries()) {
      if (!block.sections.includes(name)) continue;
      yield {
        path: ['public', 'withheld', index],
        message: `The section “${name}” is both shown and withheld`,
        hint: 'Leave it in one of the two lists.',
      };
    }
  },
});

/**
 * A mark that somebody began to write: `internal:` alone withholds nothing, and an empty `public:` leaves the words that it was
 * to replace. YAML takes both for nothing.
 */
function* findOpenMarks(data: unknown): Iterable<Finding> {
  if (!isMapping(data)) return;
  const open: DataPath[] = [];
  for (const [key, part] of Object.entries(data)) {
    const entries: [number | '', unknown][] = Array.isArray(part) ? [...part.entries()] : [];
    if (key === 'public' && isMapping(part)) {
      for (const [name, value] of Object.entries(part)) if (value === null) open.push([key, name]);
    } else if (isMapping(part)) entries.push(['', part]);
    for (const [index, entry] of entries) {
      const path = index === '' ? [key] : [key, index];
      for (const mark of ['internal', 'public']) {
        if (isMapping(entry) && entry[mark] === null) open.push([...path, mark]);
      }
    }
  }
  for (const path of open) {
    const mark = String(path.at(-1));
    yield {
      path,
      part: 'key',
      message: `\`${mark}\` has no value, and so neither withholds nor replaces anything`,
      hint:
        mark === 'internal'
          ? 'Write `internal: true`, or remove the line.'
          : 'Write what customers are to read, or remove the line.',
    };
  }
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function* findTwice(list: DataPath, names: readonly string[]): Iterable<Finding> {
  for (const [index, name] of names.entries()) {
    if (names.indexOf(name) === index) continue;
    yield {
      path: [...list, index],
      message: `“${name}” stands twice in \`${String(list.at(-1))}\``,
      hint: 'Remove one; if the other was to be another name, write that.',
    };
  }
}
