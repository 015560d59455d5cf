import { relative, resolve } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { createPublicHistory } from '../audience/createPublicHistory.js';
import { createHollowHistory } from '../audience/hollowHistory.js';
import { findCommit } from '../load/commit.js';
import { readProject, type Project } from '../load/project.js';
import { checkStaticFiles } from '../render/staticFile.js';
import { renderInternalSite } from '../render/internal/internalSite.js';
import { renderPublicSite } from '../render/public/publicSite.js';
import { proveForm, provePublic } from '../proof/prove.js';
import { renderSummary } from '../report/text.js';
import { holdSites } from '../write/hold.js';
import type { Lock } from '../write/lock.js';
import { writeSites, type SiteToWrite } from '../write/sites.js';
import { createBuildRecord, digestSite } from '../render/buildRecord.js';
import { setAside } from './guard.js';
import { printDiagnostics } from './printDiagnostics.js';
import { isBlocked, understand } from './project.js';
import type { CommonOptions, ExitCode, Terminal } from './terminal.js';

export interface BuildOptions extends CommonOptions {
  /** The folder that gets `public` and `internal`; `out` below the project's when absent. */
  out: string | undefined;
  publicOnly: boolean;
  /** What is owed stops the build too. */
  strict: boolean;
}

/** Checks the project, then writes both sites, or nothing. 1 when something blocks, or is owed with `--strict`. */
export async function build(options: BuildOptions, terminal: Terminal): Promise<ExitCode> {
  const project = setAside(readProject(options.root), terminal);
  const out = resolve(options.out ?? resolve(project.root, 'out'));
  const sites = options.publicOnly ? ['public'] : ['internal', 'public'];
  // Nobody else writes these sites from here on.
  return holdSites({ out, sites, root: project.root }, (lock) =>
    buildSites(project, options, lock, terminal),
  );
}

const pathOf = ({ path }: { path: string }): string => path;

async function buildSites(
  project: Project,
  options: BuildOptions,
  lock: Lock,
  terminal: Terminal,
): Promise<ExitCode> {
  const understood = await understand(project, terminal.findAsOf);
  const { history, documents, diagnostics, pictures, carried, card, findSecrets } = understood;
  const owed = diagnostics.filter(({ level }) => level !== 'info');
  const stops = !history || isBlocked(diagnostics) || (options.strict && owed.length > 0);
  printDiagnostics(terminal, project, stops ? diagnostics : owed);
  if (stops) {
    terminal.note(`${renderSummary(diagnostics, project.incidents.length + 1)} Nothing was written.\n`);
    return 1;
  }

  const publicHistory = createPublicHistory(history, documents, {
    pictures,
    theme: project.theme?.text,
    card,
  });
  const record = { asOf: history.asOf, version: terminal.version };
  const sites: SiteToWrite[] = [];
  // Between long steps a signal is heard.
  await turn();
  if (!options.publicOnly) {
    const outputs = renderInternalSite({ history, diagnostics, documents, publicHistory, pictures });
    proveForm(outputs, 'internal');
    sites.push({
      name: 'internal',
      record: 'build.json',
      outputs: [
        ...outputs,
        createBuildRecord('build.json', outputs, { ...record, commit: findCommit(project.root) }),
      ],
    });
  }
  await turn();
  const pages = renderPublicSite(publicHistory);
  // Judged by the names that pages were to have; this is by those that they have.
  const collisions = checkStaticFiles(carried.map(pathOf), pages.map(pathOf));
  if (collisions.length > 0) {
    printDiagnostics(terminal, project, collisions);
    terminal.note(`${renderSummary(collisions, carried.length)} Nothing was written.\n`);
    return 1;
  }
  await turn();
  provePublic(pages, {
    settings: history.settings,
    findSecrets,
    signed: publicHistory.incidents.flatMap(({ signed }) => signed ?? []),
    renderHollow: () => renderPublicSite(createHollowHistory(publicHistory)),
  });
  const outputs = [...pages, ...carried];
  const publicRecord = createBuildRecord('api/build.json', outputs, record);
  sites.push({ name: 'public', record: publicRecord.path, outputs: [...outputs, publicRecord] });

  // The public site comes last: it is written when everything else has been.
  for (const { folder, files, changed } of await writeSites(sites, lock)) {
    const state = changed === 0 ? 'nothing changed' : `${changed} changed`;
    terminal.print(`${relative(terminal.cwd, folder)}: ${files} files, ${state}\n`);
  }
  terminal.print(`Digest of the public site: sha256:${digestSite(publicRecord)}\n`);
  terminal.note(`${renderSummary(diagnostics, project.incidents.length + 1)}\n`);
  return 0;
}
