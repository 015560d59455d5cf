import { createPublicService, createPublicSeverities, createPublicSite } from '../audience/publicSite.js';
import { findInferences } from '../audience/inference.js';
import { readProject, type Project } from '../load/project.js';
import { readRevision } from '../load/revision.js';
import type { SourceFile } from '../load/sourceFile.js';
import { documentId } from '../parse/document.js';
import {
  renderReviewMarkdown,
  renderReviewText,
  type PublicReview,
  type ReviewedIncident,
} from '../report/publicReview.js';
import type { Settings } from '../settings/settings.js';
import { setAside } from './guard.js';
import { printDiagnostics } from './printDiagnostics.js';
import { isBlocked, understand, type Understood } from './project.js';
import { listPublicChange } from './publicChange.js';
import { renderPublicTexts } from './publicText.js';
import type { CommonOptions, ExitCode, Terminal } from './terminal.js';
import { findWanted } from './wantedFiles.js';

export type PreviewFormat = 'text' | 'markdown';

export interface PreviewSinceOptions extends CommonOptions {
  /** Only these files are shown; empty: all. */
  files: string[];
  /** What it is compared with, as git names it: `origin/main`, `HEAD~1`, a tag. */
  since: string;
  format: PreviewFormat;
}

/**
 * Prints what becomes public, changes in public or stops being public, compared with a revision of git: as text, or as a comment on
 * a pull request. 1 when it cannot be published so.
 */
export async function previewSince(options: PreviewSinceOptions, terminal: Terminal): Promise<ExitCode> {
  const read = readProject(options.root);
  const wanted = findWanted(options.files, read);
  const { commit, project: earlier } = readRevision(read.root, options.since);
  const isNear = createNearness(read, earlier);
  const now = await understand(setAside(read, terminal, isNear), terminal.findAsOf, isNear);
  const stops = now.diagnostics.filter(({ blocks, rule }) => blocks && rule !== 'public-text-differs');
  if (stops.length > 0) printDiagnostics({ ...terminal, print: terminal.note }, read, stops);
  if (!now.history) return 1;
  const then = earlier && (await understand(setAside(earlier, terminal, isNear), terminal.findAsOf, isNear));

  const isShown = (path: string): boolean => options.files.length === 0 || wanted.has(path);
  const review: PublicReview = {
    base: `${options.since} (${commit})`,
    incidents: await listChanged(then, now, isNear, isShown),
    site: { before: describeSite(then?.history?.settings), after: describeSite(now.history.settings) },
  };
  const render = options.format === 'markdown' ? renderReviewMarkdown : renderReviewText;
  terminal.print(render(review, listPublicChange));
  return isBlocked(stops) ? 1 : 0;
}

/** The files that can read otherwise now: those that changed, and those that name one of them; all where the settings changed. */
function createNearness(now: Project, then: Project | undefined): (path: string) => boolean {
  if (!then || then.settings.text !== now.settings.text) return () => true;
  const before = new Map(then.incidents.map((file) => [file.path, file.text]));
  const after = new Map(now.incidents.map((file) => [file.path, file.text]));
  const paths = [...new Set([...before.keys(), ...after.keys(), ...now.unreadable, ...then.unreadable])];
  const changed = new Set(paths.filter((path) => before.get(path) !== after.get(path)));
  const ids = [...changed].map(documentId);
  const isNaming = ({ text }: SourceFile): boolean => ids.some((id) => text.includes(id));
  const near = new Set([...changed, ...[...then.incidents, ...now.incidents].filter(isNaming).map(({ path }) => path)]); // prettier-ignore
  return (path) => near.has(path);
}

async function listChanged(
  then: Understood | undefined,
  now: Understood,
  isNear: (path: string) => boolean,
  isShown: (path: string) => boolean,
): Promise<ReviewedIncident[]> {
  const [before, after] = [await listTexts(then, isNear), await listTexts(now, isNear)];
  const ids = [...new Set([...after.keys(), ...before.keys()])];
  return ids.flatMap((id): ReviewedIncident[] => {
    const [old, own] = [before.get(id)?.text, after.get(id)];
    if (old === own?.text || !isShown(own?.path ?? before.get(id)?.path ?? '')) return [];
    const incident = now.history?.incidents.find((one) => one.id === id);
    const since = incident?.publication?.since;
    return [
      {
        before: old,
        after: own?.text,
        from: since && now.history && since.first > now.history.asOf ? since.words : undefined,
        inferences: incident && own ? findInferences(incident, own.text.slice(own.text.indexOf('\n\n'))) : [],
        differs: now.diagnostics.some(
          ({ path, rule }) => rule === 'public-text-differs' && path === own?.path,
        ),
      },
    ];
  });
}

/** What customers read, or will read, by the ids of incidents, in the order of the history. */
async function listTexts(
  understood: Understood | undefined,
  isNear: (path: string) => boolean,
): Promise<Map<string, { path: string; text: string }>> {
  const { history, documents, pictures } = understood ?? {};
  if (!history || !documents || !pictures) return new Map();
  const texts = await renderPublicTexts({ history, documents, pictures }, isNear);
  return new Map([...texts].map(([path, text]) => [documentId(path), { path, text }]));
}

/** What of the settings stands on pages, a line each. */
function describeSite(settings: Settings | undefined): string {
  if (!settings) return '';
  const { brand, weights, ...site } = createPublicSite(settings);
  const services = settings.services.filter(({ internal }) => !internal).map(createPublicService);
  const lines = [
    ...Object.entries({ ...site, ...brand }).map(([key, value]) => `${key}: ${spell(value)}`),
    ...Object.entries(weights).map(([level, weight]) => `weight of ${level}: ${weight}`),
    ...createPublicSeverities(settings).map(({ rank, label, major }) => `severity ${rank}: ${label}${major ? ', major' : ''}`), // prettier-ignore
    ...services.map(({ id, name, group, since }) => `service ${id}: ${[name, group, since?.words].filter(Boolean).join(', ')}`), // prettier-ignore
  ];
  return `${lines.join('\n')}\n`;
}

function spell(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
