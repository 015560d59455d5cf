import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { compareText, type Diagnostic } from '../diagnostic/diagnostic.js';
import { Failure } from '../diagnostic/failure.js';
import { isFolder, isInside, listIncidentFolder, projectPath } from './incidentFolder.js';
import type { SourceFile } from './sourceFile.js';
import { readTextFile } from './textFile.js';

export { projectPath };

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
  /** Paths of the pictures in the folder of incidents. */
  pictures: string[];
  diagnostics: Diagnostic[];
  /** Whether a file exists; the path is relative to the root, and one that leaves it does not exist. */
  fileExists: (path: string) => boolean;
}

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
  const settings = readTextFile(root, settingsPath, diagnostics);
  if (!settings) throw new Failure(`${settingsPath} cannot be read: ${diagnostics[0]?.message ?? ''}`);

  const incidents: SourceFile[] = [];
  const unreadable: string[] = [];
  const folderOfIncidents = join(root, incidentsFolder);
  const hasIncidents = isFolder(folderOfIncidents) && isInside(root, folderOfIncidents);
  const { markdown, pictures } = hasIncidents
    ? listIncidentFolder(root, folderOfIncidents, diagnostics)
    : { markdown: [], pictures: [] };
  for (const path of markdown) {
    const file = readTextFile(root, path, diagnostics);
    if (file) incidents.push(file);
    else unreadable.push(path);
  }
  return {
    root,
    settings,
    hasIncidents,
    incidents,
    unreadable,
    pictures,
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

function existsInside(root: string, path: string): boolean {
  const absolute = resolve(root, path);
  return absolute.startsWith(root + sep) && existsSync(absolute) && isInside(root, absolute);
}
