import { findGitFolder, findRef } from './git/gitFolder.js';
import { findRepository } from './repository.js';

/**
 * The commit that is checked out where a folder lies, as git's hexadecimal digits; undefined where there is none, or where it is kept
 * in a way that we do not know. Git itself is not asked: what a repository's configuration says can make it run programs.
 */
export function findCommit(folder: string): string | undefined {
  const git = findGitFolder(findRepository(folder));
  return git && findRef(git, 'HEAD');
}
