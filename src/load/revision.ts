import { compareText } from '../diagnostic/diagnostic.js';
import { Failure } from '../diagnostic/failure.js';
import { quote } from '../diagnostic/quote.js';
import { askGit } from './git.js';
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
  const found = askGit(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]);
  const commit = found?.toString('latin1').trim();
  if (commit === undefined || commit === '') {
    const isRepository = askGit(root, ['rev-parse', '--git-dir']) !== undefined;
    throw new Failure(
      isRepository
        ? `git knows no revision ${quote(name)} here; in CI, fetch it first`
        : `${root} is in no repository of git, or git is not installed`,
    );
  }
  const blobs = listBlobs(root, commit);
  return { commit: commit.slice(0, 10), project: createProject(root, readBlobs(root, blobs)) };
}

/** The files of the project by their paths from its root; neither links nor submodules. */
function listBlobs(root: string, commit: string): ReadonlyMap<string, string> {
  const listed = askGit(root, ['ls-tree', '-r', '-z', commit, '--', incidentsFolder, settingsPath]);
  const blobs = new Map<string, string>();
  for (const line of (listed ?? Buffer.alloc(0)).toString('utf8').split('\0')) {
    const [, id, path] = /^100\d{3} blob ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
    if (id !== undefined && path !== undefined) blobs.set(path, id);
  }
  return blobs;
}

/** The bytes of files by their paths. git gives each behind a line with its id, kind and size. */
function readBlobs(root: string, blobs: ReadonlyMap<string, string>): ReadonlyMap<string, Buffer> {
  const ids = [...blobs.values()];
  const answer = askGit(root, ['cat-file', '--batch'], `${ids.join('\n')}\n`) ?? Buffer.alloc(0);
  const files = new Map<string, Buffer>();
  let at = 0;
  for (const path of blobs.keys()) {
    const end = answer.indexOf('\n', at);
    const [, size] = /^[0-9a-f]+ blob (\d+)$/.exec(answer.toString('latin1', at, end)) ?? [];
    // One that is not there, as in a partial clone, has only the line.
    if (size !== undefined) files.set(path, answer.subarray(end + 1, end + 1 + Number(size)));
    at = end + 1 + (size === undefined ? 0 : Number(size) + 1);
  }
  return files;
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
  };
}
