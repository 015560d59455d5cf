import type { DataPath } from '../../../parse/yamlTree.js';
import { createValueFixes } from '../../../validate/fix.js';
import { readUnknown, type Named, type NamedList } from '../../../validate/named.js';
import { findMeta, findSchema } from '../../../validate/schema/field.js';
import { incidentSchema } from '../../../validate/schema/incident.js';
import type { Finding, Rule, Subject } from '../../rule.js';

/** A name in a file, and where it stands; `one` where its place says otherwise than its rule why it is one name. */
export type Reference = readonly [path: DataPath, id: string, one?: string];

/** What makes a rule about names that must be known. */
interface ReferenceRule extends Pick<Rule, 'id' | 'description' | 'bad' | 'good'>, NamedList {
  references: (subject: Subject) => Iterable<Reference>;
  known: (subject: Subject) => readonly Named[];
  /** The ids of what is known, where that is quicker to be had. */
  ids?: (subject: Subject) => ReadonlySet<string>;
  /** Whether something of what is known could not be read: then nothing can be said to be unknown. */
  isUnread: (subject: Subject) => boolean;
}

/** A rule that every name is one that exists. It blocks: a page would lead nowhere, or say nothing. */
export function createReferenceRule({
  what,
  home,
  one,
  references,
  known,
  ids: findIds = (subject) => new Set(known(subject).map(({ id }) => id)),
  strip,
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
      if (named.length === 0) return;
      const ids = findIds(subject);
      let list: readonly Named[] | undefined;
      for (const [path, name, why = one] of named) {
        if (ids.has(name)) continue;
        list ??= known(subject);
        const { message, hint, near, certain } = readUnknown(name, list, {
          what,
          home,
          ...(why === undefined ? {} : { one: why }),
          ...(strip && { strip }),
        });
        yield {
          path,
          message,
          hint,
          ...(near === undefined
            ? {}
            : { fixes: createValueFixes(subject.document, path, near, certain && isUnseen(path, subject)) }),
        };
      }
    },
  };
}

/** Whether customers see nothing of a field, whatever stands in it. */
function isUnseen(path: DataPath, { incident }: Subject): boolean {
  if (incident.publication === undefined) return true;
  const schema = findSchema(incidentSchema, path);
  return schema !== undefined && findMeta(schema)?.shown === 'never';
}

/** A list of ids that are called nothing else. */
export function asNamed(ids: Iterable<string>): Named[] {
  return [...ids].map((id) => ({ id, names: [] }));
}
