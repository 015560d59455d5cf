import { relative, resolve } from 'node:path';
import { Failure } from '../diagnostic/failure.js';
import { quote } from '../diagnostic/quote.js';
import { spellTimeline, readTimeline, type TimelineFormat } from '../import/timeline.js';
import type { ImportedTimeline } from '../import/importedEntry.js';
import { readExport, readPeopleBeside } from '../load/exportFile.js';
import { incidentsFolder, readProject, type Project } from '../load/project.js';
import type { SourceFile } from '../load/sourceFile.js';
import { findTemplate, listTemplates } from '../load/template.js';
import { documentId, parseDocument } from '../parse/document.js';
import { isSafeUrl } from '../parse/safeUrl.js';
import { printable } from '../report/printable.js';
import { createSettings } from '../settings/createSettings.js';
import type { Settings } from '../settings/settings.js';
import { dayOf } from '../time/day.js';
import { spellWhen } from '../time/spellWhen.js';
import { isUnknown } from '../time/when.js';
import { findSuggestion } from '../validate/suggestion.js';
import { writeNewFile } from '../write/newFile.js';
import { askForAnswers, checkTitle, findNamed, readStarted, type Answers } from './draftAnswers.js';
import { createId } from './draftId.js';
import { findPolicies } from './draftPolicy.js';
import { fillTemplate } from './draftText.js';
import type { CommonOptions, ExitCode, Terminal } from './terminal.js';

/** Another tool's record of the incident, and what of it is taken. */
export interface FromOptions {
  format: TimelineFormat;
  /** Files, folders, or `-`. */
  paths: readonly string[];
  window: string | undefined;
  pinned: boolean;
  emoji: readonly string[];
  archive: string | undefined;
}

export interface NewOptions extends CommonOptions, Answers {
  from: FromOptions | undefined;
}

/** Writes a new draft from a template, and says where. What is missing is asked for, where somebody can answer. */
export async function createDraft(options: NewOptions, terminal: Terminal): Promise<ExitCode> {
  const project = readProject(options.root);
  const { settings } = createSettings(project.settings);
  if (!settings) throw new Failure(`${project.settings.path} cannot be read; run \`afterword check\``);
  // What was said is looked at before anything is asked.
  const given = resolveNames(options, settings);
  const templates = listTemplates(project.root);
  if (given.template !== undefined) requireTemplate(project.root, given.template);
  const timeline = options.from && importTimeline(options.from, given, settings, terminal);
  const [first] = timeline?.entries ?? [];
  const today = terminal.findAsOf(settings.timezone);
  const known = { ...given, at: given.at ?? (first && spellWhen(first.when)) };

  const { questions } = terminal;
  const answers = questions ? await askForAnswers(known, { settings, templates, fallbackAt: today }, questions) : known;
  const title = (answers.title ?? '').trim().replace(/\s+/g, ' ');
  const wrong = answers.title === undefined ? 'Write a title: afterword new "What happened, to whom"' : checkTitle(title);
  if (wrong !== undefined) throw new Failure(wrong);
  const started = readStarted(answers.at ?? today, settings.timezone);
  if ('message' in started) throw new Failure(`--at: ${started.message}`);

  const template = requireTemplate(project.root, answers.template ?? 'postmortem');
  const { severity, services } = answers;
  const path = `${incidentsFolder}/${createId(started.when, title)}.md`;
  refuseTaken(project, path, terminal);
  const text = fillTemplate(template, {
    title,
    started: answers.at ?? today,
    hasTime: !isUnknown(started.when),
    zone: settings.timezone,
    severity,
    services,
    owner: findOwner(settings, services),
    policies: findPolicies(settings, { kind: readKind(template), severity, services, day: dayOf(started.when)?.first }),
    timeline: timeline && spellTimeline(timeline.entries),
  });
  requireReadable(path, text);
  writeNewFile(resolve(project.root, path), text);
  report(path, project.root, timeline, terminal);
  return 0;
} // prettier-ignore

