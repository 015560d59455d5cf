import { createPublicHistory } from './audience/createPublicHistory.js';
import type { PublicHistory } from './audience/publicHistory.js';
import { isBlocked, understandProject } from './commands/project.js';
import type { Diagnostic } from './diagnostic/diagnostic.js';

/*
 * The library: a project's diagnostics and its public history as data, for programs that want more than the sites.
 */

export type * from './audience/publicHistory.js';
export type { Diagnostic, Fix, Level, Related } from './diagnostic/diagnostic.js';
export type { Edit } from './diagnostic/edit.js';
export type { Place, Point } from './diagnostic/place.js';
export { Failure } from './diagnostic/failure.js';
export type { Day } from './time/day.js';
export type { Span } from './time/span.js';
export type { When } from './time/when.js';

/**
 * Reads the project in a folder as of a day (`YYYY-MM-DD`). The history is absent while something blocks a build.
 * Throws a `Failure` when there is no project.
 */
export async function readPublicHistory(
  root: string,
  asOf: string,
): Promise<{ history: PublicHistory | undefined; diagnostics: Diagnostic[] }> {
  const understood = await understandProject(root, () => asOf);
  const { project, history, documents, diagnostics, pictures, card } = understood;
  const files = { pictures, theme: project.theme?.text, card };
  const stops = !history || isBlocked(diagnostics);
  return { history: stops ? undefined : createPublicHistory(history, documents, files), diagnostics };
}
