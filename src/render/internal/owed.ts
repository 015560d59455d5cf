import { compareDiagnostics, compareText, type Diagnostic } from '../../diagnostic/diagnostic.js';
import type { Incident } from '../../model/incident.js';

/** A diagnostic that does not block, with the incident whose file it is about; undefined for `site.yaml`. */
export interface Owed {
  diagnostic: Diagnostic;
  incident: Incident | undefined;
}

/** What is owed, in the order of files and places. What blocks is not among it: a site with such a file is not built. */
export function createOwed(diagnostics: readonly Diagnostic[], incidents: readonly Incident[]): Owed[] {
  const byPath = new Map(incidents.map((incident) => [incident.path, incident]));
  return diagnostics
    .filter(({ blocks }) => !blocks)
    .toSorted(compareDiagnostics)
    .map((diagnostic) => ({ diagnostic, incident: byPath.get(diagnostic.path) }));
}

/** What is owed, by rule: the rule with most findings first. */
export function groupByRule(owed: readonly Owed[]): [rule: string, owed: Owed[]][] {
  return countGroups(owed, ({ diagnostic }) => diagnostic.rule);
}

/** What is owed, by file: the file with most findings first. */
export function groupByFile(owed: readonly Owed[]): [path: string, owed: Owed[]][] {
  return countGroups(owed, ({ diagnostic }) => diagnostic.path);
}

function countGroups(owed: readonly Owed[], key: (one: Owed) => string): [string, Owed[]][] {
  const groups = new Map<string, Owed[]>();
  for (const one of owed) {
    const group = groups.get(key(one));
    if (group) group.push(one);
    else groups.set(key(one), [one]);
  }
  return [...groups].toSorted((a, b) => b[1].length - a[1].length || compareText(a[0], b[0]));
}

/** Where it stands, as editors and terminals write it: `incidents/x.md:12:3`. */
export function placeText({ path, place }: Diagnostic): string {
  return place ? `${path}:${place.start.line}:${place.start.column}` : path;
}
