import { spawnSync } from 'node:child_process';

/** More than the texts of ten thousand postmortems. */
const most = 1024 * 1024 * 1024;

/**
 * What git answers of the repository that a folder lies in; undefined where there is no git, no repository, or git refuses.
 * Nothing is written, fetched or asked of anybody, and no program of the repository's configuration is run by what is asked here.
 */
export function askGit(folder: string, args: readonly string[], input = ''): Buffer | undefined {
  const { GIT_DIR, GIT_WORK_TREE, GIT_INDEX_FILE, GIT_PREFIX, ...env } = process.env;
  // A hook is started with these, and they may count from another folder.
  void [GIT_DIR, GIT_WORK_TREE, GIT_INDEX_FILE, GIT_PREFIX];
  const { status, stdout } = spawnSync('git', ['-C', folder, ...args], {
    env: { ...env, GIT_OPTIONAL_LOCKS: '0', GIT_NO_LAZY_FETCH: '1', GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' },
    input,
    maxBuffer: most,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  return status === 0 ? stdout : undefined;
}
