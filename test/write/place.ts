import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { holdSites } from '../../src/write/hold.js';
import { writeSites, type SiteToWrite } from '../../src/write/sites.js';

/** A folder in which sites are built, for the length of a test. */
export interface Place {
  root: string;
  /** Writes a file, with the folders above it. */
  file: (path: string, text: string) => void;
  read: (path: string) => string;
  /** Builds sites into `out`, or into another folder; how many files changed in each. */
  build: (sites: Record<string, Record<string, string>>, out?: string) => Promise<number[]>;
}

export function createPlace(): Place {
  const root = mkdtempSync(join(tmpdir(), 'afterword write '));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  return {
    root,
    file: (path, text) => {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    },
    read: (path) => readFileSync(join(root, path), 'utf8'),
    build: async (sites, out = join(root, 'out')) => {
      const toWrite = Object.entries(sites).map(([name, files]) => createSite(name, files));
      const written = await holdSites({ out, root, sites: Object.keys(sites) }, (lock) =>
        writeSites(toWrite, lock),
      );
      return written.map(({ changed }) => changed);
    },
  };
}

/** A site with its record. */
function createSite(name: string, files: Record<string, string>): SiteToWrite {
  const record = {
    generator: 'afterword',
    files: Object.fromEntries(Object.keys(files).map((path) => [path, ''])),
  };
  const outputs = Object.entries({ ...files, 'build.json': JSON.stringify(record) });
  return { name, record: 'build.json', outputs: outputs.map(([path, content]) => ({ path, content })) };
}
