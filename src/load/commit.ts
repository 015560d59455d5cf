import { askGit } from './git.js';

/**
 * The commit that a name stands for where a folder lies, in git's hexadecimal digits; undefined where there is none, no
 * repository or no git.
 */
export function findCommit(folder: string, name = 'HEAD'): string | undefined {
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`];
  return askGit(folder, args)?.toString('latin1').trim() || undefined;
}
