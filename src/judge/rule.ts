import type { Fix, Level, Related } from '../diagnostic/diagnostic.js';
import type { Range } from '../diagnostic/place.js';
import type { History } from '../model/history.js';
import type { Incident } from '../model/incident.js';
import type { Document } from '../parse/document.js';
import type { DataPath } from '../parse/yamlTree.js';
import type { FindSecrets } from './leak/secret.js';
import type { Pictures } from './pictureFile.js';

/** What a rule looks at: one incident, its file, and everything else the project holds. */
export interface Subject {
  incident: Incident;
  document: Document;
  history: History;
  /** Whether a file of the project (relative to its root, with `/`) exists. */
  fileExists: (path: string) => boolean;
  /** What git has of a file, where that is another text; undefined also where there is no git. */
  findEarlierText: (path: string, text: string) => string | undefined;
  /** The pictures of the project. */
  pictures: Pictures;
  /** The credentials that a text holds. */
  findSecrets: FindSecrets;
}

/** What a rule found: where, what, and the way out. Level and rule id are added by the judge. */
export interface Finding {
  /** The way to a value of the front matter; findings about the body have a `range` instead. */
  path?: DataPath;
  /** Whether the key is meant, or the value (default). */
  part?: 'key' | 'value';
  /** The stretch of the value's text that is meant, where it is not all of it. */
  within?: Range;
  /** A stretch of the file. */
  range?: Range;
  /** One sentence without a full stop, with the values. */
  message: string;
  hint?: string;
  /** In place of the rule's own level; what the settings say of the rule wins over both. */
  level?: Level;
  fixes?: Fix[];
  related?: Related[];
  /** The id of the policy of `site.yaml` that is broken. */
  policy?: string;
  /** Whether a secret stands there: no report prints its line. */
  secret?: true;
}

/**
 * A small project that shows what a rule is about. A text stands for one incident file: lines of front matter that take
 * the place of those of a plain file or are added to it and, behind a line `---`, its body; a text that begins with
 * `---` is the whole file. Several files are given by their paths; `site/site.yaml` is completed in the same way. What git
 * has of a file stands under git's own name for it, `HEAD:` and its path.
 */
export type Example = string | Readonly<Record<string, string>>;

/** What is told of a rule: `explain` and `docs/rules.md` are made from it. */
export interface RuleDescription {
  /** Kebab-case and permanent. */
  id: string;
  level: Level;
  /** Whether a finding stops a build; what does not block is owed. What blocks can be neither waived nor changed in level. */
  blocks: boolean;
  /** In drafts, where things may still be missing, a finding is a warning at most. */
  easesInDrafts?: true;
  /** What it asks and why, in a sentence or two. */
  description: string;
  /** In which it finds something, and no other rule does. */
  bad?: Example;
  /** The same, mended. */
  good?: Example;
  /** What one would see, where an example cannot be written down as text: a file too large, a link out of the project. */
  told?: string;
}

/** One rule. A new one is a file in the folder of its group, and a line in that group's list. */
export interface Rule extends RuleDescription {
  bad: Example;
  good: Example;
  check: (subject: Subject) => Iterable<Finding>;
}
