import { tidy } from './disk.js';
import { refuseGround } from './ground.js';
import { listenWhile } from './interrupt.js';
import { takeLock, type Lock } from './lock.js';
import { completeJournal, leaveWorkplace } from './recovery.js';
import { workplaceOf } from './workplace.js';

/** Where sites are to be written. */
export interface Ground {
  /** The folder that gets them, absolute. */
  out: string;
  /** The names of their folders in it. */
  sites: readonly string[];
  /** The project's folder. */
  root: string;
}

/**
 * Does the work of a build while nobody else writes these sites. What another build left undone is completed first. When
 * a signal wants the process to end, it ends with 128 and the signal's number, and leaves the old sites or the new ones.
 * Throws a `Failure` when the folder must not be written, or when somebody else writes it.
 */
export async function holdSites<Result>(
  { out, sites, root }: Ground,
  work: (lock: Lock) => Promise<Result>,
): Promise<Result> {
  refuseGround(out, sites, root);
  let lock: Lock | undefined;
  const leave = (): void => {
    const held = lock;
    lock = undefined;
    if (held) tidy(() => leaveWorkplace(held));
  };
  return listenWhile(async () => {
    try {
      lock = takeLock(workplaceOf(out));
      completeJournal(lock.workplace);
      const result = await work(lock);
      leaveWorkplace(lock);
      lock = undefined;
      return result;
    } catch (error) {
      leave();
      throw error;
    }
  }, leave);
}
