import { findSuggestion } from '../../../validate/suggestion.js';
import type { Finding } from '../../rule.js';
import { createBodyRule } from './gateRule.js';
import { foldText } from './internalWord.js';

/**
 * A name without its section: renamed, misspelt, or swallowed by something above it. In a draft, of whose body nothing
 * is public, it may still be missing.
 */
export const sectionMissing = createBodyRule({
  id: 'section-missing',
  description:
    'Every section that `public` names stands in the body as a `##` heading of exactly these words. A name without its section was renamed, misspelt, or swallowed by something above it, and then nobody can say what would be published.',
  bad: `public:
  since: 2026-03-20
  show: [summary, impact]
  sections: [What happened, What we are changing]
---

## What happened

A log that should have been rotated filled the disk.

### What we are changing

Logs stand on a volume of their own.`,
  good: `public:
  since: 2026-03-20
  show: [summary, impact]
  sections: [What happened, What we are changing]
---

## What happened

A log that should have been rotated filled the disk.

## What we are changing

Logs stand on a volume of their own.`,
  *check({ incident, document }): Iterable<Finding> {
    if (incident.status === 'draft') return;
    const headings = [...new Set(document.sections.map((section) => section.heading))];
    const there = new Set(headings);
    for (const list of ['sections', 'withheld'] as const) {
      for (const [index, name] of (incident.publication?.[list] ?? []).entries()) {
        if (there.has(name)) continue;
        const near =
          headings.find((heading) => foldText(heading) === foldText(name)) ??
          findSuggestion(name, headings.slice(0, 200));
        yield {
          path: ['public', list, index],
          message: `The body has no section “${name}”`,
          hint:
            near === undefined
              ? `A section is a line \`## ${name}\`; is it there, and not inside a list, a quote or a fence?`
              : `Did you mean “${near}”?`,
        };
      }
    }
  },
});
