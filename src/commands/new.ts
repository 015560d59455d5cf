import { relative, resolve } from 'node:path';
import { Failure } from '../diagnostic/failure.js';
import { applyEdits, type Edit } from '../diagnostic/edit.js';
import { incidentsFolder, readProject } from '../load/project.js';
import { readTemplate } from '../load/template.js';
import { parseDocument } from '../parse/document.js';
import { findRange } from '../parse/yaml.js';
import { spellScalar } from '../parse/yamlScalar.js';
import { createSettings } from '../settings/createSettings.js';
import { dayOf } from '../time/day.js';
import { parseWhen } from '../time/parseWhen.js';
import { resolveWhen } from '../time/resolveWhen.js';
import { describeWayOut, withoutStop } from '../validate/schema/value.js';
import { printable } from '../report/printable.js';
import { writeNewFile } from '../write/newFile.js';
import type { CommonOptions, ExitCode, Terminal } from './terminal.js';

export interface NewOptions extends CommonOptions {
  title: string;
  template: string;
  /** When it started, as one writes it; today when absent. */
  at: string | undefined;
}

/** Writes a new draft from a template, and says where. */
export function createDraft(options: NewOptions, terminal: Terminal): ExitCode {
  const title = options.title.trim().replace(/\s+/g, ' ');
  if (title === '') throw new Failure('The title is empty; write what happened, to whom');
  const project = readProject(options.root);
  const { settings } = createSettings(project.settings);
  if (!settings) throw new Failure(`${project.settings.path} cannot be read; run \`afterword check\``);

  const started = options.at ?? terminal.findAsOf(settings.timezone);
  const id = `${findDate(started, settings.timezone)}-${createSlug(title)}`;
  const text = fillTemplate(readTemplate(project.root, options.template), {
    title: spellScalar(title),
    started: quoteTime(started),
  });
  const file = resolve(project.root, incidentsFolder, `${id}.md`);
  writeNewFile(file, text);
  terminal.print(`${printable(relative(terminal.cwd, file))}\n`);
  terminal.note(
    'A draft, internal until it has a `public` block. `afterword check` says what it still needs.\n',
  );
  return 0;
}

/** As much of the date as is known: `2026-03-14`, `2014-06`, `2014`, `undated`. */
function findDate(at: string, zone: string): string {
  const parsed = parseWhen(at);
  const resolved = parsed.ok ? resolveWhen(parsed.form, { zone, field: 'started' }) : parsed;
  if (!resolved.ok) {
    const wayOut = describeWayOut(resolved);
    throw new Failure(`--at: ${withoutStop(resolved.message)}${wayOut === undefined ? '' : `. ${wayOut}`}`);
  }
  const day = dayOf(resolved.when);
  if (!day) return 'undated';
  const { first, last } = day;
  if (first === last) return first;
  if (first.slice(0, 7) === last.slice(0, 7)) return first.slice(0, 7);
  return first.slice(0, 4) === last.slice(0, 4) ? first.slice(0, 4) : 'undated';
}

/** Words for an address: letters without marks, digits and hyphens, at most some sixty characters. */
export function createSlug(title: string): string {
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}|['’]/gu, '')
    .replace(/ß/g, 'ss')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const cut = words.length > 60 ? words.slice(0, 61).replace(/-[^-]*$/, '') : words;
  return cut || 'incident';
}

/** Puts values into a template's front matter, each where its key stands; the rest stays as it is. */
function fillTemplate(template: { path: string; text: string }, values: Record<string, string>): string {
  const { document } = parseDocument(template);
  if (!document) throw new Failure(`${template.path} has no front matter`);
  const edits = Object.entries(values).map(([key, value]): Edit => {
    const range = findRange(document.source, document.yaml[0], [key], 'value');
    const keyRange = findRange(document.source, document.yaml[0], [key], 'key');
    if (!range || !keyRange) throw new Failure(`${template.path} has no \`${key}\` to fill in`);
    // A key without a value is found by the key itself.
    if (range[0] === keyRange[0]) return { range: [keyRange[1] + 1, keyRange[1] + 1], text: ` ${value}` };
    return { range, text: value };
  });
  return applyEdits(template.text, edits);
}

function quoteTime(text: string): string {
  return /^[\d~][\d~:\-+TZ. ?a-z]*$/.test(text) ? text : JSON.stringify(text);
}
