import { execFileSync } from 'node:child_process';

/** A git repository of a test's own. */
export interface Repository {
  /** Runs git in it, and returns what it prints. */
  git: (...args: string[]) => string;
  /** Commits everything as it is; returns the commit. */
  commit: () => string;
}

/** Makes a folder a repository, whatever the machine's own settings of git are. */
export function createRepository(folder: string): Repository {
  const repository = openRepository(folder);
  repository.git('init', '-q');
  return repository;
}

/** The same for a folder that is one already, as a clone or a worktree is. */
export function openRepository(folder: string): Repository {
  const env = { PATH: process.env['PATH'], HOME: folder, GIT_CONFIG_NOSYSTEM: '1' };
  const who = ['-c', 'user.name=Kim', '-c', 'user.email=kim@example.com', '-c', 'init.defaultBranch=main'];
  // Submodules and clones lie beside each other in these tests.
  const git: Repository['git'] = (...args) =>
    execFileSync('git', [...who, '-c', 'protocol.file.allow=always', ...args], {
      cwd: folder,
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    }).trim();
  return {
    git,
    commit: () => {
      git('add', '-A');
      git('commit', '-q', '--allow-empty', '-m', 'Change');
      return git('rev-parse', 'HEAD');
    },
  };
}
