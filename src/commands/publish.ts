import { relative, resolve } from 'node:path';
import { applyEdits, type Edit } from '../diagnostic/edit.js';
import { Failure } from '../diagnostic/failure.js';
import { acceptedPath } from '../load/acceptedText.js';
import { projectPath, readProject, replaceTexts, type Project } from '../load/project.js';
import type { Incident } from '../model/incident.js';
import type { Document } from '../parse/document.js';
import { findRange } from '../parse/yaml.js';
import { spellScalar } from '../parse/yamlScalar.js';
import { printable } from '../report/printable.js';
import { parseDay } from '../time/day.js';
import { parts, type Part } from '../validate/schema/field.js';
import { writeEditedFile } from '../write/editedFile.js';
import { writeNewFile } from '../write/newFile.js';
import { setAside } from './guard.js';
import { printDiagnostics } from './printDiagnostics.js';
import { understand, type Understood } from './project.js';
import { renderPublicChange } from './publicChange.js';
import { renderInferences, renderPublicTexts } from './publicText.js';
import type { CommonOptions, ExitCode, Terminal } from './terminal.js';
import { findWanted } from './wantedFiles.js';

export interface PublishOptions extends CommonOptions {
  files: string[];
  /** The day from which it is public; without it that of the file, else today. */
  since: string | undefined;
}

/**
 * Writes the `public` block of incidents that have none, and accepts what customers read of each as `<id>.public.txt`. What
 * becomes public, or stops being it, is printed, the address first. 1, and nothing is written, when something blocks.
 */
export async function publish(options: PublishOptions, terminal: Terminal): Promise<ExitCode> {
  if (options.since !== undefined) requireDay(options.since);
  const read = readProject(options.root);
  const wanted = findWanted(options.files, read);
  const isWanted = (path: string): boolean => wanted.has(path);
  const project = setAside(read, terminal, isWanted);
  // A folder stands for those that are public already: nothing becomes public that is not named.
  const named = new Set(options.files.flatMap((name) => [projectPath(project.root, name), projectPath(project.root, resolve(project.root, name))])); // prettier-ignore
  const isNamed = (path: string): boolean => named.has(path);
  const before = await understand(project, terminal.findAsOf, isWanted);
  if (!before.history) return stop(before, terminal);
  const asOf = options.since ?? before.history.asOf;
  const edited = before.history.incidents
    .filter(({ path, publication }) => isWanted(path) && (publication !== undefined || isNamed(path)))
    .map((incident) => openGate(incident, before.documents.get(incident.id), asOf, options.since));

  const changed = replaceTexts(project, new Map(edited.map(({ path, text }) => [path, text])));
  const after = await understand(changed, terminal.findAsOf, isWanted);
  const stops = after.diagnostics.filter(({ blocks, rule }) => blocks && rule !== 'public-text-differs');
  if (!after.history || stops.length > 0) return stop({ ...after, diagnostics: stops }, terminal);

  const texts = await renderPublicTexts({ ...after, history: after.history }, isWanted);
  for (const { path, text } of edited) {
    const words = texts.get(path) ?? '';
    const source = project.incidents.find((file) => file.path === path)?.text ?? '';
    if (text !== source) writeEditedFile({ path: resolve(project.root, path), before: source, after: text });
    accept(project, path, words, terminal);
    const incident = after.history.incidents.find((one) => one.path === path);
    if (incident) terminal.note(renderInferences(incident, words));
  }
  return 0;
}

function requireDay(since: string): void {
  const parsed = parseDay(since);
  if (!parsed.ok) throw new Failure(`--since: ${parsed.message} ${parsed.hint ?? ''}`.trim());
  if (parsed.day.precision !== 'day') throw new Failure('--since: write a full date, such as 2026-03-18');
}

function stop({ project, diagnostics }: Understood, terminal: Terminal): ExitCode {
  printDiagnostics(terminal, project, diagnostics);
  terminal.note('Nothing was written.\n');
  return 1;
}

/** Keeps the words that customers read, and prints how they differ from those that were accepted before. */
function accept(project: Project, path: string, words: string, terminal: Terminal): void {
  const file = acceptedPath(path);
  const known = project.accepted.includes(file) ? project.readAccepted(file, [])?.text : undefined;
  const shown = printable(relative(terminal.cwd, resolve(project.root, file)));
  if (known?.replaceAll('\r\n', '\n') === words) {
    terminal.print(`${shown}: nothing changed\n`);
    return;
  }
  const absolute = resolve(project.root, file);
  if (known === undefined) writeNewFile(absolute, words);
  else writeEditedFile({ path: absolute, before: known, after: words });
  terminal.print(`${shown}\n${renderPublicChange(known?.replaceAll('\r\n', '\n') ?? '', words)}`);
}

/** The file with a `public` block, or with another `since` in the one it has. */
function openGate(
  incident: Incident,
  document: Document | undefined,
  asOf: string,
  since: string | undefined,
): { path: string; text: string } {
  const { path, publication } = incident;
  if (!document) throw new Failure(`${path} cannot be read; run \`afterword check\``);
  const edits: Edit[] = [];
  if (publication === undefined) {
    const end = document.yaml[1];
    edits.push({ range: [end, end], text: renderBlock(incident, asOf) });
  } else if (since !== undefined) {
    const find = (keys: string[]) => findRange(document.source, document.yaml[0], keys, 'value');
    const range = find(['public', 'since']);
    if (!range) throw new Failure(`${path}: the \`public\` block has no \`since\` to change`);
    edits.push({ range, text: since });
  }
  return { path, text: applyEdits(document.text, edits) };
}

/**
 * Every part that has something in it is shown, and every section withheld: a body is written for colleagues until somebody has said
 * of each of its sections that it is not.
 */
function renderBlock(incident: Incident, since: string): string {
  const show = parts.filter((part) => hasPart(incident, part));
  const withheld = incident.sections.map(({ heading }) => spellScalar(heading));
  return [
    'public:',
    `  since: ${since}`,
    `  show: [${show.join(', ')}]`,
    ...(withheld.length === 0 ? [] : ['  sections: []', '  withheld:', ...withheld.map((heading) => `    - ${heading}`)]),
    '',
  ].join('\n'); // prettier-ignore
}

function hasPart(incident: Incident, part: Part): boolean {
  if (part === 'detection') return incident.detected !== undefined || incident.detection !== undefined;
  const value: unknown = incident[part];
  return Array.isArray(value) ? value.length > 0 : value !== undefined;
}
