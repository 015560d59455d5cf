import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compareText, type Diagnostic } from '../diagnostic/diagnostic.js';
import { Failure } from '../diagnostic/failure.js';
import { isInside } from './incidentFolder.js';
import type { SourceFile } from './sourceFile.js';
import { readTextFile } from './textFile.js';

/** The names of all templates: those that come with Afterword, and the project's own, which take the place of those of their name. */
export function listTemplates(root: string): string[] {
  const names = [shippedFolder(), join(root, 'templates')].flatMap(listFolder);
  return [...new Set(names)].toSorted((a, b) => rank(a) - rank(b) || compareText(a, b));
}

/** Reads a template by name: the project's own, else the one that comes with Afterword; undefined when there is none. */
export function findTemplate(root: string, name: string): SourceFile | undefined {
  const folder = [join(root, 'templates'), shippedFolder()].find((one) => listFolder(one).includes(name));
  if (folder === undefined) return undefined;
  if (folder !== shippedFolder() && !isInside(root, join(folder, `${name}.md`)))
    throw new Failure(`templates/${name}.md is reached by a symbolic link that leads out of the project`);
  const diagnostics: Diagnostic[] = [];
  const file = readTextFile(folder, `${name}.md`, diagnostics);
  if (!file) throw new Failure(`templates/${name}.md: ${diagnostics[0]?.message ?? 'it cannot be read'}`);
  return { ...file, path: `templates/${name}.md` };
}

/** The one for everything comes first. */
function rank(name: string): number {
  return name === 'postmortem' ? 0 : 1;
}

function listFolder(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((file) => (/^[\p{L}\p{N}][^\p{C}]*\.md$/u.test(file) && !/^readme\.md$/i.test(file) ? [file.slice(0, -3)] : []));
} // prettier-ignore

/** `templates/` of the package: beside `dist` where this is bundled, two folders up in `src`. */
export function shippedFolder(): string {
  const near = fileURLToPath(new URL('../templates', import.meta.url));
  return existsSync(near) ? near : fileURLToPath(new URL('../../templates', import.meta.url));
}
