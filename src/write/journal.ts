import { Failure } from '../diagnostic/failure.js';
import { findBytes, move, removeFile, showPath, syncFolder, writeFile } from './disk.js';
import { isSitePath } from './sitePath.js';
import type { Workplace } from './workplace.js';

/**
 * One thing that remains to be done when all that is new lies in the workplace. Each can be done again without harm, so
 * that another process can go on where one died.
 */
export type Step =
  /** Puts a file in place, over the one that was there. */
  | { do: 'put'; site: string; path: string }
  | { do: 'delete'; site: string; path: string }
  /** Puts a whole site in place of the one that was there. */
  | { do: 'swap'; site: string };

/** Notes what remains to be done: from here on the new sites are those that will stand. */
export function writeJournal({ journal, folder }: Workplace, steps: readonly Step[]): void {
  const draft = `${journal}.new`;
  writeFile(draft, `${JSON.stringify({ generator: 'afterword', steps })}\n`);
  move(draft, journal);
  syncFolder(folder);
}

/** What remains to be done; undefined when there is no journal. Throws a `Failure` when it is none of ours. */
export function readJournal({ journal, folder }: Workplace): Step[] | undefined {
  const bytes = findBytes(journal);
  if (!bytes) return undefined;
  const steps = parseSteps(bytes.toString());
  if (!steps)
    throw new Failure(
      `${showPath(journal)} is not what a build writes there; delete ${showPath(folder)} and build again`,
    );
  return steps;
}

/** Strikes the journal out: nothing remains to be done. */
export function removeJournal({ journal, folder }: Workplace): void {
  removeFile(journal);
  syncFolder(folder);
}

/** Paths lead nowhere but into a site and its workplace, whoever wrote the journal. */
function parseSteps(text: string): Step[] | undefined {
  try {
    const { generator, steps } = JSON.parse(text) as { generator?: unknown; steps?: unknown };
    if (generator !== 'afterword' || !Array.isArray(steps)) return undefined;
    return steps.every(isStep) ? steps : undefined;
  } catch {
    return undefined;
  }
}

function isStep(data: unknown): data is Step {
  if (typeof data !== 'object' || data === null) return false;
  const step = data as Record<string, unknown>;
  if (typeof step['site'] !== 'string' || !/^[a-z]+$/.test(step['site'])) return false;
  if (step['do'] === 'swap') return true;
  return (
    (step['do'] === 'put' || step['do'] === 'delete') &&
    typeof step['path'] === 'string' &&
    isSitePath(step['path'])
  );
}
