import type { Level, Related } from '../diagnostic/diagnostic.js';
import type { Range } from '../diagnostic/place.js';
import type { History } from '../model/history.js';
import type { Incident } from '../model/incident.js';
import type { Document } from '../parse/document.js';
import type { DataPath } from '../parse/yamlTree.js';

/** What a rule looks at: one incident, its file, and everything else the project holds. */
export interface Subject {
  incident: Incident;
  document: Document;
  history: History;
  /** Whether a file of the project (relative to its root, with `/`) exists. */
  fileExists: (path: string) => boolean;
}

/** What a rule found: where, what, and the way out. Level and rule id are added by the judge. */
export interface Finding {
  /** The way to a value of the front matter; findings about the body have a `range` instead. */
  path?: DataPath;
  /** Whether the key is meant, or the value (default). */
  part?: 'key' | 'value';
  /** A stretch of the file. */
  range?: Range;
  /** One sentence without a full stop, with the values. */
  message: string;
  hint?: string;
  related?: Related[];
}

/** One rule. A new one is a file in `rules/` and a line in `rules.ts`. */
export interface Rule {
  /** Kebab-case and permanent. */
  id: string;
  level: Level;
  /** Whether a finding stops a build; what does not block is owed. What blocks can be neither waived nor changed in level. */
  blocks: boolean;
  /** In drafts, where things may still be missing, a finding is a warning at most. */
  easesInDrafts?: true;
  /** What it asks and why, in a sentence or two. */
  description: string;
  check: (subject: Subject) => Iterable<Finding>;
}
