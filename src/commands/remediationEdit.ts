import { relative, resolve } from 'node:path';
import { Failure } from '../diagnostic/failure.js';
import { publishCommand } from '../load/acceptedText.js';
import { readProject, replaceTexts } from '../load/project.js';
import type { History } from '../model/history.js';
import { isDamaged } from '../model/incident.js';
import { findTicketSystem } from '../model/ticketSystem.js';
import { documentId } from '../parse/document.js';
import { editMap } from '../parse/yamlEdit.js';
import { createTicketLink } from '../model/ticketLink.js';
import { printable } from '../report/printable.js';
import { createNamed } from '../settings/namedList.js';
import { readUnknown } from '../validate/named.js';
import { itemKeys } from '../validate/schema/remediation.js';
import { writeEditedFile } from '../write/editedFile.js';
import { listBrought } from './brought.js';
import { setAside } from './guard.js';
import { planItemEdit, type EditPlan, type ItemEdit } from './itemEdit.js';
import { findNamedItems, listNamedIncidents, type NamedItem } from './itemName.js';
import { listChangedFiles, printPatch } from './patch.js';
import { printDiagnostics } from './printDiagnostics.js';
import { requireHistory, understand, type Known, type Understood } from './project.js';
import { renderPublicChange } from './publicChange.js';
import { renderPublicTexts } from './publicText.js';
import type { CommonOptions, ExitCode, Terminal } from './terminal.js';

export interface RemediationEditOptions extends CommonOptions {
  /** Items by their global ids, or by their ids where no other incident has such a one. */
  ids: string[];
  edit: ItemEdit;
  /** Prints what would change, as a patch, and writes nothing. */
  dryRun: boolean;
}

/**
 * Changes remediation items in their files, by range. The files are judged again before they are written: 1, and
 * nothing is written, when the edit brings an error.
 */
export async function editRemediation(
  options: RemediationEditOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const read = readProject(options.root);
  const named = listNamedIncidents(options.ids);
  const isNear = (path: string): boolean => named === undefined || named.has(documentId(path));
  const project = setAside(read, terminal, isNear);
  const before = requireHistory(await understand(project, terminal.findAsOf, isNear));
  const items = findNamedItems(options.ids, before.history);
  const plans = planEdits(items, options.edit, before.history);
  const edited = replaceTexts(project, writeIn(plans, before));
  const files = listChangedFiles(project, edited);
  if (files.length === 0) {
    for (const one of plans) terminal.print(renderPlan(one));
    return 0;
  }
  const isEdited = (path: string): boolean => files.some((file) => file.path === path);
  const after = requireHistory(await understand(edited, terminal.findAsOf, isEdited));
  const brought = listBrought(before.diagnostics, after.diagnostics);
  const stops = brought.filter(({ level, rule }) => level === 'error' && rule !== 'public-text-differs');
  if (stops.length > 0) {
    printDiagnostics(terminal, edited, stops);
    terminal.note('The edit would bring this; nothing was written.\n');
    return 1;
  }

  if (options.dryRun) await printPatch(project, files, terminal);
  else for (const file of files) writeEditedFile({ ...file, path: resolve(project.root, file.path) });
  // A patch is read by programs, so that nothing else stands beside it.
  for (const one of plans) (options.dryRun ? terminal.note : terminal.print)(renderPlan(one));
  if (options.dryRun) terminal.note('Nothing was written.\n');
  await tellPublicChange(before, after, isEdited, terminal);
  const owed = brought.filter(({ level }) => level !== 'error');
  if (owed.length > 0) {
    terminal.note('Since this edit there is also to be mended:\n');
    printDiagnostics({ ...terminal, print: terminal.note }, edited, owed);
  }
  return 0;
}

function renderPlan({ item, plan }: Planned): string {
  return `${printable(`${item.globalId}: ${plan.words}`)}\n`;
}

interface Planned extends NamedItem {
  plan: EditPlan & { ok: true };
}

