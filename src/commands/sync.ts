import { join } from 'node:path';
import { Failure } from '../diagnostic/failure.js';
import { readProject } from '../load/project.js';
import { readTextFile } from '../load/textFile.js';
import { printable } from '../report/printable.js';
import { createSnapshotTicket, parseSnapshot, renderSnapshot, snapshotPath } from '../sync/snapshot.js';
import { createSystems } from '../sync/system.js';
import { findTarget } from '../sync/target.js';
import { writeEditedFile } from '../write/editedFile.js';
import { listenWhile } from '../write/interrupt.js';
import { writeNewFile } from '../write/newFile.js';
import { createEditWriter } from './editWriter.js';
import { setAside } from './guard.js';
import { printPatch } from './patch.js';
import { judgeEdits, renderPlan, writeEdits, type PlannedEdit } from './plannedEdit.js';
import { printDiagnostics } from './printDiagnostics.js';
import { isBlocked, type Known, requireHistory, understand } from './project.js';
import { tellPublicChange } from './publicChange.js';
import { requireNetwork, type CommonOptions, type ExitCode, type Terminal } from './terminal.js';
import { pullTickets } from './ticketPull.js';
import { planPush, pushTickets } from './ticketPush.js';
import { createTold, type Told } from './told.js';

export interface SyncOptions extends CommonOptions {
  /** Also makes missing tickets, and makes those that were made say what their items say. */
  push: boolean;
  /** Prints what would change, as a patch, and what would be sent; writes and sends nothing. */
  dryRun: boolean;
  /** Says what differs, exits 1 where anything does, and changes nothing. */
  check: boolean;
}

/**
 * Asks the ticket systems whether items are open and whose they are, and writes that into the incident files by range, and
 * into the snapshot. What one ticket says is written whatever becomes of another. Throws a `Failure` at the end where
 * something could not be asked.
 */
export async function sync(options: SyncOptions, terminal: Terminal): Promise<ExitCode> {
  const project = setAside(readProject(options.root), terminal);
  const before = requireHistory(await understand(project, terminal.findAsOf));
  const { settings } = before.history;
  if (!settings.sync.github && !settings.sync.jira)
    throw new Failure('`sync` of site/site.yaml names no ticket system; docs/tickets.md says how');
  const systems = createSystems(settings, requireNetwork(terminal));
  // A missing token is told before anything is asked.
  const target = options.push ? findTarget(settings) : undefined;
  if (target?.ok) systems.of(target.system);
  const told = createTold();
  await listenWhile(
    () => exchange(),
    () => undefined,
  );
  for (const warning of told.warnings) terminal.note(`${printable(warning)}\n`);
  if (told.failures.length > 0) throw new Failure(told.failures.join('; '));
  return told.isFinding || (options.check && told.differs) ? 1 : 0;

  async function exchange(): Promise<void> {
    const isDry = options.dryRun || options.check;
    const pulled = await pullTickets(before, systems, told);
    const judged = await judgeEdits(pulled.plans, before, terminal.findAsOf);
    tellRefused(judged.refused, told, terminal);
    const push = options.push
      ? await planPush(before, pulled.tickets, systems, told, terminal.findAsOf)
      : undefined;
    const writer = createEditWriter(project);
    if (!isDry) writer.write(writeEdits(judged.accepted, before).texts);
    if (options.dryRun) await printPatch(project, judged.files, terminal);
    const print = options.dryRun ? terminal.note : terminal.print;
    for (const one of judged.accepted) print(renderPlan(one));
    told.differs ||= judged.accepted.length > 0;

    const edits: PlannedEdit[] = [...judged.accepted];
    const tickets = new Map(pulled.tickets);
    if (push && isDry) {
      for (const one of push.words) print(`${printable(one)}\n`);
      told.differs ||= push.words.length > 0;
    } else if (push) {
      await pushTickets(push, {
        told,
        print: (text) => print(`${printable(text)}\n`),
        writeReference: (edit) => {
          edits.push(edit);
          writer.write(writeEdits(edits, before).texts);
        },
        keep: (ticket) => void tickets.set(ticket.key, ticket),
      });
    }
    const asked = pulled.tickets.size + pulled.unasked.size;
    terminal.note(`Asked for ${asked === 1 ? '1 ticket' : `${asked} tickets`}.\n`);
    keepSnapshot(before, { tickets, unasked: pulled.unasked, isDry }, told, print);
    if (options.dryRun) terminal.note('Nothing was written, and nothing was sent.\n');
    const paths = new Set(judged.files.map(({ path }) => path));
    if (paths.size > 0) await tellPublicChange(before, judged.after, (path) => paths.has(path), terminal);
  }

  /** Writes the snapshot where it is not what it should be; what could not be asked stays in it as it was. */
  function keepSnapshot(
    { project: { root } }: Known,
    found: Pick<Awaited<ReturnType<typeof pullTickets>>, 'tickets' | 'unasked'> & { isDry: boolean },
    { warnings }: Told,
    print: Terminal['print'],
  ): void {
    const file = project.fileExists(snapshotPath) ? readTextFile(root, snapshotPath, []) : undefined;
    const old = file && parseSnapshot(file.text);
    if (file && !old) warnings.push(`${snapshotPath} could not be read, and is written anew`);
    // What cannot be read here may have tickets all the same.
    const isWhole = !isBlocked(before.diagnostics);
    const kept = (old?.tickets ?? []).filter(
      ({ ticket }) => !found.tickets.has(ticket) && (found.unasked.has(ticket) || !isWhole),
    );
    if (!isWhole)
      warnings.push('Errors would stop a build, and items may be missing here: run `afterword check`');
    const read = [...found.tickets.values()].map((one) => createSnapshotTicket(one, settings.timezone));
    const tickets = [...read, ...kept];
    const text = renderSnapshot(tickets);
    if (text === file?.text || (!file && tickets.length === 0)) return;
    told.differs = true;
    print(`${snapshotPath}: ${tickets.length === 1 ? '1 ticket' : `${tickets.length} tickets`}\n`);
    if (found.isDry) return;
    const path = join(root, snapshotPath);
    if (file) writeEditedFile({ path, before: file.text, after: text });
    else writeNewFile(path, text);
  }
}

/** Says which errors stand in the way of which files, whose edits were left out. */
function tellRefused(
  refused: Awaited<ReturnType<typeof judgeEdits>>['refused'],
  told: Told,
  terminal: Terminal,
): void {
  for (const { edited, diagnostics } of refused) {
    told.isFinding = true;
    terminal.note('What the tickets say would bring this, and is not written into these files:\n');
    printDiagnostics({ ...terminal, print: terminal.note }, edited, diagnostics);
  }
}
