import type { Diagnostic } from '../../../diagnostic/diagnostic.js';
import { judge } from '../../../judge/judge.js';
import type { Incident } from '../../../model/incident.js';
import type { Tracker } from '../tracker.js';

/** What speaks of the day on which a text became final, or of an incident that goes on: that is told by itself. */
const notMissing = new Set(['policy-finished', 'policy-public', 'open-long']);

/**
 * What each unfinished report still lacks, by the path of its file: what the rules would find if it called itself final, and do not
 * find yet. So a draft is asked for the same as a final report of its severity and policies, no more and no less.
 */
export function findStillMissing(
  unfinished: readonly Incident[],
  { history, documents, pictures, owedOf }: Tracker,
): ReadonlyMap<string, readonly Diagnostic[]> {
  const asFinal = new Map(
    unfinished.map((incident) => [incident, { ...incident, status: 'final' as const }]),
  );
  const finalDocuments = new Map(documents);
  for (const { id } of unfinished) {
    const document = documents.get(id);
    if (document) {
      finalDocuments.set(id, { ...document, data: { ...(document.data as object), status: 'final' } });
    }
  }
  const known = new Set(
    unfinished.flatMap((incident) => owedOf(incident).map((one) => keyOf(one.diagnostic))),
  );
  const paths = new Set(unfinished.map(({ path }) => path));
  const found = judge({
    history: { ...history, incidents: history.incidents.map((one) => asFinal.get(one) ?? one) },
    documents: finalDocuments,
    pictures,
    // Files and secrets are looked for when the project is checked; a status changes nothing about them.
    fileExists: () => true,
    findSecrets: () => [],
    isWanted: (path) => paths.has(path),
  }).filter((one) => one.level !== 'info' && !notMissing.has(one.rule) && !known.has(keyOf(one)));
  return new Map([...paths].map((path) => [path, found.filter((one) => one.path === path)]));
}

function keyOf({ path, rule, place, message }: Diagnostic): string {
  return [path, rule, place?.start.offset, message].join('\n');
}
