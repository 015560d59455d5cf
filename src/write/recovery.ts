import { join, resolve } from 'node:path';
import { Failure } from '../diagnostic/failure.js';
import { showPath, tidy } from './disk.js';
import { listenWhile } from './interrupt.js';
import { readJournal, removeJournal } from './journal.js';
import { LockedFailure, releaseLock, takeLock, type Lock } from './lock.js';
import { doSteps } from './step.js';
import { clearWorkplace, isWorkplace, workplaceOf, type Workplace } from './workplace.js';

/**
 * Completes what a build that died left in the project's `out`, which every command does before anything else. Returns
 * what there is to tell of it. A build with another `--out` is completed by the next one that names it: no other
 * command knows of it. Throws a `Failure` when the disk refuses.
 */
export async function completeBuild(root: string): Promise<string | undefined> {
  const workplace = workplaceOf(join(resolve(root), 'out'));
  if (!isWorkplace(workplace)) return undefined;
  const hasJournal = readJournal(workplace) !== undefined;
  try {
    // It is done before a signal can be heard.
    return await listenWhile(
      () => {
        const lock = takeLock(workplace);
        let isCompleted = false;
        try {
          isCompleted = completeJournal(workplace);
        } catch (error) {
          tidy(() => leaveWorkplace(lock));
          throw error;
        }
        leaveWorkplace(lock);
        return isCompleted
          ? `Completed a build of ${showPath(workplace.out)} that was interrupted.`
          : undefined;
      },
      () => undefined,
    );
  } catch (error) {
    // A build that is running completes its own.
    if (error instanceof LockedFailure) return error.isAlive ? undefined : error.message;
    // What lies about and is nobody's work may stay.
    if (error instanceof Failure && !hasJournal) return undefined;
    throw error;
  }
}

/** Does what a journal says remains to be done. Whether there was one. */
export function completeJournal(workplace: Workplace): boolean {
  const steps = readJournal(workplace);
  if (!steps) return false;
  doSteps(workplace, steps);
  removeJournal(workplace);
  return true;
}

/** Tidies up and gives the lock back. What a journal still needs stays for the next command. */
export function leaveWorkplace(lock: Lock): void {
  try {
    if (!readJournal(lock.workplace)) clearWorkplace(lock.workplace);
  } finally {
    releaseLock(lock);
  }
}
