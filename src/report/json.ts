import * as z from 'zod';
import { countLevels, type Diagnostic } from '../diagnostic/diagnostic.js';
import type { Place, Point } from '../diagnostic/place.js';
import { createFixPlacer, type PlacedFix } from './placedFix.js';

const count = (what: string) => z.int().min(0).describe(what);

const point = z
  .strictObject({
    line: z.int().min(1).describe('Counts from 1.'),
    column: z.int().min(1).describe('Counts from 1, in UTF-16 units.'),
    offset: z
      .int()
      .min(0)
      .describe('From the beginning of the text, in UTF-16 units, without a byte order mark.'),
  })
  .describe('A point in a file.');

const path = z.string().describe('A file, relative to the current folder, with `/` between folders.');

const edit = z
  .strictObject({
    start: point,
    end: point.describe('The point behind the last character that goes.'),
    text: z.string().describe('What stands there instead.'),
  })
  .describe('What stands between two points is replaced; everything else stays, byte for byte.');

const fix = z
  .strictObject({
    title: z.string().describe('What it does.'),
    safe: z
      .boolean()
      .describe('Whether nothing else can be meant and no fact is stated: a tool may apply it unasked.'),
    edits: z.array(edit).describe('They belong together and do not overlap.'),
  })
  .describe('A change that mends it.');

const related = z
  .strictObject({ path, start: point.optional(), end: point.optional(), message: z.string() })
  .describe('Another place that explains it.');

const diagnostic = z
  .strictObject({
    path,
    start: point.optional().describe('Absent when the file as a whole is meant.'),
    end: point.optional().describe('The point behind the last character that is meant.'),
    level: z.enum(['error', 'warning', 'info']),
    blocks: z.boolean().describe('Whether it is of the kind that stops a build, as long as it is an error.'),
    rule: z.string().describe('The rule’s id; `afterword explain` says more of it.'),
    message: z.string().describe('What is wrong, in one sentence without a full stop.'),
    hint: z.string().optional().describe('The way out.'),
    fixes: z.array(fix).optional().describe('Ways to mend it; each is enough by itself.'),
    related: z.array(related).optional(),
  })
  .describe('One thing that is wrong.');

/** What `check --format json` prints: the type and the JSON Schema are made from it. */
export const reportSchema = z.strictObject({
  version: z.literal(1).describe('The version of this format.'),
  asOf: z.iso
    .date()
    .nullable()
    .describe('The day that counted as today; null when site.yaml, which knows the zone, cannot be read.'),
  counts: z.strictObject({
    error: count('How many errors there are.'),
    warning: count('How many warnings.'),
    info: count('How many remarks.'),
  }),
  diagnostics: z.array(diagnostic).describe('In the order of files and places.'),
});

/** A report as data. */
export type Report = z.output<typeof reportSchema>;

/** What the report needs besides the diagnostics. */
export interface ReportOptions {
  /** The day that counted as today; null when nobody could know. */
  asOf: string | null;
  /** A file's text by its path: edits are ranges of it. */
  textOf: (path: string) => string | undefined;
  /** How a path is shown: relative to the current folder. */
  showPath: (path: string) => string;
}

/** Makes a report of diagnostics, with the texts of no file but what a fix would write. */
export function createReport(
  diagnostics: readonly Diagnostic[],
  { asOf, textOf, showPath }: ReportOptions,
): Report {
  const placeFixes = createFixPlacer(textOf);
  return {
    version: 1,
    asOf,
    counts: countLevels(diagnostics),
    diagnostics: diagnostics.map((one) => {
      const fixes = placeFixes(one);
      return {
        path: showPath(one.path),
        ...pointsOf(one.place),
        level: one.level,
        blocks: one.blocks,
        rule: one.rule,
        message: one.message,
        ...(one.hint === undefined ? {} : { hint: one.hint }),
        ...(fixes.length === 0 ? {} : { fixes: fixes.map(createFix) }),
        ...(one.related === undefined
          ? {}
          : {
              related: one.related.map((other) => ({
                path: showPath(other.path),
                ...pointsOf(other.place),
                message: other.message,
              })),
            }),
      };
    }),
  };
}

function createFix({ title, safe, edits }: PlacedFix) {
  return {
    title,
    safe,
    edits: edits.map(({ place, text }) => ({
      start: createPoint(place.start),
      end: createPoint(place.end),
      text,
    })),
  };
}

function pointsOf(place: Place | undefined) {
  return place ? { start: createPoint(place.start), end: createPoint(place.end) } : {};
}

/** Copied key by key: what a point holds besides is not part of the format. */
function createPoint({ line, column, offset }: Point) {
  return { line, column, offset };
}
