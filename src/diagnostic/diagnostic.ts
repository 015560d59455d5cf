import type { Edit } from './edit.js';
import type { Place } from './place.js';

/** How bad a finding is. Never called "severity": that word belongs to incidents. */
export type Level = 'error' | 'warning' | 'info';

/** Another place that explains a diagnostic, e.g. the other file of the same id. */
export interface Related {
  path: string;
  place?: Place;
  message: string;
}

/** A change to the file that mends what a diagnostic is about, without touching any other byte. */
export interface Fix {
  /** What it does, e.g. "Write `severity`". */
  title: string;
  /** They do not overlap. */
  edits: Edit[];
  /** Whether `fix` may apply it unasked: nothing else can be meant, and it states no fact. */
  safe: boolean;
}

/** One thing that is wrong, as data; `report` turns it into text or JSON. */
export interface Diagnostic {
  /** The file, relative to the project's root, with `/` between folders. */
  path: string;
  /** Where in the file; absent when the file as a whole is meant. */
  place?: Place;
  level: Level;
  /** Whether a build must not go on: the file cannot be read, means two things, or would leak. */
  blocks: boolean;
  /** Kebab-case and permanent: people write it into `waive` and into `site.yaml`. */
  rule: string;
  /** One sentence without a full stop: what is wrong, with the values. */
  message: string;
  /** The way out. */
  hint?: string;
  /** Ways to mend it that change no fact; each is enough by itself. */
  fixes?: Fix[];
  related?: Related[];
  /** The id of the policy of `site.yaml` that is broken. */
  policy?: string;
  /** Whether the line of its place holds a secret, so that no report prints that line. */
  secret?: true;
}

/** Orders diagnostics by file, place and rule, so that the same findings are always printed in the same order. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    compareText(a.path, b.path) ||
    (a.place?.start.offset ?? -1) - (b.place?.start.offset ?? -1) ||
    compareText(a.rule, b.rule) ||
    compareText(a.message, b.message)
  );
}

/** Compares by UTF-16 units: the same on every machine, unlike `localeCompare`. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** How many diagnostics there are of each level. */
export function countLevels(diagnostics: readonly Diagnostic[]): Record<Level, number> {
  const counts: Record<Level, number> = { error: 0, warning: 0, info: 0 };
  for (const diagnostic of diagnostics) counts[diagnostic.level]++;
  return counts;
}
