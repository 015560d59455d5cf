import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../../src/commands/build.js';
import { createExampleFiles } from '../rules/example.js';
import { createWorkspace, type Workspace } from '../workspace.js';

/** A project whose incidents are given by their bodies' shown and withheld sections, and what a build makes of it. */
export interface PictureProject extends Workspace {
  build: () => Promise<Built>;
}

export interface Built {
  code: number;
  printed: string;
  /** Paths below `out`, e.g. `public/index.html`, and contents as bytes in latin1. */
  files: ReadonlyMap<string, string>;
}

/** The incident of all these tests: one section that is shown, one that is withheld. */
export const page = 'incidents/2026-03-14-checkout-down/index.html';

export function createPictureProject(
  shown: string,
  files: Record<string, string | Uint8Array> = {},
  withheld = 'Nothing.',
): PictureProject {
  const workspace = createWorkspace();
  const { root, file } = workspace;
  const text = `public:
  since: 2026-03-20
  show: [summary, impact]
  sections: [What happened]
  withheld: [Notes]
---

## What happened

${shown}

## Notes

${withheld}
`;
  for (const one of createExampleFiles(text)) file(one.path, one.text);
  for (const [path, content] of Object.entries(files)) file(path, content);
  return { ...workspace, build: () => buildAll(root) };
}

async function buildAll(root: string): Promise<Built> {
  let printed = '';
  const code = await build(
    { root, out: undefined, publicOnly: false, strict: false },
    {
      print: (words) => (printed += words),
      note: (words) => (printed += words),
      color: false,
      cwd: root,
      version: '0.0.0',
      findAsOf: () => '2026-11-22',
    },
  );
  return { code, printed, files: readAll(join(root, 'out')) };
}

function readAll(folder: string): Map<string, string> {
  if (!existsSync(folder)) return new Map();
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        return [path.slice(folder.length + 1), readFileSync(path, 'latin1')];
      }),
  );
}
