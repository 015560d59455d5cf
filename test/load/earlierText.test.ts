import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createEarlierTexts } from '../../src/load/earlierText.js';
import { createRepository, openRepository, type Repository } from '../repository.js';

const path = 'incidents/2026 spring/a.md';

function createFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'afterword earlier '));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function write(folder: string, text: string, at = path): void {
  mkdirSync(dirname(join(folder, at)), { recursive: true });
  writeFileSync(join(folder, at), text);
}

/** A repository in whose last commit the file has this text. */
function begin(text = 'one\n'): { folder: string } & Repository {
  const folder = createFolder();
  const repository = createRepository(folder);
  write(folder, text);
  repository.commit();
  return { folder, ...repository };
}

/** A clone of it, on a branch of its own. */
function clone(from: string, ...args: string[]): { folder: string } & Repository {
  const folder = createFolder();
  openRepository(folder).git('clone', '-q', ...args, `file://${from}`, '.');
  const repository = openRepository(folder);
  repository.git('checkout', '-q', '-b', 'mine');
  return { folder, ...repository };
}

const find = (folder: string, text: string, at = path) => createEarlierTexts(folder)(at, text);

it('is what the last commit has, where the file has changed since', () => {
  const { folder } = begin();
  expect(find(folder, 'two\n')).toBe('one\n');
  expect(find(folder, 'one\n')).toBeUndefined();
  expect(find(folder, 'two\n', 'incidents/new.md')).toBeUndefined();
  expect(find(folder, 'two\n', 'incidents')).toBeUndefined();
});

it('is the same with the ends of lines of Windows and with a byte order mark', () => {
  const { folder, commit } = begin('one\nline\n');
  expect(find(folder, 'one\r\nline\r\n')).toBeUndefined();
  write(folder, '\uFEFFone\n');
  commit();
  expect(find(folder, 'one\n')).toBeUndefined();
});

it('is told of a project in a folder of its repository, and of none outside of any', () => {
  const { folder, commit } = begin();
  write(join(folder, 'status pages'), 'inner\n');
  commit();
  expect(find(join(folder, 'status pages'), 'x\n')).toBe('inner\n');
  const outside = createFolder();
  write(outside, 'one\n');
  expect(find(outside, 'two\n')).toBeUndefined();
});

it('on a branch is what the branch has in common with the default branch of origin', () => {
  const main = begin('agreed\n');
  const mine = clone(main.folder);
  write(mine.folder, 'proposed\n');
  mine.commit();
  expect(find(mine.folder, 'proposed\n'), 'a change that is committed is still one').toBe('agreed\n');
  expect(find(mine.folder, 'agreed\n')).toBeUndefined();

  write(main.folder, 'moved on\n');
  main.commit();
  mine.git('fetch', '-q');
  expect(find(mine.folder, 'proposed\n'), 'what others changed meanwhile is not ours').toBe('agreed\n');
  mine.git('merge', '-q', '-s', 'ours', 'origin/main');
  expect(find(mine.folder, 'proposed\n')).toBe('moved on\n');

  mine.git('remote', 'set-head', 'origin', '--delete');
  expect(find(mine.folder, 'proposed\n'), 'as after a checkout in CI').toBe('moved on\n');
});

it('is the last commit again once everything is on the default branch', () => {
  const main = begin('agreed\n');
  write(main.folder, 'later\n');
  main.commit();
  const mine = clone(main.folder);
  expect(find(mine.folder, 'later\n')).toBeUndefined();
  expect(find(mine.folder, 'changed\n')).toBe('later\n');
});

it('falls back to the last commit in a shallow clone', () => {
  const main = begin('old\n');
  write(main.folder, 'new\n');
  main.commit();
  const mine = clone(main.folder, '--depth', '1');
  write(mine.folder, 'mine\n');
  mine.commit();
  expect(find(mine.folder, 'mine\n')).toBe('new\n');
  mine.git('checkout', '-q', '--orphan', 'alone');
  mine.commit();
  expect(find(mine.folder, 'mine\n')).toBeUndefined();
  expect(find(mine.folder, 'other\n')).toBe('mine\n');
});

it('is found in worktrees and in submodules', () => {
  const { folder, git } = begin();
  const worktree = join(createFolder(), 'work tree');
  git('worktree', 'add', '-q', '-b', 'aside', worktree);
  expect(find(worktree, 'two\n')).toBe('one\n');

  const outer = begin('outer\n');
  outer.git('submodule', '--quiet', 'add', `file://${folder}`, 'status');
  outer.commit();
  expect(find(join(outer.folder, 'status'), 'two\n')).toBe('one\n');
  expect(find(outer.folder, 'two\n', `status/${path}`), 'another repository').toBeUndefined();
});

it('says nothing where the repository is damaged', () => {
  const { folder } = begin();
  rmSync(join(folder, '.git/objects'), { recursive: true });
  expect(find(folder, 'two\n')).toBeUndefined();
});

it('runs nothing that the configuration of the repository names', () => {
  const { folder, git } = begin();
  const ran = join(folder, 'ran');
  writeFileSync(join(folder, 'run.sh'), `#!/bin/sh\ntouch '${ran}'\ncat\n`, { mode: 0o755 });
  for (const key of ['core.fsmonitor', 'filter.x.smudge', 'filter.x.clean', 'diff.x.textconv', 'core.pager'])
    git('config', key, join(folder, 'run.sh'));
  write(folder, '*.md filter=x diff=x\n', '.gitattributes');
  expect(find(folder, 'two\n')).toBe('one\n');
  expect(existsSync(ran)).toBe(false);
});

it('is found where git keeps names in sixty-four digits', () => {
  const folder = createFolder();
  openRepository(folder).git('init', '-q', '--object-format=sha256');
  write(folder, 'one\n');
  openRepository(folder).commit();
  expect(find(folder, 'two\n')).toBe('one\n');
  expect(find(folder, 'one\n')).toBeUndefined();
});
