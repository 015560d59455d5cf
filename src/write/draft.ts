import { dirname, join } from 'node:path';
import { attempt, codeOf, listFolder, removeFile, tidy, writeFile } from './disk.js';

/**
 * Writes what is to become a file beside it, and lets `put` put it in place in one step. On any failure nothing lies beside
 * the file. A draft is hidden, so that nobody takes it for a postmortem; what dead processes left of theirs is deleted.
 */
export function writeDraft(
  file: string,
  content: string | Uint8Array,
  mode: number,
  put: (draft: string) => void,
): void {
  const folder = dirname(file);
  for (const name of listFolder(folder)) {
    const [, pid] = /^\.afterword-(\d+)\.tmp$/.exec(name) ?? [];
    if (pid !== undefined && !isRunning(Number(pid))) tidy(() => removeFile(join(folder, name)));
  }
  const draft = join(folder, `.afterword-${process.pid}.tmp`);
  try {
    writeFile(draft, content, mode);
    put(draft);
  } catch (error) {
    tidy(() => removeFile(draft));
    // Nobody knows the draft; what cannot be written is the file.
    if (codeOf(error) === undefined) throw error;
    attempt(file, 'written', () => {
      throw (error as Error).cause;
    });
  }
}

/** This process has no draft from before: a number that is its own was another's. */
function isRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
