import { realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join, parse, relative, resolve, sep } from 'node:path';
import { Failure } from '../diagnostic/failure.js';
import { attempt, codeOf, findStats, showPath } from './disk.js';
import { isSite } from './siteFolder.js';

/** The folders of a project that hold what somebody wrote. */
const ownFolders = ['incidents', 'templates', 'site', '.git'];

/**
 * Refuses to build where something would be lost or mixed up: in place of the project, the home folder or the root, in the
 * project's own folders, in another site or another project, through a link. Folders are compared by what they are on
 * disk, so that neither a link nor another spelling nor a second mount hides one. Throws a `Failure`.
 */
export function refuseGround(out: string, sites: readonly string[], root: string): void {
  const folders = sites.map((site) => join(out, site));
  refuseFile(out);
  const outId = findIdentity(out);
  const kept = [resolve(root), homedir(), parse(out).root];
  if (kept.some((folder) => folder === out || isSame(findIdentity(folder), outId)))
    throw new Failure(`${showPath(out)} cannot be an output: choose a folder of its own, such as out`);

  // Replacing one of these would take what lies in them along.
  const above = new Set([resolve(root), homedir()].flatMap((folder) => listIdentities(realPath(folder))));
  const rootLine = new Set(listIdentities(realPath(resolve(root))));
  const taken = new Map<string, string>();
  for (const folder of folders) {
    if (findStats(folder)?.isSymbolicLink()) {
      throw new Failure(
        `${showPath(folder)} is a symbolic link, which would be replaced; name the folder it leads to with --out`,
      );
    }
    const id = findIdentity(folder);
    if (id !== undefined && above.has(id))
      throw new Failure(`${showPath(folder)} cannot be an output: choose a folder of its own, such as out`);
    const own = findOwnFolder(folder, resolve(root));
    if (own !== undefined)
      throw new Failure(`${showPath(folder)} cannot be an output: it lies in the project's own ${own}/`);
    const real = realPath(folder);
    for (let at = dirname(real); at !== dirname(at); at = dirname(at)) refuseInside(folder, at, rootLine);
    if (id === undefined) continue;
    const same = taken.get(id);
    if (same !== undefined)
      throw new Failure(`${showPath(same)} and ${showPath(folder)} are one folder; each site needs its own`);
    taken.set(id, folder);
    if (id.split(':')[0] !== outId?.split(':')[0]) {
      throw new Failure(
        `${showPath(folder)} is a file system of its own, which cannot be replaced; mount ${showPath(out)} instead`,
      );
    }
  }
}

/** The nearest thing above a folder that exists has to be one too. */
function refuseFile(out: string): void {
  let at = out;
  while (!findStats(at) && at !== dirname(at)) at = dirname(at);
  const found = attempt(at, 'read', () => statSync(at, { throwIfNoEntry: false }));
  if (!found) throw new Failure(`${showPath(at)} is a link that leads nowhere`);
  if (!found.isDirectory()) throw new Failure(`${showPath(at)} is not a folder`);
}

/** `above` is a folder in which another one lies. */
function refuseInside(folder: string, above: string, rootLine: ReadonlySet<string>): void {
  if (isSite(above))
    throw new Failure(
      `${showPath(folder)} cannot be an output: it lies in a site that was built at ${above}`,
    );
  const id = findIdentity(above);
  if (id !== undefined && rootLine.has(id)) return;
  if (findIdentity(join(above, 'site', 'site.yaml')) !== undefined)
    throw new Failure(`${showPath(folder)} cannot be an output: it lies in another project, ${above}`);
}

/** Which of the project's own folders a folder lies in, also where that has yet to be made. */
function findOwnFolder(folder: string, root: string): string | undefined {
  const [name = ''] = relative(realPath(root), realPath(folder)).split(sep);
  const line = listIdentities(realPath(folder));
  return ownFolders.find((own) => {
    const id = findIdentity(join(root, own));
    return own === name.toLowerCase() || (id !== undefined && line.includes(id));
  });
}

/** A path without links, as far as it exists. */
function realPath(path: string): string {
  const found = findIdentity(path) !== undefined;
  if (found) return attempt(path, 'read', () => realpathSync.native(path));
  const parent = dirname(path);
  return parent === path ? path : join(realPath(parent), basename(path));
}

/** What a folder and those above it are on disk, as far as they exist. */
function listIdentities(path: string): string[] {
  const found = findIdentity(path);
  const rest = dirname(path) === path ? [] : listIdentities(dirname(path));
  return found === undefined ? rest : [found, ...rest];
}

function isSame(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && one === other;
}

/** The device and the number of what is at a path; undefined when nothing is. */
function findIdentity(path: string): string | undefined {
  try {
    const found = attempt(path, 'read', () => statSync(path, { bigint: true, throwIfNoEntry: false }));
    return found && `${found.dev}:${found.ino}`;
  } catch (error) {
    if (codeOf(error) === 'ENOTDIR') return undefined;
    throw error;
  }
}
