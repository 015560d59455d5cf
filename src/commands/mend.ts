import { createPublicHistory } from '../audience/createPublicHistory.js';
import type { Diagnostic, Fix } from '../diagnostic/diagnostic.js';
import { applyEdits } from '../diagnostic/edit.js';
import type { Project } from '../load/project.js';
import { understand, type Understood } from './project.js';

/** Something that was mended, or left since customers would see the difference or the build would stop. */
export interface Mended {
  diagnostic: Diagnostic;
  fix: Fix;
}

/** A project after its safe fixes, and what became of each. */
export interface MendedProject {
  project: Project;
  applied: Mended[];
  /** Fixes that would have changed what customers see, or stopped a build. */
  left: Mended[];
}

/** Mending one thing can bring another to light; a file in which this goes on for longer is not ours to mend. */
const maxRounds = 25;

/**
 * Applies the safe fixes of some files in memory, until there are none. The public history is the same before and after,
 * for every day to come and also for drafts: a fix that changes it is left to its author.
 */
export async function mendProject(
  project: Project,
  isWanted: (path: string) => boolean,
  findAsOf: (zone: string) => string,
): Promise<MendedProject> {
  const applied: Mended[] = [];
  const left: Mended[] = [];
  let current = project;
  let understood = await understand(current, findAsOf);
  for (let round = 0; round < maxRounds && understood.history; round++) {
    const known = new Set(left.map(describe));
    const candidates = understood.diagnostics
      .flatMap((diagnostic) => findSafeFix(diagnostic) ?? [])
      .filter((one) => isWanted(one.diagnostic.path) && !known.has(describe(one)));
    const chosen = withoutOverlaps(candidates);
    if (chosen.length === 0) break;
    let accepted = chosen;
    let next = await understand(withFixes(current, chosen), findAsOf);
    if (!isHarmless(understood, next)) {
      accepted = await filter(chosen, (one) => isUnseen(current, one, findAsOf));
      left.push(...chosen.filter((one) => !accepted.includes(one)));
      next = await understand(withFixes(current, accepted), findAsOf);
      // Each of them alone does no harm, and together they do.
      if (!isHarmless(understood, next)) {
        left.push(...accepted);
        continue;
      }
    }
    applied.push(...accepted);
    current = withFixes(current, accepted);
    understood = next;
  }
  return { project: current, applied, left };
}

function findSafeFix(diagnostic: Diagnostic): Mended | undefined {
  const fix = diagnostic.fixes?.find((one) => one.safe);
  return fix && { diagnostic, fix };
}

/** The first fix of those that touch the same text; the others get their turn in the next round, if they still hold. */
function withoutOverlaps(candidates: readonly Mended[]): Mended[] {
  const chosen: Mended[] = [];
  for (const candidate of candidates) {
    const overlaps = chosen.some(
      (one) =>
        one.diagnostic.path === candidate.diagnostic.path &&
        one.fix.edits.some(({ range: [from, to] }) =>
          candidate.fix.edits.some(({ range: [start, end] }) => start <= to && from <= end),
        ),
    );
    if (!overlaps) chosen.push(candidate);
  }
  return chosen;
}

function withFixes(project: Project, mended: readonly Mended[]): Project {
  const change = <F extends { path: string; text: string }>(file: F): F => {
    const edits = mended.flatMap(({ diagnostic, fix }) => (diagnostic.path === file.path ? fix.edits : []));
    return edits.length === 0 ? file : { ...file, text: applyEdits(file.text, edits) };
  };
  return { ...project, settings: change(project.settings), incidents: project.incidents.map(change) };
}

/** Whether a fix alone changes nothing that customers see: of its own file, or, where it mends the settings, of any. */
async function isUnseen(
  project: Project,
  mended: Mended,
  findAsOf: (zone: string) => string,
): Promise<boolean> {
  const { path } = mended.diagnostic;
  const isOwn = path !== project.settings.path;
  const incidents = isOwn ? project.incidents.filter((file) => file.path === path) : project.incidents;
  const alone: Project = { ...project, incidents };
  const before = await understand(alone, findAsOf);
  const after = await understand(withFixes(alone, [mended]), findAsOf);
  return isHarmless(before, after);
}

/** Whether customers see the same, and nothing stops a build that did not before. */
function isHarmless(before: Understood, after: Understood): boolean {
  const count = ({ diagnostics }: Understood): number => diagnostics.filter(({ blocks }) => blocks).length;
  return describePublic(before) === describePublic(after) && count(after) <= count(before);
}

/**
 * Everything that customers see or will see, as text: on a day after all days, with every draft taken for final. The
 * words in which an author wrote a time are not among it.
 */
function describePublic({ history, documents }: Understood): string {
  if (!history) return '';
  const incidents = history.incidents.map((incident) => ({ ...incident, status: 'final' as const }));
  const whole = createPublicHistory({ ...history, asOf: '9999-12-31', incidents }, documents);
  return JSON.stringify(whole, (key, value: unknown) => (key === 'words' ? undefined : value));
}

function describe({ diagnostic, fix }: Mended): string {
  return `${diagnostic.path} ${diagnostic.rule} ${diagnostic.message} ${fix.edits.map(({ text }) => text).join(' ')}`;
}

async function filter<T>(list: readonly T[], test: (one: T) => Promise<boolean>): Promise<T[]> {
  const kept: T[] = [];
  for (const one of list) if (await test(one)) kept.push(one);
  return kept;
}