/** What is to change of each item. Throws a `Failure` that says of every one that must not be changed why. */
function planEdits(items: readonly NamedItem[], edit: ItemEdit, history: History): Planned[] {
  const { settings, asOf } = history;
  const problems: string[] = [];
  if (edit.verb === 'assign') {
    const known = [...createNamed(settings, 'people'), ...createNamed(settings, 'teams')];
    if (!known.some(({ id }) => id === edit.owner)) {
      const home = '`people` and `teams` of site/site.yaml';
      const { message, hint } = readUnknown(edit.owner, known, { what: 'person or team', home });
      throw new Failure(`${message}. ${hint}`);
    }
  }
  const planned = items.flatMap((one): Planned[] => {
    const plan = planItemEdit(edit, one.item, asOf);
    const problem = plan.ok ? findObstacle(one, edit, plan, history) : plan.message;
    if (problem !== undefined) problems.push(`${one.item.globalId}: ${problem}`);
    return plan.ok ? [{ ...one, plan }] : [];
  });
  if (problems.length > 0) throw new Failure(problems.join('; '));
  return planned;
}

/** Why a change that makes sense must not be made here. */
function findObstacle(
  { item, incident, index }: NamedItem,
  { verb }: ItemEdit,
  { changes }: Planned['plan'],
  { settings }: History,
): string | undefined {
  if (changes.length === 0) return undefined;
  if (isDamaged(incident, ['remediation', index]))
    return `not all of it can be read; run \`afterword check ${incident.path}\``;
  // What is open, and whose, is known there; what is due, and how far it is, here.
  if (verb !== 'done' && verb !== 'reopen' && verb !== 'assign') return undefined;
  for (const ticket of item.tickets) {
    const system = findTicketSystem(ticket, settings);
    if (!system) continue;
    const { text, href } = createTicketLink(ticket, settings);
    const what = verb === 'assign' ? 'whose it is' : 'whether it is open';
    return `${what} is kept in ${system.name}, by \`sync\` of site/site.yaml; change it there: ${href ?? text}`;
  }
  return undefined;
}

/** The texts of the files with the changes in them, by their paths. */
function writeIn(plans: readonly Planned[], { documents }: Understood): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const { item, incident, index, plan } of plans) {
    const document = documents.get(incident.id);
    if (!document || plan.changes.length === 0) continue;
    const text = texts.get(incident.path) ?? document.text;
    const [start, end] = document.yaml;
    // The front matter grows with each edit, and the body behind it stays as long as it is.
    const to = end + text.length - document.text.length;
    const isWhole = document.source === document.text.slice(start, end);
    const source = isWhole
      ? editMap(text.slice(start, to), ['remediation', index], plan.changes, itemKeys)
      : undefined;
    if (source === undefined) {
      throw new Failure(
        `${item.globalId} is written in ${incident.path} in a way that cannot be changed without touching more than this; change it by hand`,
      );
    }
    texts.set(incident.path, text.slice(0, start) + source + text.slice(to));
  }
  return texts;
}

/** Says what customers read of it otherwise than before, and what has to be done about it. */
async function tellPublicChange(
  before: Known,
  after: Known,
  isEdited: (path: string) => boolean,
  terminal: Terminal,
): Promise<void> {
  const [old, texts] = [await renderPublicTexts(before, isEdited), await renderPublicTexts(after, isEdited)];
  for (const [path, text] of texts) {
    const known = old.get(path) ?? '';
    if (known === text) continue;
    const differs = after.diagnostics.some((one) => one.path === path && one.rule === 'public-text-differs');
    const shown = relative(terminal.cwd, resolve(after.project.root, path)) || path;
    terminal.note(
      `\nCustomers read this otherwise than before:\n${renderPublicChange(known, text).trimEnd()}\n`,
    );
    if (differs)
      terminal.note(
        `\`${printable(publishCommand(shown))}\` accepts it; until then \`check\` and \`build\` stop.\n`,
      );
  }
}
