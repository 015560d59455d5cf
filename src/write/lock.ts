import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../diagnostic/failure.js';
import {
  attempt,
  codeOf,
  findBytes,
  listFolder,
  makeFolder,
  move,
  removeEmptyFolder,
  removeFile,
  removeTree,
  showPath,
  tidy,
  writeFile,
} from './disk.js';
import { describeSelf, findHolder, judgeHolder, type Holder } from './holder.js';
import { makeWorkplace, removeWorkplace, type Workplace } from './workplace.js';

/*
 * A lock is a folder with one note in it, which names who holds it and has a name that no other note ever has. It is made
 * elsewhere and renamed into place: that fails where a note lies already, so that a lock always names its holder. The
 * lock of a dead process is taken over by deleting that note, by its name: who was slow to judge cannot delete the note
 * of who was faster. Then all who want it try again, and one gets it.
 */

/** The right to write the sites of a folder, until it is released. */
export interface Lock {
  workplace: Workplace;
  note: string;
  /** Folders that were made for it. */
  made: readonly string[];
}

/** Somebody else writes, or may write, the sites. */
export class LockedFailure extends Failure {
  override name = 'LockedFailure';
  /** Whether it is known that the holder lives. */
  readonly isAlive: boolean;
  constructor(message: string, isAlive: boolean) {
    super(message);
    this.isAlive = isAlive;
  }
}

/** Takes the lock of a workplace, which it makes. Throws a `LockedFailure` that names who has it. */
export function takeLock(workplace: Workplace): Lock {
  const name = randomUUID();
  const draft = join(workplace.folder, `lock-${name}`);
  const note = `${name}.json`;
  const made = new Set<string>();
  try {
    // Others may take it, release it and tidy up in between, each once in a build.
    for (let tries = 0; tries < 100; tries++) {
      for (const folder of makeWorkplace(workplace)) made.add(folder);
      try {
        makeFolder(draft);
        writeFile(join(draft, note), `${JSON.stringify(describeSelf())}\n`);
        move(draft, workplace.lock);
        return { workplace, note: join(workplace.lock, note), made: [...made] };
      } catch (error) {
        tidy(() => removeTree(draft));
        const code = codeOf(error) ?? '';
        const isTaken = code === 'ENOTEMPTY' || code === 'EEXIST' || (code === 'EPERM' && isWindows);
        // Who released it just now may have deleted the workplace.
        if (!isTaken && code !== 'ENOENT') throw error;
        if (isTaken) clearDead(workplace.lock);
      }
    }
    throw new Failure(`${showPath(workplace.lock)} cannot be taken: others take it all the time`);
  } catch (error) {
    tidy(() => removeWorkplace(workplace, [...made]));
    throw error;
  }
}

const isWindows = process.platform === 'win32';

/** Gives the lock back, and deletes the folders that were made for it and stayed empty. */
export function releaseLock({ workplace, note, made }: Lock): void {
  removeFile(note);
  removeEmptyFolder(workplace.lock);
  removeWorkplace(workplace, made);
}

/** Deletes what a dead process left of its lock. Throws when the holder lives, or cannot be judged. */
function clearDead(lock: string): void {
  for (const name of listFolder(lock)) {
    const note = join(lock, name);
    const bytes = findBytes(note);
    if (!bytes) continue;
    const holder = findHolder(parseJson(bytes.toString()));
    const verdict = holder ? judgeHolder(holder) : 'unknown';
    if (verdict !== 'dead') throw createRefusal(lock, note, holder, verdict === 'alive');
    removeFile(note);
  }
  removeEmptyFolder(lock);
}

function createRefusal(lock: string, note: string, holder: Holder | undefined, isAlive: boolean): Failure {
  const out = showPath(join(lock, '..', '..'));
  if (!holder)
    return new LockedFailure(
      `${out} is locked, and ${showPath(note)} does not say by whom; ${wayOut(lock)}`,
      false,
    );
  const since = attempt(note, 'read', () => statSync(note, { throwIfNoEntry: false }))?.mtime.toISOString();
  const who = `process ${holder.pid} on ${holder.host}${since === undefined ? '' : ` since ${since}`}`;
  return isAlive
    ? new LockedFailure(`${out} is being built by ${who}; wait until it has ended`, true)
    : new LockedFailure(`${out} is locked by ${who}, which cannot be seen from here; ${wayOut(lock)}`, false);
}

const wayOut = (lock: string): string => `if that build has ended, delete ${showPath(lock)}`;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
