import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Settings } from '../settings/settings.js';
import type { Valid } from './valid.js';
import { createIncident } from './createIncident.js';
import { compareIncidents, type History } from './history.js';

/**
 * Makes the history of all valid documents as of a day (`YYYY-MM-DD`). `ids` names every file there is, also those
 * that could not be read. Of two documents with one id the first is kept; that there are two is said elsewhere.
 */
export function createHistory(
  valid: readonly Valid[],
  ids: ReadonlySet<string>,
  settings: Settings,
  asOf: string,
): { history: History; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const seen = new Set<string>();
  const incidents = valid.flatMap(({ document, frontMatter, damaged }) => {
    if (seen.has(document.id)) return [];
    seen.add(document.id);
    const created = createIncident({ document, frontMatter, damaged }, settings, asOf);
    diagnostics.push(...created.diagnostics);
    return [created.incident];
  });
  return { history: { asOf, settings, incidents: incidents.toSorted(compareIncidents), ids }, diagnostics };
}
