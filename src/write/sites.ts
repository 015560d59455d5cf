import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join, parse, resolve, sep } from 'node:path';
import { Failure } from '../diagnostic/failure.js';

/** One file of a site: its path below the site's folder, with `/`. */
interface SiteFile {
  path: string;
  content: string | Uint8Array;
}

/** A site and where it goes. */
export interface SiteToWrite {
  /** Absolute. */
  folder: string;
  /** The file by which a folder is known to hold a site of ours, and no other. */
  record: string;
  outputs: readonly SiteFile[];
}

/** What became of a site. */
export interface Written {
  folder: string;
  files: number;
  /** Files that are new, other than before, or gone. */
  changed: number;
}

/**
 * Writes sites, each whole or not at all, in the order given. A site that would not change is not touched. The others
 * are first written beside their folders; only when all of them stand is one after the other put in place, by two
 * renames: between them a site may be absent, never mixed.
 *
 * Throws a `Failure` when a folder is not ours to replace, or when the disk refuses.
 */
export function writeSites(sites: readonly SiteToWrite[], root: string): Written[] {
  const staged: { site: SiteToWrite; stage: string }[] = [];
  try {
    const written = sites.map((site) => {
      refuseForeignFolder(site, root);
      completeSwap(site.folder);
      const changed = countChanges(site);
      if (changed > 0) {
        staged.push({ site, stage: stageOf(site.folder) });
        stageSite(site);
      }
      return { folder: site.folder, files: site.outputs.length, changed };
    });
    while (staged.length > 0) {
      const [next] = staged;
      if (next) swap(next.stage, next.site.folder);
      staged.shift();
    }
    return written;
  } catch (error) {
    for (const { stage } of staged) rmSync(stage, { recursive: true, force: true });
    if (error instanceof Failure) throw error;
    const { code, path, message } = error as NodeJS.ErrnoException;
    throw new Failure(
      `The sites could not be written: ${code ?? message}${path === undefined ? '' : ` at ${path}`}`,
    );
  }
}

/** A folder is replaced only when a build made it, or when it is empty. */
function refuseForeignFolder({ folder, record }: SiteToWrite, root: string): void {
  const inside = (outer: string, inner: string): boolean =>
    inner === outer || inner.startsWith(outer.endsWith(sep) ? outer : outer + sep);
  const parents = [resolve(root), homedir(), parse(folder).root];
  if (parents.includes(dirname(folder)) || inside(folder, resolve(root)) || inside(folder, homedir())) {
    throw new Failure(`${folder} cannot be an output: choose a folder of its own, such as out`);
  }
  for (const own of ['incidents', 'templates', 'site']) {
    if (inside(join(resolve(root), own), folder))
      throw new Failure(`${folder} cannot be an output: it lies in the project's own ${own}/`);
  }
  for (let above = dirname(folder); above !== dirname(above); above = dirname(above)) {
    if (isSite(above))
      throw new Failure(`${folder} cannot be an output: it lies in a site that was built at ${above}`);
  }
  if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()) {
    throw new Failure(
      `${folder} is a symbolic link, which would be replaced; name the folder it leads to with --out`,
    );
  }
  if (!existsSync(folder)) return;
  if (!statSync(folder).isDirectory()) throw new Failure(`${folder} is not a folder`);
  if (existsSync(join(folder, record)) || readdirSync(folder).length === 0) return;
  throw new Failure(
    `${folder} holds files that no build wrote (there is no ${record} in it); choose another --out, or empty it`,
  );
}

/** Whether a folder holds a site, by the record of its build. */
function isSite(folder: string): boolean {
  return ['build.json', 'api/build.json'].some((record) => {
    const file = join(folder, record);
    return existsSync(file) && readFileSync(file, 'utf8').includes('"generator": "afterword"');
  });
}

const stageOf = (folder: string): string => join(dirname(folder), `.${basename(folder)}.new`);
const asideOf = (folder: string): string => join(dirname(folder), `.${basename(folder)}.old`);

/** After a build that was killed between the two renames the old site comes back; what it left beside goes. */
function completeSwap(folder: string): void {
  const aside = asideOf(folder);
  if (existsSync(aside) && !existsSync(folder)) renameSync(aside, folder);
  rmSync(aside, { recursive: true, force: true });
  rmSync(stageOf(folder), { recursive: true, force: true });
}

/** Writes a site beside its folder. */
function stageSite({ folder, outputs }: SiteToWrite): void {
  const stage = stageOf(folder);
  const made = new Set<string>();
  for (const { path, content } of outputs) {
    const target = join(stage, path);
    const parent = dirname(target);
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    // Two outputs of one path would be a bug of ours: fail rather than choose.
    writeFileSync(target, content, { flag: 'wx' });
  }
}

function swap(stage: string, folder: string): void {
  const aside = asideOf(folder);
  if (existsSync(folder)) renameSync(folder, aside);
  renameSync(stage, folder);
  rmSync(aside, { recursive: true, force: true });
}

function countChanges({ folder, outputs }: SiteToWrite): number {
  const existing = new Set(existsSync(folder) ? listFiles(folder) : []);
  let changed = 0;
  for (const { path, content } of outputs) {
    if (!existing.delete(path)) changed++;
    else if (!readFileSync(join(folder, path)).equals(Buffer.from(content))) changed++;
  }
  return changed + existing.size;
}

function listFiles(folder: string, prefix = ''): string[] {
  return readdirSync(join(folder, prefix), { withFileTypes: true }).flatMap((entry) => {
    const path = `${prefix}${entry.name}`;
    return entry.isDirectory() ? listFiles(folder, `${path}/`) : [path];
  });
}
