import { resolve } from 'node:path';
import { Failure } from '../diagnostic/failure.js';
import { readProject } from '../load/project.js';
import type { History } from '../model/history.js';
import { isDamaged } from '../model/incident.js';
import { documentId } from '../parse/document.js';
import { createNamed } from '../settings/namedList.js';
import { readUnknown } from '../validate/named.js';
import { writeEditedFile } from '../write/editedFile.js';
import { listenWhile } from '../write/interrupt.js';
import { createEditWriter } from './editWriter.js';
import { setAside } from './guard.js';
import { planItemEdit, type ItemEdit } from './itemEdit.js';
import { findNamedItems, listNamedIncidents, type NamedItem } from './itemName.js';
import { printPatch } from './patch.js';
import { describeStuck, judgeEdits, renderPlan, writeEdits, type PlannedEdit } from './plannedEdit.js';
import { printDiagnostics } from './printDiagnostics.js';
import { type Known, requireHistory, understand } from './project.js';
import { tellPublicChange } from './publicChange.js';
import { requireNetwork, type CommonOptions, type ExitCode, type Terminal } from './terminal.js';
import { findTicketObstacle, listSystemTickets, pushEdit } from './ticketEdit.js';

export interface RemediationEditOptions extends CommonOptions {
  /** Items by their global ids, or by their ids where no other incident has such a one. */
  ids: string[];
  edit: ItemEdit;
  /** Changes also the tickets that keep what is edited. */
  push?: boolean;
  /** Prints what would change, as a patch, and writes nothing. */
  dryRun: boolean;
}

/**
 * Changes remediation items in their files, by range. The files are judged again before they are written: 1, and
 * nothing is written, when the edit brings an error. With `push` their tickets are changed first, and an item whose ticket
 * could not be changed stays as it is.
 */
export async function editRemediation(
  options: RemediationEditOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { edit, push = false } = options;
  const read = readProject(options.root);
  const named = listNamedIncidents(options.ids);
  const isNear = (path: string): boolean => named === undefined || named.has(documentId(path));
  const project = setAside(read, terminal, isNear);
  const before = requireHistory(await understand(project, terminal.findAsOf, isNear));
  const items = findNamedItems(options.ids, before.history);
  const plans = planEdits(items, edit, before.history, push);
  const [stuck] = writeEdits(plans, before).stuck;
  if (stuck) throw new Failure(describeStuck(stuck));
  let judged = await judgeEdits(plans, before, terminal.findAsOf);
  const [refused] = judged.refused;
  if (refused) {
    printDiagnostics(terminal, refused.edited, refused.diagnostics);
    terminal.note('The edit would bring this; nothing was written.\n');
    return 1;
  }

  const failures: string[] = [];
  if (options.dryRun) await printPatch(project, judged.files, terminal);
  else if (push) {
    const pushed = await listenWhile(
      () => pushAll(plans, edit, before, terminal, failures),
      () => undefined,
    );
    if (pushed.length < plans.length) judged = await judgeEdits(pushed, before, terminal.findAsOf);
  } else
    for (const file of judged.files) writeEditedFile({ ...file, path: resolve(project.root, file.path) });
  // A patch is read by programs, so that nothing else stands beside it.
  for (const one of judged.accepted) {
    const keys = push ? listSystemTickets(one.item, before.history.settings).map(({ key }) => key) : [];
    const words = keys.length === 0 ? one.plan.words : `${one.plan.words}; and so in ${keys.join(', ')}`;
    (options.dryRun ? terminal.note : terminal.print)(renderPlan({ ...one, plan: { ...one.plan, words } }));
  }
  if (options.dryRun && judged.files.length > 0) terminal.note('Nothing was written.\n');
  const isEdited = (path: string): boolean => judged.files.some((file) => file.path === path);
  if (judged.files.length > 0) await tellPublicChange(before, judged.after, isEdited, terminal);
  if (judged.owed.length > 0) {
    terminal.note('Since this edit there is also to be mended:\n');
    printDiagnostics({ ...terminal, print: terminal.note }, judged.edited, judged.owed);
  }
  if (failures.length > 0) throw new Failure(failures.join('; '));
  return 0;
}

/** Changes the tickets of one item after the other, and then its file; gives those whose tickets took it. */
async function pushAll(
  plans: readonly PlannedEdit[],
  edit: ItemEdit,
  before: Known,
  terminal: Terminal,
  failures: string[],
): Promise<PlannedEdit[]> {
  const { project, history } = before;
  const { createSystems } = await import('../sync/system.js');
  const systems = createSystems(history.settings, requireNetwork(terminal));
  const writer = createEditWriter(project);
  const pushed: PlannedEdit[] = [];
  for (const one of plans) {
    const answer = await pushEdit(one.item, edit, history.settings, systems);
    if (!answer.ok) {
      failures.push(`${one.item.globalId} stays as it was, ${answer.message}`);
      continue;
    }
    pushed.push(one);
    writer.write(writeEdits(pushed, before).texts);
  }
  return pushed;
}

/** What is to change of each item. Throws a `Failure` that says of every one that must not be changed why. */
function planEdits(
  items: readonly NamedItem[],
  edit: ItemEdit,
  history: History,
  push: boolean,
): PlannedEdit[] {
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
  const planned = items.flatMap((one): PlannedEdit[] => {
    const plan = planItemEdit(edit, one.item, asOf);
    const problem = plan.ok ? findObstacle(one, edit, plan, history, push) : plan.message;
    if (problem !== undefined) problems.push(`${one.item.globalId}: ${problem}`);
    return plan.ok ? [{ ...one, plan }] : [];
  });
  if (problems.length > 0) throw new Failure(problems.join('; '));
  return planned;
}

/** Why a change that makes sense must not be made here. */
function findObstacle(
  { item, incident, index }: NamedItem,
  edit: ItemEdit,
  { changes }: PlannedEdit['plan'],
  { settings }: History,
  push: boolean,
): string | undefined {
  // What is so here already may be otherwise there.
  if (changes.length === 0 && !push) return undefined;
  if (isDamaged(incident, ['remediation', index]))
    return `not all of it can be read; run \`afterword check ${incident.path}\``;
  return findTicketObstacle(item, edit, settings, push);
}
