import type { DataPath } from '../../../parse/yamlTree.js';
import type { Finding, Rule } from '../../rule.js';

/** A key without a value says nothing, and looks as if it did. In a draft it is a line that waits to be filled in. */
export const emptyValue: Rule = {
  id: 'empty-value',
  level: 'warning',
  blocks: false,
  description: 'Outside drafts every key has a value.',
  bad: `authors:
tags: [storage]`,
  good: `tags: [storage]`,
  *check({ incident, document }) {
    for (const path of findEmpty(document.data, [])) {
      // Whoever leaves the status open may not know that it makes the text a draft.
      if (incident.status === 'draft' && path[0] !== 'status') continue;
      // In a file with a `public` block `public-block` speaks of what withholds and replaces.
      if (incident.publication && (path[0] === 'public' || /^(?:internal|public)$/.test(String(path.at(-1)))))
        continue;
      const finding: Finding = {
        path,
        part: 'key',
        message: `\`${String(path.at(-1))}\` has no value`,
        hint: 'Write one, or remove the line.',
      };
      yield finding;
    }
  },
};

function findEmpty(value: unknown, path: DataPath): DataPath[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]): DataPath[] => {
    const step = Array.isArray(value) ? Number(key) : key;
    return inner === null ? [[...path, step]] : findEmpty(inner, [...path, step]);
  });
}
