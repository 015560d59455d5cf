import type { DataPath } from '../../../parse/yamlTree.js';
import type { Finding } from '../../rule.js';
import { createGateRule } from './gateRule.js';

/** A block that says nothing, or two things. */
export const publicBlock = createGateRule({
  id: 'public-block',
  description:
    'A `public` block says since when, and names each part and each section once: shown, or withheld. A block that says nothing, or two things, would leave it to us what customers read.',
  bad: `public:
  show: [summary, impact]`,
  good: `public:
  since: 2026-03-20
  show: [summary, impact]`,
  *check({ incident }): Iterable<Finding> {
    const block = incident.publication;
    if (!block) return;
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
