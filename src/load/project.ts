import { existsSync, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { compareText, type Diagnostic } from '../diagnostic/diagnostic.js';
import { Failure } from '../diagnostic/failure.js';
import { isFolder, isInside, listIncidentFolder, projectPath } from './incidentFolder.js';
import { pictureBytes, readProjectFile, type ReadFile } from './projectFile.js';
import { createEarlierTexts, type FindEarlierText } from './earlierText.js';
import type { SourceFile } from './sourceFile.js';
import { readStaticFolder, type StaticFile } from './staticFolder.js';
import { createFileProblem, readTextFile } from './textFile.js';

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
  /** Paths of the texts that were accepted for customers, in the folder of incidents. */
  accepted: string[];
  diagnostics: Diagnostic[];
  /** Whether a file exists; the path is relative to the root, and one that leaves it does not exist. */
  fileExists: (path: string) => boolean;
  /** What git has of a file. */
  findEarlierText: FindEarlierText;
  /** The company's own style sheet, where there is one. */
  theme: SourceFile | undefined;
  /** Reads a text that was accepted, by its path from the root; why it cannot be read is a diagnostic. */
  readAccepted: (path: string, diagnostics: Diagnostic[]) => SourceFile | undefined;
  /** The bytes of a file of the project; 0 where there is none. */
  sizeOf: (path: string) => number;
  /** Reads a picture below `incidents`, by its path from the root. */
  readPicture: (path: string) => ReadFile;
  /** The files of `site/static`; read once. */
  readStatic: () => { files: readonly StaticFile[]; diagnostics: readonly Diagnostic[] };
}

export const settingsPath = 'site/site.yaml';
export const incidentsFolder = 'incidents';
const themePath = 'site/theme.css';

/** The texts of a project that a report may quote, by their paths. */
export function listTexts({ settings, theme, incidents }: Project): ReadonlyMap<string, string> {
  const files = [settings, ...(theme ? [theme] : []), ...incidents];
  return new Map(files.map(({ path, text }) => [path, text]));
}

/** The project with other texts of incident files, by their paths; nothing is written. */
export function replaceTexts(project: Project, texts: ReadonlyMap<string, string>): Project {
  const incidents = project.incidents.map((file) => ({ ...file, text: texts.get(file.path) ?? file.text }));
  return { ...project, incidents };
}

/** The project with another path for one of its incident files; nothing is written. */
export function replacePath(project: Project, from: string, to: string): Project {
  const incidents = project.incidents
    .map((file) => (file.path === from ? { ...file, path: to } : file))
    .toSorted((a, b) => compareText(a.path, b.path));
  return { ...project, incidents };
}

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
  if (!isInside(root, settingsFile)) {
    throw new Failure(
      `${settingsPath} in ${folder} is reached by a symbolic link that leads out of the project; put the file itself there`,
    );
  }
  const diagnostics: Diagnostic[] = [];
  const settings = readTextFile(root, settingsPath, diagnostics);
  if (!settings) throw new Failure(`${settingsPath} cannot be read: ${diagnostics[0]?.message ?? ''}`);

  const incidents: SourceFile[] = [];
  const unreadable: string[] = [];
  const folderOfIncidents = join(root, incidentsFolder);
  const hasIncidents = isFolder(folderOfIncidents) && isInside(root, folderOfIncidents);
  const { markdown, pictures, accepted } = hasIncidents
    ? listIncidentFolder(root, folderOfIncidents, diagnostics)
    : { markdown: [], pictures: [], accepted: [] };
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
    accepted,
    diagnostics,
    fileExists: (path) => existsInside(root, path),
    findEarlierText: createEarlierTexts(root),
    theme: readTheme(root, diagnostics),
    readAccepted: (path, found) => readTextFile(root, path, found),
    sizeOf: (path) => statSync(join(root, path), { throwIfNoEntry: false })?.size ?? 0,
    readPicture: (path) => readProjectFile(root, path, pictureBytes),
    readStatic: createStaticReader(root),
  };
}

function readTheme(root: string, diagnostics: Diagnostic[]): SourceFile | undefined {
  const file = join(root, themePath);
  if (!existsSync(file)) return undefined;
  if (isInside(root, file)) return readTextFile(root, themePath, diagnostics);
  const message = 'This is a symbolic link that leads out of the project';
  diagnostics.push(createFileProblem(themePath, 'file-link', message, 'Put the file itself here.'));
  return undefined;
}

function createStaticReader(root: string): Project['readStatic'] {
  let known: ReturnType<Project['readStatic']> | undefined;
  return () => {
    if (known) return known;
    const diagnostics: Diagnostic[] = [];
    known = { files: readStaticFolder(root, diagnostics), diagnostics };
    return known;
  };
}

function existsInside(root: string, path: string): boolean {
  const absolute = resolve(root, path);
  return absolute.startsWith(root + sep) && existsSync(absolute) && isInside(root, absolute);
}
