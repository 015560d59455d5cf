import { createHash } from 'node:crypto';
import { findCommit } from './commit.js';
import { askGit, listBlobs, readBlobs } from './git.js';
import { decodeTextFile } from './textFile.js';

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
 * where no such commit is at hand, those of the current commit. Nothing is asked before the first question.
 */
export function createEarlierTexts(root: string): FindEarlierText {
  let blobs: ReadonlyMap<string, string> | undefined;
  return (path, text) => {
    blobs ??= listBase(root);
    const id = blobs.get(path);
    if (id === undefined || isBlobOf(text, id) || isBlobOf(text.replaceAll('\r\n', '\n'), id))
      return undefined;
    const bytes = readBlobs(root, [id]).get(id);
    const earlier = bytes && decodeTextFile(path, bytes)?.text;
    return earlier === text ? undefined : earlier;
  };
}

/** The files of the base commit. */
function listBase(root: string): ReadonlyMap<string, string> {
  const known = askGit(root, ['for-each-ref', '--format=%(refname)', ...defaultBranches])?.toString('utf8').split('\n'); // prettier-ignore
  const branch = defaultBranches.find((name) => known?.includes(name));
  const common = branch === undefined ? undefined : askGit(root, ['merge-base', 'HEAD', branch]);
  const base = common?.toString('latin1').trim() ?? findCommit(root);
  return base === undefined ? new Map() : listBlobs(root, base, ['.']);
}

/** Whether git would keep a text under this name. */
function isBlobOf(text: string, id: string): boolean {
  const bytes = Buffer.from(text);
  const kind = id.length === 40 ? 'sha1' : 'sha256';
  return createHash(kind).update(`blob ${bytes.length}\0`).update(bytes).digest('hex') === id;
}