function resolveNames({ title, template, at, severity, services }: NewOptions, settings: Settings): Answers {
  return {
    title,
    template,
    at,
    severity: severity === undefined ? undefined : findNamed(settings, 'severities', 'severity', severity),
    services: [...new Set(services.map((name) => findNamed(settings, 'services', 'service', name)))],
  };
}

/** Throws a `Failure` that names all templates there are. */
function requireTemplate(root: string, name: string): SourceFile {
  const template = findTemplate(root, name);
  if (template) return template;
  const names = listTemplates(root);
  const near = findSuggestion(name, names);
  const hint = near === undefined ? '' : `. Did you mean ${near}?`;
  throw new Failure(`There is no template ${quote(name)}; there ${names.length === 1 ? 'is' : 'are'} ${names.join(', ')}${hint}`); // prettier-ignore
}

function importTimeline(
  from: FromOptions,
  { at }: Answers,
  settings: Settings,
  terminal: Terminal,
): ImportedTimeline {
  const { format, paths, window, pinned, emoji, archive } = from;
  if (format !== 'slack' && (pinned || emoji.length > 0 || archive !== undefined))
    throw new Failure('--pinned, --emoji and --archive are for --from slack');
  if (archive !== undefined && !/^https:\/\/[^/?#]+\/archives\/[A-Z0-9]+\/?$/.test(archive))
    throw new Failure('--archive: write the address of the channel, https://….slack.com/archives/C…');
  if (archive !== undefined && !isSafeUrl(archive)) throw new Failure('--archive: this is no address');
  const zone = settings.timezone;
  const started = readStarted(at ?? terminal.findAsOf(zone), zone);
  if ('message' in started) throw new Failure(`--at: ${started.message}`);
  const source = {
    format,
    files: paths.flatMap(readExport),
    people: format === 'slack' ? paths.flatMap(readPeopleBeside) : [],
    window,
    pinned,
    emoji: emoji.map((name) => name.replace(/^:|:$/g, '')),
    archive,
    zone,
    started: started.when,
  };
  return readTimeline(source, settings);
}

/** Also in another folder an id is taken. */
function refuseTaken(project: Project, path: string, terminal: Terminal): void {
  const all = [...project.incidents.map((file) => file.path), ...project.unreadable];
  const taken = all.find((one) => documentId(one) === documentId(path));
  if (taken === undefined) return;
  const shown = printable(relative(terminal.cwd, resolve(project.root, taken)));
  throw new Failure(`${shown} exists already; nothing was written. Go on in it, or say in the title what was different this time`); // prettier-ignore
}

/** The team that answers for the first of the services that has one. */
function findOwner(settings: Settings, services: readonly string[]): string | undefined {
  const teams = services.map((id) => settings.services.find((service) => service.id === id)?.team);
  return teams.find((team) => team !== undefined && settings.teams.some(({ id }) => id === team));
}

function readKind(template: SourceFile): string {
  const data = parseDocument(template).document?.data;
  const kind = typeof data === 'object' && data !== null && 'kind' in data ? data.kind : undefined;
  return typeof kind === 'string' ? kind : 'incident';
}

/** What is written can be read: too long a timeline is told here, not by the next command. */
function requireReadable(path: string, text: string): void {
  const problem = parseDocument({ path, text }).diagnostics.find(({ blocks }) => blocks);
  if (problem) throw new Failure(`This would be a draft that cannot be read, and nothing was written: ${problem.message}. ${problem.hint ?? ''}`.trim()); // prettier-ignore
}

function report(path: string, root: string, timeline: ImportedTimeline | undefined, terminal: Terminal): void {
  const shown = printable(relative(terminal.cwd, resolve(root, path)));
  terminal.print(`${shown}\n`);
  if (timeline) {
    const { entries, notes } = timeline;
    terminal.note(`${entries.length} ${entries.length === 1 ? 'entry' : 'entries'} in the timeline; people are told by their roles, but read it through.\n`);
    for (const note of notes) terminal.note(`${note}\n`);
  }
  terminal.note(`A draft, internal until it has a \`public\` block. Fill it in, then: ${terminal.call ?? 'afterword'} check ${spellArgument(shown)}\n`);
} // prettier-ignore

/** As one types it. */
function spellArgument(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`;
}
