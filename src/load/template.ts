import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compareText } from '../diagnostic/diagnostic.js';
import { Failure } from '../diagnostic/failure.js';
import { isInside } from './incidentFolder.js';
import type { SourceFile } from './sourceFile.js';

/** Reads a template by name: the project's own, else the one that comes with Afterword. Throws a `Failure` naming all there are. */
export function readTemplate(root: string, name: string): SourceFile {
  const folders = [join(root, 'templates'), shippedFolder()];
  const known = folders.flatMap(listTemplates);
  const folder = folders.find((one) => listTemplates(one).includes(name));
  if (folder === undefined) {
    throw new Failure(
      `There is no template \`${name}\`; there ${known.length === 1 ? 'is' : 'are'} ${[...new Set(known)].toSorted(compareText).join(', ')}`,
    );
  }
  const path = `templates/${name}.md`;
  const file = join(folder, `${name}.md`);
  if (folder === folders[0] && !isInside(root, file))
    throw new Failure(`${path} is reached by a symbolic link that leads out of the project`);
  return { path, text: readFileSync(file, 'utf8') };
}

function listTemplates(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((file) => (file.endsWith('.md') ? [file.slice(0, -3)] : []));
}

/** `templates/` of the package: beside `dist` where this is bundled, two folders up in `src`. */
function shippedFolder(): string {
  const near = fileURLToPath(new URL('../templates', import.meta.url));
  return existsSync(near) ? near : fileURLToPath(new URL('../../templates', import.meta.url));
}
