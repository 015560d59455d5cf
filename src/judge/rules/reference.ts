import type { DataPath } from '../../parse/yamlTree.js';
import { findSuggestion, listWords } from '../../validate/suggestion.js';
import type { Finding, Rule, Subject } from '../rule.js';

/** A name in a file, and where it stands. */
export type Reference = readonly [path: DataPath, id: string];

/** What makes a rule about names that must be known. */
interface ReferenceRule {
  id: string;
  /** What the name is of, e.g. "service". */
  what: string;
  /** Where the known ones are listed, e.g. "`services` of site/site.yaml". */
  home: string;
  description: string;
  references: (subject: Subject) => Iterable<Reference>;
  known: (subject: Subject) => Iterable<string>;
}

/** A rule that every name is one that exists. It blocks: a page would lead nowhere, or say nothing. */
export function createReferenceRule({ id, what, home, description, references, known }: ReferenceRule): Rule {
  return {
    id,
    level: 'error',
    blocks: true,
    description,
    *check(subject): Iterable<Finding> {
      const ids = new Set(known(subject));
      for (const [path, name] of references(subject)) {
        if (ids.has(name)) continue;
        const near = findSuggestion(name, ids);
        yield {
          path,
          message: `There is no ${what} \`${name}\``,
          hint:
            near === undefined
              ? `Known in ${home}: ${ids.size === 0 ? 'none yet' : listWords([...ids], 'and')}.`
              : `Did you mean \`${near}\`?`,
        };
      }
    },
  };
}
