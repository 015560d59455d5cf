import { lstatSync, readdirSync, readFileSync, statSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { compareText, type Diagnostic } from '../diagnostic/diagnostic.js';
import { isFolder, isInside, projectPath } from './incidentFolder.js';
import { createFileProblem } from './textFile.js';

/** A file that the public site carries along: its path below `site/static`, with `/`, and its bytes. */
export interface StaticFile {
  path: string;
  content: Uint8Array;
}

export const staticFolder = 'site/static';

/** What the folder may hold at most: many hosts of static sites take no larger file either. */
const staticLimit = { bytes: 20 * 1024 * 1024, allBytes: 200 * 1024 * 1024, files: 5000 } as const;

/**
 * The files of `site/static`, in the order of their paths; none when there is no such folder. What is hidden was not put
 * there to be published (`.git`, `.DS_Store`), but for `.well-known`. What is not read is told as a diagnostic.
 */
export function readStaticFolder(root: string, diagnostics: Diagnostic[]): StaticFile[] {
  const folder = join(root, staticFolder);
  if (!isFolder(folder)) return [];
  const refuse = (path: string, message: string, hint: string): void =>
    void diagnostics.push(createFileProblem(path, 'static-file', message, hint));
  if (!isInside(root, folder)) {
    refuse(
      staticFolder,
      'This is a symbolic link that leads out of the project',
      'Put the folder itself here.',
    );
    return [];
  }
  // Whatever it leads to in the project would be published as it is: the incidents, say.
  if (lstatSync(folder).isSymbolicLink()) {
    refuse(staticFolder, 'This is a symbolic link', 'Put the folder itself here.');
    return [];
  }
  const files: StaticFile[] = [];
  let all = 0;
  try {
    for (const { path, entry } of listEntries(folder)) {
      const own = `${staticFolder}/${path}`;
      if (entry.isSymbolicLink()) refuse(own, 'This is a symbolic link', 'Put the file itself here.');
      else if (!entry.isFile())
        refuse(own, 'This is no ordinary file', 'Put a file in its place, or remove it.');
      else {
        const { size } = statSync(join(folder, path));
        all += size;
        if (size > staticLimit.bytes)
          refuse(
            own,
            `The file has ${size} bytes, at most ${staticLimit.bytes} are carried along`,
            'Put it elsewhere, and link to it.',
          );
        else if (all > staticLimit.allBytes || files.length >= staticLimit.files) {
          refuse(
            own,
            `From here on there are more than ${staticLimit.files} files or ${staticLimit.allBytes} bytes in ${staticFolder}, at most so many are carried along`,
            'Put what is large elsewhere, and link to it.',
          );
          return files;
        } else files.push({ path, content: readFileSync(join(folder, path)) });
      }
    }
  } catch (error) {
    const { code = 'unknown error', path } = error as NodeJS.ErrnoException;
    const at = path === undefined ? staticFolder : projectPath(root, path);
    refuse(at, `This cannot be read (${code})`, 'Check that you may read it.');
  }
  return files;
}

function listEntries(folder: string): { path: string; entry: Dirent }[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => ({ path: projectPath(folder, join(entry.parentPath, entry.name)), entry }))
    .filter(({ path }) => !path.split('/').some((part) => part.startsWith('.') && part !== '.well-known'))
    .toSorted((a, b) => compareText(a.path, b.path));
}
