import { posix, relative, resolve } from 'node:path';
import { applyEdits } from '../diagnostic/edit.js';
import { Failure } from '../diagnostic/failure.js';
import { quote } from '../diagnostic/quote.js';
import { acceptedPath } from '../load/acceptedText.js';
import { projectPath, readProject, replacePath, replaceTexts, type Project } from '../load/project.js';
import type { SourceFile } from '../load/sourceFile.js';
import type { Incident } from '../model/incident.js';
import { checkIds } from '../parse/checkIds.js';
import { documentId, parseDocument } from '../parse/document.js';
import { editMap, type KeyChange } from '../parse/yamlEdit.js';
import { printable } from '../report/printable.js';
import { incidentKeys } from '../validate/schema/incident.js';
import { findSuggestion } from '../validate/suggestion.js';
import { writeEditedFile } from '../write/editedFile.js';
import { moveFile } from '../write/movedFile.js';
import { listBrought } from './brought.js';
import { setAside } from './guard.js';
import { renameReferences } from './incidentReference.js';
import { listMentions } from './mention.js';
import { listChangedFiles, printPatch, type ChangedFile } from './patch.js';
import { printDiagnostics } from './printDiagnostics.js';
import { requireHistory, understand, type Known } from './project.js';
import { renderPublicTexts } from './publicText.js';
import type { CommonOptions, ExitCode, Terminal } from './terminal.js';

export interface RenameOptions extends CommonOptions {
  /** The id of an incident, or its file. */
  from: string;
  /** The id that it is to have. */
  to: string;
  /** Whether the old address leads to the new one; undefined: where customers may know it. */
  alias: boolean | undefined;
  /** Prints what would change, as a patch, and writes nothing. */
  dryRun: boolean;
}

/** What is renamed: ids and paths from the project's root. */
interface Renaming {
  from: string;
  to: string;
  path: string;
  newPath: string;
}

/**
 * Gives an incident another id: its file, the files that refer to it, the words that were accepted for customers, and a
 * redirect where customers know the old address. 1, and nothing is written, when that would bring an error. One that was
 * interrupted is completed by the next run.
 */
export async function rename(options: RenameOptions, terminal: Terminal): Promise<ExitCode> {
  const read = readProject(options.root);
  const renaming = findRenaming(options, read);
  const { path, newPath, from, to } = renaming;
  if (from === to) {
    terminal.note(`${printable(from)} is its id already; nothing was written.\n`);
    return 0;
  }
  // Its new name may be an alias of another one.
  const isNaming = ({ text }: SourceFile): boolean => text.includes(from) || text.includes(to);
  const naming = new Set(read.incidents.filter(isNaming).map((file) => file.path));
  const isNear = (one: string): boolean => one === path || one === newPath || naming.has(one);
  const project = setAside(read, terminal, isNear);
  const before = requireHistory(await understand(project, terminal.findAsOf, isNear));
  const incident = before.history.incidents.find((one) => one.path === path);
  if (!incident) throw new Failure(`${path} cannot be read; run \`afterword check ${path}\``);

  const isKnown = options.alias ?? isPublic(incident, before.history.asOf);
  const texts = writeReferences(renaming, before, isNear);
  const own = texts.get(path) ?? incidentText(project, path);
  texts.set(path, writeAliases({ path, text: own }, incident, renaming, isKnown));
  const edited = replaceTexts(project, texts);
  const moved = replacePath(edited, path, newPath);
  const after = requireHistory(await understand(moved, terminal.findAsOf, isNear));
  const known = before.diagnostics.map((one) => (one.path === path ? { ...one, path: newPath } : one));
  const stops = listBrought(known, after.diagnostics).filter(
    ({ level, rule }) => level === 'error' && rule !== 'public-text-differs',
  );
  if (stops.length > 0) {
    printDiagnostics(terminal, moved, stops);
    terminal.note('The new name would bring this; nothing was written.\n');
    return 1;
  }

  const accepted = await listAccepted(renaming, before, after, isNear);
  const files = [...listChangedFiles(project, edited), ...accepted];
  const moves = listMoves(renaming, project);
  if (options.dryRun) await printPatch(project, files, terminal, moves);
  else writeAll(project, files, moves);
  tell({ options, renaming, files, isKnown, project: moved }, terminal);
  return 0;
}

/** Throws a `Failure` for a name that means no incident, or one that cannot be an id, or is taken. */
function findRenaming({ from, to }: RenameOptions, project: Project): Renaming {
  const { root, incidents, unreadable, accepted } = project;
  const paths = incidents.map((file) => file.path);
  const named = new Set([projectPath(root, from), projectPath(root, resolve(root, from))]);
  const same = paths.filter((path) => documentId(path) === documentId(from));
  const [path, ...others] = same.some((one) => named.has(one)) ? same.filter((one) => named.has(one)) : same;
  if (path === undefined) {
    const near = findSuggestion(documentId(from), paths.map(documentId));
    throw new Failure(
      `There is no incident ${quote(documentId(from))}${near === undefined ? '' : `; did you mean \`${near}\`?`}`,
    );
  }
  if (others.length > 0)
    throw new Failure(`${same.length} files have the id \`${documentId(from)}\`: ${same.join(', ')}`);
  const newPath = posix.join(posix.dirname(path), `${documentId(to)}.md`);
  const rest = [...paths, ...unreadable].filter((one) => one !== path);
  const problem = checkIds([...rest, newPath]).find((one) => one.path === newPath);
  if (problem) throw new Failure(`${problem.message}. ${problem.hint ?? ''}`.trim());
  // Without words of its own, those that lie at the new name were moved by a run that did not come to its end.
  for (const name of accepted.includes(acceptedPath(path)) ? [newPath, acceptedPath(newPath)] : [newPath]) {
    const isOther = name.toLowerCase() !== path.toLowerCase() && name !== acceptedPath(path);
    if (isOther && project.fileExists(name)) throw new Failure(`${name} exists already; nothing was written`);
  }
  return { from: documentId(path), to: documentId(newPath), path, newPath };
}

