import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import { listIncidentFolder, isFolder } from './incidentFolder.js';
import { findRepository } from './repository.js';
import { shippedFolder } from './template.js';

/** A folder that is to hold a project: what is there already. */
export interface Ground {
  /** Absolute. */
  root: string;
  /** The folder's own name. */
  name: string;
  /** The repository it belongs to, absolute; the folder itself where there is none. */
  repository: string;
  /** The project's folder from the repository's, with `/`; `.` where they are one. */
  inRepository: string;
  /** The branch that is checked out; undefined where nobody can tell. */
  branch: string | undefined;
  /** Whether there is an incident file already. */
  hasIncidents: boolean;
}

/** Looks at a folder, which need not exist. */
export function readGround(folder: string): Ground {
  const root = resolve(folder);
  const repository = findRepository(root);
  const incidents = join(root, 'incidents');
  return {
    root,
    name: basename(root),
    repository,
    inRepository: relative(repository, root).split(sep).join('/') || '.',
    branch: findBranch(repository),
    hasIncidents: isFolder(incidents) && listIncidentFolder(root, incidents, []).markdown.length > 0,
  };
}

/** Reads a file that every project begins with, by its path below `templates/`. */
export function readSeed(path: string): string {
  return readFileSync(join(shippedFolder(), path), 'utf8');
}

/** Whether something, of whatever kind, has a path. */
export function isTaken(path: string): boolean {
  return existsSync(path) || statSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** The text of a file; undefined when there is none. */
export function findText(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8').replace(/^\uFEFF/, '') : undefined;
}

function findBranch(repository: string): string | undefined {
  const head = join(repository, '.git', 'HEAD');
  if (statSync(head, { throwIfNoEntry: false })?.isFile() !== true) return undefined;
  return /^ref: refs\/heads\/([\w./-]+)\s*$/.exec(readFileSync(head, 'utf8'))?.[1];
}
