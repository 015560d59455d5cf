import type { DataPath } from '../../../parse/yamlTree.js';
import { findSuggestion, listWords } from '../../../validate/suggestion.js';
import type { Finding, Rule, Subject } from '../../rule.js';

/** A name in a file, and where it stands. */
export type Reference = readonly [path: DataPath, id: string];

/** What makes a rule about names that must be known. */
interface ReferenceRule extends Pick<Rule, 'id' | 'description' | 'bad' | 'good'> {
  /** What the name is of, e.g. "service". */
  what: string;
  /** Where the known ones are listed, e.g. "`services` of site/site.yaml". */
  home: string;
  references: (subject: Subject) => Iterable<Reference>;
  known: (subject: Subject) => Iterable<string>;
  /** Whether something of what is known could not be read: then nothing can be said to be unknown. */
  isUnread: (subject: Subject) => boolean;
}

/** A rule that every name is one that exists. It blocks: a page would lead nowhere, or say nothing. */
export function createReferenceRule({
  what,
  home,
  references,
  known,
  isUnread,
  ...description
}: ReferenceRule): Rule {
  return {
    ...description,
    level: 'error',
    blocks: true,
    *check(subject): Iterable<Finding> {
      // Most files name nothing of most kinds, and what is known may be as large as the project.
      const named = isUnread(subject) ? [] : [...references(subject)];
      const ids = new Set(named.length === 0 ? [] : known(subject));
      for (const [path, name] of named) {
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