/** Whether customers may have its address: a page that was retracted has one, too. */
function isPublic({ publication }: Incident, asOf: string): boolean {
  return publication?.since !== undefined && publication.since.last <= asOf;
}

/** The texts of the files in which the incident is named, with its new id. */
function writeReferences(
  { from, to }: Renaming,
  { history, documents }: Known,
  isNear: (path: string) => boolean,
): Map<string, string> {
  const texts = new Map<string, string>();
  for (const incident of history.incidents) {
    const document = documents.get(incident.id);
    if (!document || !isNear(incident.path)) continue;
    const edits = renameReferences({ document, incident }, from, to, history.settings.url);
    if (edits.length > 0) texts.set(incident.path, applyEdits(document.text, edits));
  }
  return texts;
}

/** A file whose old address leads to its new one. An alias that is its new address, from an earlier renaming, goes. */
function writeAliases(
  file: SourceFile,
  { aliases }: Incident,
  { from, to }: Renaming,
  isKnown: boolean,
): string {
  const old = `/incidents/${from}/`;
  const changes: KeyChange[] = [
    ...(isKnown && !aliases.includes(old) ? [{ key: 'aliases', append: old }] : []),
    { key: 'aliases', drop: `/incidents/${to}/` },
  ];
  const { document } = parseDocument(file);
  const [start, end] = document?.yaml ?? [0, 0];
  const isWhole = document?.source === file.text.slice(start, end);
  const source = isWhole ? editMap(file.text.slice(start, end), [], changes, incidentKeys) : undefined;
  if (source === undefined)
    throw new Failure(
      `The front matter of ${file.path} is written in a way in which \`aliases\` cannot be changed without touching more; mend it first`,
    );
  return file.text.slice(0, start) + source + file.text.slice(end);
}

/** The words that were accepted for customers and hold an address that has changed: accepted again, as far as they held before. */
async function listAccepted(
  { path, newPath }: Renaming,
  before: Known,
  after: Known,
  isNear: (path: string) => boolean,
): Promise<ChangedFile[]> {
  const differed = new Set(
    before.diagnostics.flatMap((one) => (one.rule === 'public-text-differs' ? [one.path] : [])),
  );
  const texts = await renderPublicTexts(after, isNear);
  const files = [...texts].flatMap(([now, words]): ChangedFile[] => {
    const was = now === newPath ? path : now;
    const file = acceptedPath(was);
    if (differed.has(was) || !before.project.accepted.includes(file)) return [];
    const known = before.project.readAccepted(file, []);
    if (!known || known.text === words) return [];
    return [{ path: file, before: known.text, after: words, isMarked: known.isMarked ?? false }];
  });
  return files;
}

/** The names that files get, by their old ones; that of the incident comes last, so that what was interrupted can be run again. */
function listMoves({ path, newPath }: Renaming, { accepted }: Project): ReadonlyMap<string, string> {
  const words = acceptedPath(path);
  return new Map([
    ...(accepted.includes(words) ? ([[words, acceptedPath(newPath)]] as const) : []),
    [path, newPath],
  ]);
}

function writeAll(
  { root }: Project,
  files: readonly ChangedFile[],
  moves: ReadonlyMap<string, string>,
): void {
  for (const file of files) writeEditedFile({ ...file, path: resolve(root, file.path) });
  for (const [from, to] of moves) moveFile(resolve(root, from), resolve(root, to));
}

interface Renamed {
  options: RenameOptions;
  renaming: Renaming;
  files: readonly ChangedFile[];
  isKnown: boolean;
  project: Project;
}

function tell({ options, renaming, files, isKnown, project }: Renamed, terminal: Terminal): void {
  const { path, newPath, from, to } = renaming;
  const show = (one: string): string => printable(relative(terminal.cwd, resolve(project.root, one)) || one);
  const print = options.dryRun ? terminal.note : terminal.print;
  print(`${show(path)} → ${show(newPath)}\n`);
  const others = files.filter((file) => file.path !== path && file.path !== acceptedPath(path));
  for (const file of others) print(`${show(file.path)}: refers to it\n`);
  terminal.note(
    isKnown
      ? `/incidents/${from}/ leads to /incidents/${to}/; --no-alias leaves that out.\n`
      : options.alias === false
        ? `Nothing leads from /incidents/${from}/ to it.\n`
        : 'Customers do not know its old address, so nothing leads from there; --alias would publish the old name.\n',
  );
  const mentions = listMentions(project.incidents, from, `/incidents/${from}/`);
  for (const { path: where, line } of mentions)
    terminal.note(`${show(where)}:${line}: still names ${printable(from)}, in words\n`);
  if (options.dryRun) terminal.note('Nothing was written.\n');
}

function incidentText({ incidents }: Project, path: string): string {
  return incidents.find((file) => file.path === path)?.text ?? '';
}
