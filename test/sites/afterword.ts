import { spawn } from 'node:child_process';
import { cp, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** The repository, which is a project too: its own example. */
export const repository = fileURLToPath(new URL('../../', import.meta.url));

const cli = path.join(repository, 'dist/cli.js');

/** What a command left for its user to see. */
export interface Ran {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs the bundled command line as a user would: in a folder, without a terminal. */
export async function runAfterword(
  folder: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<Ran> {
  const { SOURCE_DATE_EPOCH: _, FORCE_COLOR: __, ...inherited } = process.env;
  const child = spawn(process.execPath, [cli, ...args], {
    cwd: folder,
    env: { ...inherited, NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

/**
 * Copies a project into a folder of the same name outside any repository, for the length of a test. Returns the folder.
 */
export async function copyProject(project: string): Promise<string> {
  const parent = await mkdtemp(path.join(tmpdir(), 'afterword-'));
  onTestFinished(() => rm(parent, { recursive: true, force: true }));
  const folder = path.join(parent, path.basename(project));
  for (const part of ['incidents', 'site']) {
    await cp(path.join(project, part), path.join(folder, part), { recursive: true });
  }
  return folder;
}

/** The files below a folder, with `/` between folders, sorted; none when there is no such folder. */
export async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(ignoreMissing);
  return (entries ?? [])
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .toSorted();
}

/** When each file below a folder was last written, in nanoseconds. */
export async function readTimes(folder: string): Promise<Map<string, bigint>> {
  const times = new Map<string, bigint>();
  for (const file of await listFiles(folder)) {
    times.set(file, (await stat(path.join(folder, file), { bigint: true })).mtimeNs);
  }
  return times;
}

/** For what may be absent: a missing file or folder is undefined, any other failure stays one. */
export function ignoreMissing(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
  throw error;
}
