import { createHash } from 'node:crypto';
import { relative, sep } from 'node:path';
import { maxTextBytes } from '../textFile.js';
import { findRepository } from '../repository.js';
import { findCommonCommit, readCommit } from './commonCommit.js';
import { findGitFolder, findRef } from './gitFolder.js';
import { createObjectReader, type ReadObject } from './gitObject.js';

/**
 * What git has of a file of the project, by its path from the root: undefined where that is the text that it has now, where git
 * has no such file, and where there is no git.
 */
export type FindEarlierText = (path: string, text: string) => string | undefined;

/** Names of the branch that everybody works from: what the remote calls so, else what such branches are called. */
const defaultBranches = ['HEAD', 'main', 'master'].map((name) => `refs/remotes/origin/${name}`);

/**
 * Finds what was agreed before: the texts of the commit that the current branch has in common with the default branch of
 * `origin`, so that all changes that are not there yet are seen, whether or not they are committed; without a remote, or
 * where no such commit is near, those of the current commit. Nothing is read before the first question.
 */
export function createEarlierTexts(root: string): FindEarlierText {
  let find: ReturnType<typeof openBase>;
  let opened = false;
  return (path, text) => {
    if (!opened) find = openBase(root);
    opened = true;
    const found = find?.(path);
    if (!found || isBlobOf(text, found.id) || isBlobOf(text.replaceAll('\r\n', '\n'), found.id))
      return undefined;
    const earlier = found.read();
    return earlier === text ? undefined : earlier;
  };
}

/** What finds a file in the base commit: its name there, and its text when it is asked for. */
function openBase(
  root: string,
): ((path: string) => { id: string; read: () => string | undefined } | undefined) | undefined {
  const repository = findRepository(root);
  const git = findGitFolder(repository);
  const head = git && findRef(git, 'HEAD');
  if (!git || head?.length !== 40) return undefined;
  const read = createObjectReader(git.common);
  const remote = defaultBranches.map((name) => findRef(git, name)).find((id) => id !== undefined);
  const isAhead = remote !== undefined && remote !== head;
  const base = (isAhead ? findCommonCommit(head, remote, read) : undefined) ?? head;
  const tree = readCommit(base, read)?.tree;
  if (tree === undefined) return undefined;
  const findEntry = createTreeReader(read);
  const folders = relative(repository, root).split(sep);
  return (path) => {
    const names = [...folders, ...path.split('/')].filter((name) => name !== '');
    let id: string | undefined = tree;
    for (const name of names) id = id === undefined ? undefined : findEntry(id, name);
    return id === undefined ? undefined : { id, read: () => readText(id, read) };
  };
}

/** Finds what stands in a folder of a commit under a name; each folder is read once. */
function createTreeReader(read: ReadObject): (tree: string, name: string) => string | undefined {
  const known = new Map<string, Map<string, string>>();
  return (tree, name) => {
    let entries = known.get(tree);
    if (!entries) {
      const object = read(tree);
      entries = object?.type === 'tree' ? parseTree(object.bytes) : new Map();
      known.set(tree, entries);
    }
    return entries.get(name);
  };
}

/** A folder's list: for each entry its mode, its name, a NUL, and the twenty bytes of what it is. */
function parseTree(bytes: Buffer): Map<string, string> {
  const entries = new Map<string, string>();
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf(0, at);
    const space = bytes.indexOf(32, at);
    if (end < 0 || space < 0) break;
    entries.set(bytes.toString('utf8', space + 1, end), bytes.toString('hex', end + 1, end + 21));
    at = end + 21;
  }
  return entries;
}

function readText(id: string, read: ReadObject): string | undefined {
  const object = read(id);
  return object?.type === 'blob' && object.bytes.length <= maxTextBytes
    ? object.bytes.toString('utf8').replace(/^\uFEFF/, '')
    : undefined;
}

/** Whether git would keep a text under this name. */
function isBlobOf(text: string, id: string): boolean {
  const bytes = Buffer.from(text);
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex') === id;
}
