import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/**
 * The folder of the repository that a folder belongs to: the nearest one upward that holds `.git`, which is a folder, or
 * a file in worktrees and submodules. The folder itself when there is none.
 */
export function findRepository(folder: string): string {
  const start = resolve(folder);
  for (let at = start; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) return start;
  }
}
