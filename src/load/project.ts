import { existsSync, lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { compareText, type Diagnostic } from '../diagnostic/diagnostic.js';
import { Failure } from '../diagnostic/failure.js';
import type { SourceFile } from './sourceFile.js';

/** A project's folder as read: the settings, the incident files, and what could not be read of them. */
export interface Project {
  /** Absolute. */
  root: string;
  settings: SourceFile;
  /** Whether there is a folder of incidents, in the project. */
  hasIncidents: boolean;
  /** In the order of their paths. */
  incidents: SourceFile[];
  /** Paths of incident files that exist and could not be read; their ids are taken all the same. */
  unreadable: string[];
  diagnostics: Diagnostic[];
  /** Whether a file exists; the path is relative to the root, and one that leaves it does not exist. */
  fileExists: (path: string) => boolean;
}

/** A postmortem of this size is a mistake; real ones have some 12 KB. */
const maxBytes = 2 * 1024 * 1024;

const settingsPath = 'site/site.yaml';
export const incidentsFolder = 'incidents';
const staticFolder = 'site/static';

/** Reads the project in a folder. Throws a `Failure` when there is none. */
export function readProject(folder: string): Project {
  const root = resolve(folder);
  if (!isFolder(root)) throw new Failure(`There is no folder ${folder}`);
  const settingsFile = join(root, settingsPath);
  if (!existsSync(settingsFile)) {
    throw new Failure(
      `There is no ${settingsPath} in ${folder}; is this the root of the project? (--root DIR)`,
    );
  }
  const diagnostics: Diagnostic[] = [];
  const settings = readSource(root, settingsPath, diagnostics);
  if (!settings) throw new Failure(`${settingsPath} cannot be read: ${diagnostics[0]?.message ?? ''}`);

  const incidents: SourceFile[] = [];
  const unreadable: string[] = [];
  const folderOfIncidents = join(root, incidentsFolder);
  const hasIncidents = isFolder(folderOfIncidents) && isInside(root, folderOfIncidents);
  const paths = hasIncidents ? listMarkdown(root, folderOfIncidents, diagnostics) : [];
  for (const path of paths.toSorted(compareText)) {
    const file = readSource(root, path, diagnostics);
    if (file) incidents.push(file);
    else unreadable.push(path);
  }
  return {
    root,
    settings,
    hasIncidents,
    incidents,
    unreadable,
    diagnostics,
    fileExists: (path) => existsInside(root, path),
  };
}

/** The files of `site/static`, which the public site carries along; none when there is no such folder. */
export function readStaticFiles(root: string): { path: string; content: Uint8Array }[] {
  const folder = join(root, staticFolder);
  if (!isFolder(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  return (
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => projectPath(folder, join(entry.parentPath, entry.name)))
      // What is hidden was not put there to be published: `.git`, `.DS_Store`.
      .filter((path) => !path.split('/').some((part) => part.startsWith('.')))
      .toSorted(compareText)
      .map((path) => ({ path, content: readFileSync(join(folder, path)) }))
  );
}

/** The name that a file given on the command line has among the project's diagnostics. */
export function projectPath(root: string, file: string): string {
  return relative(root, resolve(file)).split(sep).join('/');
}

function listMarkdown(root: string, folder: string, diagnostics: Diagnostic[]): string[] {
  const paths: string[] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name.startsWith('.')) continue;
    const absolute = join(folder, entry.name);
    const path = projectPath(root, absolute);
    if (entry.isSymbolicLink() && !isInside(root, absolute)) {
      diagnostics.push(
        problem(
          path,
          'file-link',
          'This is a symbolic link that leads out of the project',
          'Put the file itself here; what lies outside is not read.',
        ),
      );
    } else if (entry.isDirectory() && entry.name.endsWith('.md')) {
      diagnostics.push(
        problem(
          path,
          'file-kind',
          'This is a folder whose name ends in .md',
          'Rename the folder: names in .md are postmortems.',
        ),
      );
    } else if (entry.isSymbolicLink() && isFolder(absolute)) {
      diagnostics.push(
        problem(
          path,
          'file-link',
          'This is a symbolic link to a folder, which is not read',
          'Put the folder itself here.',
        ),
      );
    } else if (entry.isDirectory()) paths.push(...listMarkdown(root, absolute, diagnostics));
    else if (entry.name.endsWith('.md')) paths.push(path);
    else if (/\.(?:md|mdx|markdown)$/i.test(entry.name)) {
      diagnostics.push(
        problem(
          path,
          'file-kind',
          'This looks like a postmortem, but its name does not end in .md',
          'Rename the file.',
        ),
      );
    }
  }
  return paths;
}

/** A byte order mark is no part of the text: editors do not show it, and so do not count it. */
const utf8 = new TextDecoder('utf-8', { fatal: true });

function readSource(root: string, path: string, diagnostics: Diagnostic[]): SourceFile | undefined {
  const absolute = join(root, path);
  const refuse = (rule: string, message: string, hint: string): undefined => {
    diagnostics.push(problem(path, rule, message, hint));
  };
  try {
    const stat = statSync(absolute);
    if (!stat.isFile()) return refuse('file-kind', 'This is not a file', 'Put a Markdown file in its place.');
    if (stat.size > maxBytes) {
      return refuse(
        'file-size',
        `The file has ${stat.size} bytes, at most ${maxBytes} are read`,
        'Move data and logs elsewhere and link to them.',
      );
    }
    const bytes = readFileSync(absolute);
    if (bytes.includes(0))
      return refuse('file-encoding', 'The file holds NUL bytes, so it is not text', 'Save it as UTF-8.');
    return { path, text: utf8.decode(bytes) };
  } catch (error) {
    if (error instanceof TypeError)
      return refuse('file-encoding', 'The file is not UTF-8', 'Save it as UTF-8.');
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
    return refuse(
      'file-unreadable',
      `The file cannot be read (${code})`,
      'Check that it exists and that you may read it.',
    );
  }
}

function problem(path: string, rule: string, message: string, hint: string): Diagnostic {
  return { path, level: 'error', blocks: true, rule, message, hint };
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

function isInside(root: string, absolute: string): boolean {
  try {
    const real = realpathSync(absolute);
    return real.startsWith(realpathSync(root) + sep);
  } catch {
    // A link that leads nowhere is reported as unreadable, by its own name.
    return lstatSync(absolute).isSymbolicLink();
  }
}

function existsInside(root: string, path: string): boolean {
  const absolute = resolve(root, path);
  return absolute.startsWith(root + sep) && existsSync(absolute) && isInside(root, absolute);
}
