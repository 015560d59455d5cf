import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { findCommit } from '../../src/load/commit.js';

function createFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'afterword-commit-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Runs git in a folder, whatever the machine's own settings are. */
function git(folder: string, ...args: string[]): string {
  const env = { PATH: process.env['PATH'], HOME: folder, GIT_CONFIG_NOSYSTEM: '1' };
  const who = ['-c', 'user.name=Kim', '-c', 'user.email=kim@example.com', '-c', 'init.defaultBranch=main'];
  return execFileSync('git', [...who, ...args], { cwd: folder, env, encoding: 'utf8' }).trim();
}

/** A repository with a commit; returns its folder and the commit. */
function createRepository(): { folder: string; commit: string } {
  const folder = createFolder();
  git(folder, 'init', '-q');
  git(folder, 'commit', '-q', '--allow-empty', '-m', 'Begin');
  return { folder, commit: git(folder, 'rev-parse', 'HEAD') };
}

describe('the commit of a folder', () => {
  it('is that of its branch, from every folder of the repository', () => {
    const { folder, commit } = createRepository();
    mkdirSync(join(folder, 'status/incidents'), { recursive: true });
    expect(commit).toMatch(/^[0-9a-f]{40}$/);
    expect(findCommit(folder)).toBe(commit);
    expect(findCommit(join(folder, 'status'))).toBe(commit);
  });

  it('is found in packed branches, also beside those whose names end alike', () => {
    const { folder, commit } = createRepository();
    git(folder, 'commit', '-q', '--allow-empty', '-m', 'Go on');
    git(folder, 'branch', 'other/refs/heads/main', commit);
    git(folder, 'pack-refs', '--all');
    expect(findCommit(folder)).toBe(git(folder, 'rev-parse', 'HEAD'));
    expect(findCommit(folder)).not.toBe(commit);
  });

  it('is the one that is checked out, without a branch too', () => {
    const { folder, commit } = createRepository();
    git(folder, 'commit', '-q', '--allow-empty', '-m', 'Go on');
    git(folder, 'checkout', '-q', commit);
    expect(findCommit(folder)).toBe(commit);
  });

  it('is that of a worktree, whose branches are kept elsewhere', () => {
    const { folder, commit } = createRepository();
    const worktree = join(createFolder(), 'worktree');
    git(folder, 'worktree', 'add', '-q', '-b', 'aside', worktree);
    git(folder, 'commit', '-q', '--allow-empty', '-m', 'Go on');
    expect(findCommit(worktree)).toBe(commit);
  });
});

describe('no commit is told', () => {
  it('without a repository, and before the first commit', () => {
    const folder = createFolder();
    expect(findCommit(folder)).toBeUndefined();
    git(folder, 'init', '-q');
    expect(findCommit(folder)).toBeUndefined();
  });

  const secret = '0123456789abcdef0123456789abcdef01234567';

  it.each([
    ['a branch out of the repository', 'ref: refs/heads/../../../secret'],
    ['a path that is no branch', 'ref: ../secret'],
    ['an absolute path', 'ref: /etc/hostname'],
    ['text that is no commit', 'the password is hunter2'],
    ['a commit and more', `${secret} more`],
    ['nothing', ''],
  ])('where HEAD holds %s', (_, head) => {
    const folder = createFolder();
    mkdirSync(join(folder, '.git/refs/heads'), { recursive: true });
    writeFileSync(join(folder, 'secret'), secret);
    writeFileSync(join(folder, '.git/HEAD'), head);
    expect(findCommit(folder)).toBeUndefined();
  });

  it('where a branch is no commit', () => {
    const { folder } = createRepository();
    writeFileSync(join(folder, '.git/refs/heads/main'), 'not a commit\n');
    expect(findCommit(folder)).toBeUndefined();
  });
});
