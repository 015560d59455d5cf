import { relative, resolve } from 'node:path';
import { createPublicHistory } from '../audience/createPublicHistory.js';
import { readStaticFiles } from '../load/project.js';
import { checkStaticFiles } from '../render/staticFile.js';
import { renderInternalSite } from '../render/internal/internalSite.js';
import { renderPublicSite } from '../render/public/publicSite.js';
import { renderSummary } from '../report/text.js';
import { writeSites, type SiteToWrite } from '../write/sites.js';
import { createBuildRecord } from '../render/buildRecord.js';
import { printDiagnostics } from './printDiagnostics.js';
import { isBlocked, understandProject } from './project.js';
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
  const { project, history, documents, diagnostics } = await understandProject(
    options.root,
    terminal.findAsOf,
  );
  const owed = diagnostics.filter(({ level }) => level !== 'info');
  const stops = !history || isBlocked(diagnostics) || (options.strict && owed.length > 0);
  printDiagnostics(terminal, project, stops ? diagnostics : owed);
  if (stops) {
    terminal.note(`${renderSummary(diagnostics, project.incidents.length + 1)} Nothing was written.\n`);
    return 1;
  }

  const out = resolve(options.out ?? resolve(project.root, 'out'));
  const publicHistory = createPublicHistory(history, documents);
  const record = { asOf: history.asOf, version: terminal.version };
  const sites: SiteToWrite[] = [];
  if (!options.publicOnly) {
    const outputs = renderInternalSite({ history, diagnostics, documents, publicHistory });
    sites.push({
      folder: resolve(out, 'internal'),
      record: 'build.json',
      outputs: [...outputs, createBuildRecord('build.json', outputs, record)],
    });
  }
  const pages = renderPublicSite(publicHistory);
  const carried = readStaticFiles(project.root);
  const collisions = checkStaticFiles(carried, pages);
  if (collisions.length > 0) {
    printDiagnostics(terminal, project, collisions);
    terminal.note(`${renderSummary(collisions, carried.length)} Nothing was written.\n`);
    return 1;
  }
  const outputs = [...pages, ...carried];
  sites.push({
    folder: resolve(out, 'public'),
    record: 'api/build.json',
    outputs: [...outputs, createBuildRecord('api/build.json', outputs, record)],
  });

  // The public site comes last: it is written when everything else has been.
  for (const { folder, files, changed } of writeSites(sites, project.root)) {
    const state = changed === 0 ? 'nothing changed' : `${changed} changed`;
    terminal.print(`${relative(terminal.cwd, folder)}: ${files} files, ${state}\n`);
  }
  terminal.note(`${renderSummary(diagnostics, project.incidents.length + 1)}\n`);
  return 0;
}
