import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { understandProject, type Understood } from '../src/commands/project.js';

/** A small project on disk, for the length of a test. */
export interface Workspace {
  root: string;
  /** Writes a file, with the folders above it. */
  file: (path: string, text: string | Uint8Array) => void;
  /** Reads the project as of 22 November 2026. */
  understand: () => Promise<Understood>;
  /** What is wrong with it, as `path:line rule`. */
  check: () => Promise<string[]>;
}

/** A project with the settings that the rules' examples have, and no incident. */
export function createWorkspace(): Workspace {
  const root = mkdtempSync(join(tmpdir(), 'afterword workspace '));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const file: Workspace['file'] = (path, text) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  file('site/site.yaml', readFileSync(join(import.meta.dirname, 'rules/site.yaml')));
  const understand: Workspace['understand'] = () => understandProject(root, () => '2026-11-22');
  return {
    root,
    file,
    understand,
    check: async () =>
      (await understand()).diagnostics.map(
        ({ path, place, level, rule }) => `${path}${place ? `:${place.start.line}` : ''} ${level} ${rule}`,
      ),
  };
}
