import { readdirSync, realpathSync, statSync, lstatSync, existsSync, type Dirent } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { compareText, type Diagnostic } from '../diagnostic/diagnostic.js';
import { isAcceptedText } from './acceptedText.js';
import { createFileProblem } from './textFile.js';

/** What lies in the folder of incidents; paths are relative to the project's root, in their order. */
export interface Listing {
  /** Postmortems: files in `.md`. */
  markdown: string[];
  /** Pictures. */
  pictures: string[];
  /** Texts that were accepted for customers. */
  accepted: string[];
}

/** What of a listing a file below `incidents` is, by its path; undefined: nothing that is read. */
export function kindOfFile(path: string): keyof Listing | undefined {
  if (path.split('/').some((name) => name.startsWith('.'))) return undefined;
  if (path.endsWith('.md')) return 'markdown';
  if (picture.test(path)) return 'pictures';
  return isAcceptedText(path) ? 'accepted' : undefined;
}

const picture = /\.(?:png|jpe?g|gif|svg|webp|avif|bmp|tiff?|heic)$/i;

/** Lists the postmortems and pictures in a folder and those below it. What is not read is told as a diagnostic. */
export function listIncidentFolder(root: string, folder: string, diagnostics: Diagnostic[]): Listing {
  const listing: Listing = { markdown: [], pictures: [], accepted: [] };
  const refuse = (path: string, rule: string, message: string, hint: string): void => {
    diagnostics.push(createFileProblem(path, rule, message, hint));
  };
  const folders = [projectPath(root, folder)];
  for (let at = folders.pop(); at !== undefined; at = folders.pop()) {
    for (const entry of readFolder(root, at, diagnostics)) {
      if (entry.name.startsWith('.')) continue;
      const path = `${at}/${entry.name}`;
      const kind = kindOfFile(path);
      const absolute = `${root}${sep}${path}`;
      // Node puts this character in the place of bytes that are not UTF-8, and then finds no such file.
      if (entry.name.includes('\uFFFD') && !existsSync(absolute)) {
        refuse(
          path,
          'file-unreadable',
          'The name of this file is not UTF-8',
          'Rename it: lower-case letters, digits and hyphens.',
        );
      } else if (entry.isSymbolicLink() && !isInside(root, absolute)) {
        refuse(
          path,
          'file-link',
          'This is a symbolic link that leads out of the project',
          'Put the file itself here; what lies outside is not read.',
        );
      } else if (entry.isDirectory() && entry.name.endsWith('.md')) {
        refuse(
          path,
          'file-kind',
          'This is a folder whose name ends in .md',
          'Rename the folder: names in .md are postmortems.',
        );
      } else if (entry.isSymbolicLink() && isFolder(absolute)) {
        refuse(
          path,
          'file-link',
          'This is a symbolic link to a folder, which is not read',
          'Put the folder itself here.',
        );
      } else if (entry.isDirectory()) folders.push(path);
      else if (kind) listing[kind].push(path);
      else if (/\.(?:md|mdx|markdown)$/i.test(entry.name)) {
        refuse(
          path,
          'file-kind',
          'This looks like a postmortem, but its name does not end in .md',
          'Rename the file.',
        );
      }
    }
  }
  return {
    markdown: listing.markdown.toSorted(compareText),
    pictures: listing.pictures.toSorted(compareText),
    accepted: listing.accepted.toSorted(compareText),
  };
}

function readFolder(root: string, path: string, diagnostics: Diagnostic[]): Dirent[] {
  try {
    return readdirSync(join(root, path), { withFileTypes: true });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
    const hint =
      code === 'ENAMETOOLONG'
        ? 'Folders only group files: move what is in it further up.'
        : 'Check that it exists and that you may read it.';
    diagnostics.push(createFileProblem(path, 'file-unreadable', `The folder cannot be read (${code})`, hint));
    return [];
  }
}

/** The name that a file has among the project's diagnostics: relative to the root, with `/` between folders. */
export function projectPath(root: string, file: string): string {
  return relative(root, resolve(file)).split(sep).join('/');
}

/** Whether there is a folder of that name, or a link to one. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    // A link that leads to itself, say.
    return false;
  }
}

/** Whether what is meant by a path lies in the root, whatever links lead to it. */
export function isInside(root: string, absolute: string): boolean {
  try {
    const real = realpathSync(absolute);
    return real.startsWith(realpathSync(root) + sep);
  } catch {
    // A link that leads nowhere is reported as unreadable, by its own name.
    return lstatSync(absolute, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
  }
}
