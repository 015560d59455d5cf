import { compareText } from '../diagnostic/diagnostic.js';
import { isDamaged } from '../model/incident.js';
import { isOpen } from '../model/remediationItem.js';
import { findSystemTicket } from '../model/ticketSystem.js';
import { createFacts, createTicketTitle } from '../sync/facts.js';
import type { Systems } from '../sync/system.js';
import { findTarget } from '../sync/target.js';
import type { Ticket, TicketAdapter, TicketDraft } from '../sync/ticket.js';
import { findHandle } from '../sync/verdict.js';
import type { NamedItem } from './itemName.js';
import type { Known } from './project.js';
import { judgeEdits, writeEdits, type PlannedEdit } from './plannedEdit.js';
import type { Terminal } from './terminal.js';
import { listSystemTickets } from './ticketEdit.js';
import { gather, type Told } from './told.js';

/** What is to be sent. */
export interface PushPlan {
  known: Known;
  updates: { named: NamedItem; key: string; draft: TicketDraft; adapter: TicketAdapter; words: string }[];
  /** `made`: the reference of a ticket that a run which was cut has made already. */
  creates: { named: NamedItem; draft: TicketDraft; adapter: TicketAdapter; made: string | undefined }[];
  /** In words, one line each. */
  words: string[];
}

/** Says what git knows and the tickets do not: titles and the like of those that were made here, and missing ones. */
export async function planPush(
  known: Known,
  tickets: ReadonlyMap<string, Ticket>,
  systems: Systems,
  told: Told,
  findAsOf: Terminal['findAsOf'],
): Promise<PushPlan> {
  const updates = listUpdates(known, tickets, systems).filter((one) => isFit(one, known, told));
  const creates = (await listCreates(known, systems, told, findAsOf)).filter((one) =>
    isFit(one, known, told),
  );
  const words = [
    ...updates.map((one) => one.words),
    ...creates.map(({ named: { item }, adapter, made, draft }) =>
      made === undefined
        ? `${item.globalId}: a new ticket in ${adapter.system}, “${draft.title}”`
        : `${item.globalId}: its ticket ${made}, which an earlier run made`,
    ),
  ];
  return { known, updates, creates, words };
}

/** What is not known comes last. */
function compareDays(a = '9999', b = '9999'): number {
  return compareText(a, b);
}

/** A ticket system is read by more people than the file. */
function isFit({ draft }: { draft: TicketDraft }, { findSecrets }: Known, told: Told): boolean {
  if (findSecrets(`${draft.title}\n${draft.facts}`).length === 0) return true;
  told.isFinding = true;
  told.warnings.push(
    `${draft.globalId}: its title or a cause holds a secret, which is not sent anywhere; run \`afterword check\``,
  );
  return false;
}

function listUpdates(
  { history }: Known,
  tickets: ReadonlyMap<string, Ticket>,
  systems: Systems,
): PushPlan['updates'] {
  return listItems(history).flatMap((named) => {
    const { item } = named;
    if (item.state === 'wont-do' || item.state === 'superseded') return [];
    return listSystemTickets(item, history.settings).flatMap(({ system, key }) => {
      // What is closed is left as people knew it.
      if (tickets.get(key)?.state !== 'open') return [];
      const adapter = systems.of(system);
      const draft = createDraft(named, adapter, history);
      const differences = adapter.listDifferences(key, draft);
      const words = `${item.globalId}: ${differences.join(', ')} of ${key}`;
      return differences.length === 0 ? [] : [{ named, key, draft, adapter, words }];
    });
  });
}

