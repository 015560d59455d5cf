import { join } from 'node:path';
import type { Step } from './journal.js';
import { hasContent, readSiteFolder } from './siteFolder.js';
import { findClash, refuseSitePaths } from './sitePath.js';

/** One file of a site: its path below the site's folder, with `/`. */
export interface SiteFile {
  path: string;
  content: string | Uint8Array;
}

/** A site as it is to be. */
export interface SiteToWrite {
  /** The name of its folder. */
  name: string;
  /** The file that says which files a build wrote, and that a folder is a site of ours. */
  record: string;
  outputs: readonly SiteFile[];
}

/** How a site gets from what is on disk to what it is to be. */
export interface Plan {
  name: string;
  /** What has to be written beside it first. */
  fresh: SiteFile[];
  steps: Step[];
  /** Files that are new, other than before, or gone. */
  changed: number;
}

/**
 * When at most this share of a site's files is written, they are put in place one by one; else all of it is written and
 * swapped. It hangs on nothing but what is on disk and what is to be there.
 */
const few = 1 / 4;

/** Compares a site with what is on disk. Throws a `Failure` when its folder, or one of its paths, cannot be written. */
export function createPlan({ name, record, outputs }: SiteToWrite, out: string): Plan {
  refuseSitePaths(
    name,
    outputs.map(({ path }) => path),
  );
  const folder = join(out, name);
  const { exists, files } = readSiteFolder(folder, record);
  const written = outputs.filter(
    ({ path, content }) => !files.has(path) || !hasContent(join(folder, path), content),
  );
  const wanted = new Set(outputs.map(({ path }) => path));
  const gone = [...files].filter((path) => !wanted.has(path)).toSorted();
  const changed = written.length + gone.length;
  if (changed === 0) return { name, fresh: [], steps: [], changed };

  // A file whose name changed in case alone would be deleted again where both names are one.
  const isFew = exists && written.length <= outputs.length * few && !findClash([...wanted, ...gone]);
  if (!isFew) return { name, fresh: [...outputs], steps: [{ do: 'swap', site: name }], changed };
  const steps: Step[] = [
    ...written
      .map(({ path }): Step & { do: 'put' } => ({ do: 'put', site: name, path }))
      .toSorted((a, b) => rankOf(a.path, record) - rankOf(b.path, record) || (a.path < b.path ? -1 : 1)),
    ...gone.map((path): Step => ({ do: 'delete', site: name, path })),
  ];
  return { name, fresh: written, steps, changed };
}

/** What others lead to comes before what leads there: pictures and styles, pages, lists of pages, feeds, the record. */
function rankOf(path: string, record: string): number {
  if (path === record) return 1000;
  if (/\.(?:atom|xml|json|ics|csv|txt)$/.test(path)) return 900;
  if (!/\.(?:html|md)$/.test(path)) return 0;
  // The deeper a page lies the fewer lists it is one of.
  return 100 - Math.min(path.split('/').length, 99);
}
