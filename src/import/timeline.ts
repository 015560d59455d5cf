import { Failure } from '../diagnostic/failure.js';
import { spellScalar } from '../parse/yamlScalar.js';
import type { Settings } from '../settings/settings.js';
import { parseWhen } from '../time/parseWhen.js';
import { resolveWhen } from '../time/resolveWhen.js';
import { spellWhen } from '../time/spellWhen.js';
import type { When } from '../time/when.js';
import { readCsv } from './csv.js';
import type { ImportContext, ImportedEntry, ImportedTimeline } from './importedEntry.js';
import { findPagerDutyNames, readPagerDuty } from './pagerDuty.js';
import { readPastedLines } from './pastedLines.js';
import { createRoles } from './roles.js';
import { findSlackNames, readSlack } from './slack.js';

/** What a timeline can be made of. */
export const timelineFormats = ['slack', 'pagerduty', 'csv', 'text'] as const;
export type TimelineFormat = (typeof timelineFormats)[number];

type File = { name: string; text: string };

interface Reader {
  read: (files: readonly File[], context: ImportContext) => ImportedTimeline;
  findNames?: (files: readonly File[]) => Set<string>;
}

const readers: Record<TimelineFormat, Reader> = {
  slack: { read: readSlack, findNames: findSlackNames },
  pagerduty: { read: readPagerDuty, findNames: findPagerDutyNames },
  csv: { read: readCsv },
  text: { read: readPastedLines },
};

/** What of a record becomes a timeline. */
export interface TimelineSource extends Omit<ImportContext, 'roles'> {
  format: TimelineFormat;
  files: readonly File[];
  /** Files that only say who there is, such as Slack's `users.json`. */
  people: readonly File[];
  /** Only what certainly was within this time, as one writes it; undefined: all. */
  window: string | undefined;
}

/** More entries than this nobody reads, nor sorts out by hand. */
const mostEntries = 300;

/** Reads another tool's record as entries of a timeline. Throws a `Failure` where that cannot be done. */
export function readTimeline(source: TimelineSource, settings: Settings): ImportedTimeline {
  const { read, findNames } = readers[source.format];
  const names = findNames?.([...source.files, ...source.people]) ?? [];
  const timeline = read(source.files, { ...source, roles: createRoles(settings, names) });
  const window = source.window === undefined ? undefined : readWindow(source.window, source.zone);
  const entries = timeline.entries.filter(({ when }) => !window || isWithin(when, window));
  const left = timeline.entries.length - entries.length;
  if (entries.length === 0)
    throw new Failure(`There is nothing in it that can be put into a timeline${left > 0 ? `: ${left} entries are outside the window` : ''}`); // prettier-ignore
  if (entries.length > mostEntries) {
    const way = source.format === 'slack' ? '--window, --pinned or --emoji' : '--window';
    throw new Failure(`These are ${entries.length} entries, at most ${mostEntries} make a timeline; choose with ${way}`); // prettier-ignore
  }
  const notes = left === 0 ? timeline.notes : [...timeline.notes, `${left} entries are outside the window.`];
  return { entries, notes };
}

function readWindow(written: string, zone: string): When {
  const parsed = parseWhen(written);
  const resolved = parsed.ok ? resolveWhen(parsed.form, { zone, field: 'scheduled' }) : parsed;
  if (!resolved.ok)
    throw new Failure(`--window: ${resolved.message} Write e.g. "2026-03-14 09:00 .. 2026-03-14 18:00"`);
  return resolved.when;
}

function isWithin({ anchor }: When, { earliest, latest }: When): boolean {
  if (anchor === null) return false;
  return (earliest === null || anchor >= earliest) && (latest === null || anchor < latest);
}

/** The lines of the `timeline` of a file, prose under `>`. */
export function spellTimeline(entries: readonly ImportedEntry[]): string[] {
  return ['timeline:', ...entries.flatMap(spellEntry)];
}

function spellEntry({ when, kind, text, evidence }: ImportedEntry): string[] {
  return [
    `  - at: ${spellScalar(spellWhen(when))}`,
    ...(kind === undefined ? [] : [`    kind: ${kind}`]),
    '    text: >',
    ...wrap(text).map((line) => `      ${line}`),
    ...(evidence === undefined ? [] : [`    evidence: ${JSON.stringify(evidence)}`]),
  ];
}

/** Lines of some hundred characters; a word is never broken. */
function wrap(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < 100) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
