import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { repository, runAfterword } from './afterword.js';

/** A site as it lies on disk after a build. */
export interface BuiltSite {
  /** For the names of tests, e.g. "northwind public". */
  name: string;
  audience: 'public' | 'internal';
  folder: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    builtSites: BuiltSite[];
  }
}

/** The projects whose pages are looked at: our own example, and a whole imaginary company. */
const projects = [
  { name: 'example', root: repository },
  { name: 'northwind', root: path.join(repository, 'test/sites/northwind') },
];

/** Builds the projects once for all tests of pages. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const out = await mkdtemp(path.join(tmpdir(), 'afterword-sites-'));
  const sites: BuiltSite[] = [];
  for (const { name, root } of projects) {
    const folder = path.join(out, name);
    const built = await runAfterword(root, ['build', '--out', folder, '--as-of', '2026-11-22']);
    if (built.code !== 0) throw new Error(`${name} cannot be built:\n${built.stdout}${built.stderr}`);
    for (const audience of ['public', 'internal'] as const) {
      sites.push({ name: `${name} ${audience}`, audience, folder: path.join(folder, audience) });
    }
  }
  provide('builtSites', sites);
  return () => rm(out, { recursive: true, force: true });
}
