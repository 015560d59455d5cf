import { findSuggestion } from '../../../validate/suggestion.js';
import type { Incident } from '../../../model/incident.js';
import type { Document } from '../../../parse/document.js';
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
    for (const { list, index, name, near } of findMissingSections(incident, document)) {
      yield {
        path: ['public', list, index],
        message: `The body has no section “${name}”`,
        hint:
          near === undefined
            ? `A section is a line \`## ${name}\`; is it there, and not inside a list, a quote or a fence?`
            : `Did you mean “${near}”?`,
      };
    }
  },
});

/** A name that `public` gives and the body does not. */
export interface MissingSection {
  list: 'sections' | 'withheld';
  index: number;
  name: string;
  /** The section that was meant, if one that nobody has named is spelt nearly like it. */
  near: string | undefined;
}

/** The names without their sections, in the order of the file. */
export function findMissingSections(
  { publication }: Pick<Incident, 'publication'>,
  { sections }: Pick<Document, 'sections'>,
): MissingSection[] {
  const there = new Set(sections.map(({ heading }) => heading));
  const named = new Set([...(publication?.sections ?? []), ...(publication?.withheld ?? [])]);
  const unnamed = [...there].filter((heading) => !named.has(heading));
  return (['sections', 'withheld'] as const).flatMap((list) =>
    (publication?.[list] ?? []).flatMap((name, index): MissingSection[] => {
      if (there.has(name)) return [];
      const near =
        unnamed.find((heading) => foldText(heading) === foldText(name)) ??
        findSuggestion(name, unnamed.slice(0, 200));
      return [{ list, index, name, near }];
    }),
  );
}