async function listCreates(
  known: Known,
  systems: Systems,
  told: Told,
  findAsOf: Terminal['findAsOf'],
): Promise<PushPlan['creates']> {
  const { history } = known;
  const lacking = listItems(history).filter(
    ({ item }) => isOpen(item) && item.lastTold === undefined && item.tickets.length === 0,
  );
  if (lacking.length === 0) return [];
  const target = findTarget(history.settings);
  if (!target.ok) {
    told.failures.push(target.message);
    return [];
  }
  const adapter = systems.of(target.system);
  // A ticket cannot be older than what it is about.
  const days = lacking.map(({ item }) => item.opened?.first);
  const since = days.includes(undefined) ? undefined : days.toSorted(compareDays)[0];
  const made = await adapter.findMade(since);
  if (!made.ok) {
    told.failures.push(`no ticket was made: ${made.message}`);
    return [];
  }
  // Nothing is made that could not be written into its file.
  const trials = lacking.map((named, index) =>
    planReference(named, adapter.system === 'github' ? `gh:o/r#${index + 1}` : `TRIAL-${index + 1}`),
  );
  const { stuck } = writeEdits(trials, known);
  const { accepted, refused } = await judgeEdits(
    trials.filter((one) => !stuck.includes(one)),
    known,
    findAsOf,
  );
  if (stuck.length > 0 || refused.length > 0) told.isFinding = true;
  const fit = new Set(accepted.map(({ item }) => item.globalId));
  for (const { item, incident } of lacking) {
    if (!fit.has(item.globalId))
      told.warnings.push(
        `${item.globalId} gets no ticket: its reference cannot be written into ${incident.path}`,
      );
  }
  return lacking
    .filter(({ item }) => fit.has(item.globalId))
    .map((named) => ({
      named,
      adapter,
      draft: createDraft(named, adapter, history),
      made: made.value.get(named.item.globalId),
    }));
}

function listItems({ incidents }: Known['history']): NamedItem[] {
  return incidents.flatMap((incident) =>
    incident.remediation.flatMap((item, index) =>
      isDamaged(incident, ['remediation', index]) ? [] : [{ item, incident, index }],
    ),
  );
}

function createDraft(
  { item, incident }: NamedItem,
  { system }: TicketAdapter,
  { settings }: Known['history'],
): TicketDraft {
  const owner = settings.people.find(({ id }) => id === item.owner);
  return {
    globalId: item.globalId,
    title: createTicketTitle(item),
    facts: createFacts(item, incident),
    due: item.due?.last,
    assignee: owner && findHandle(system, owner),
  };
}

function planReference(named: NamedItem, reference: string): PlannedEdit {
  return {
    ...named,
    plan: { ok: true, changes: [{ key: 'ticket', is: reference }], words: `ticket ${reference}` },
  };
}

export interface Pushing {
  told: Told;
  print: (line: string) => void;
  /** Writes the reference of a new ticket into its file, at once: until then only the ticket's mark tells whose it is. */
  writeReference: (edit: PlannedEdit) => void;
  /** Keeps a ticket for the snapshot. */
  keep: (ticket: Ticket) => void;
}

/** Sends what was planned, one after the other; what one of them refuses stops no other. */
export async function pushTickets(
  { known, updates, creates }: PushPlan,
  { told, print, writeReference, keep }: Pushing,
): Promise<void> {
  const failed: { key: string; message: string }[] = [];
  for (const { key, draft, adapter, words } of updates) {
    const answer = await adapter.describe(key, draft);
    if (answer.ok) print(words);
    else failed.push({ key, message: answer.message });
  }
  for (const { named, draft, adapter, made } of creates) {
    const answer = made === undefined ? await adapter.create(draft) : { ok: true as const, value: made };
    if (!answer.ok) {
      failed.push({ key: draft.globalId, message: answer.message });
      continue;
    }
    const edit = planReference(named, answer.value);
    const key = findSystemTicket(answer.value, known.history.settings)?.key ?? '';
    const before = made === undefined ? 'made' : 'made by an earlier run';
    writeReference(edit);
    print(`${draft.globalId}: ticket ${answer.value}, ${before}`);
    // For the snapshot, as the next run finds it.
    const ticket = await adapter.read(key);
    if (ticket.ok) keep(ticket.value);
  }
  told.failures.push(...gather(failed));
}
