import { compareText } from '../diagnostic/diagnostic.js';
import { Failure } from '../diagnostic/failure.js';
import { quote } from '../diagnostic/quote.js';
import { findCommit } from './commit.js';
import { askGit, listBlobs, readBlobs } from './git.js';
import { kindOfFile, type Listing } from './incidentFolder.js';
import { incidentsFolder, settingsPath, type Project } from './project.js';
import type { SourceFile } from './sourceFile.js';
import { decodeTextFile } from './textFile.js';

/** What git has of a project at some commit. */
export interface Revision {
  /** The first digits of the commit, as people write them. */
  commit: string;
  /** Undefined where there was no project yet. */
  project: Project | undefined;
}

/**
 * Reads a project as it was at a revision: a branch, a tag, `HEAD~3`, whatever git understands. Without accepted texts and what
 * `site/static` carries, and without saying anything of files that could not be read then. Throws a `Failure` where git knows no
 * such revision.
 */
export function readRevision(root: string, name: string): Revision {
  const commit = findCommit(root, name);
  if (commit === undefined) {
    const isRepository = askGit(root, ['rev-parse', '--git-dir']) !== undefined;
    throw new Failure(
      isRepository
        ? `git knows no revision ${quote(name)} here; in CI, fetch it first`
        : `${root} is in no repository of git, or git is not installed`,
    );
  }
  const blobs = listBlobs(root, commit, [incidentsFolder, settingsPath]);
  const contents = readBlobs(root, blobs.values());
  const files = [...blobs].flatMap(([path, id]) => {
    const bytes = contents.get(id);
    return bytes ? [[path, bytes] as const] : [];
  });
  return { commit: commit.slice(0, 10), project: createProject(root, new Map(files)) };
}

function createProject(root: string, files: ReadonlyMap<string, Buffer>): Project | undefined {
  const readText = (path: string): SourceFile | undefined => {
    const bytes = files.get(path);
    return bytes && decodeTextFile(path, bytes);
  };
  const settings = readText(settingsPath);
  if (!settings) return undefined;
  const listOf = (kind: keyof Listing): string[] =>
    [...files.keys()]
      .filter((path) => path !== settingsPath && kindOfFile(path) === kind)
      .toSorted(compareText);
  const markdown = listOf('markdown');
  const incidents = markdown.flatMap((path) => readText(path) ?? []);
  return {
    root,
    settings,
    hasIncidents: true,
    incidents,
    unreadable: markdown.filter((path) => !incidents.some((file) => file.path === path)),
    pictures: listOf('pictures'),
    accepted: [],
    diagnostics: [],
    fileExists: (path) => files.has(path),
    theme: undefined,
    readAccepted: () => undefined,
    sizeOf: (path) => files.get(path)?.length ?? 0,
    readPicture: (path) => {
      const content = files.get(path);
      return content ? { ok: true, content } : { ok: false, message: 'does not exist', hint: '' };
    },
    readStatic: () => ({ files: [], diagnostics: [] }),
    findEarlierText: () => undefined,
  };
}
