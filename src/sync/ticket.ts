import type { SystemName } from '../model/ticketSystem.js';
import type { IsoDay } from '../time/isoDay.js';
import type { Answer } from './answer.js';

/** A ticket as its system tells it. */
export interface Ticket {
  /** `gh:owner/repo#7` in small letters, or `PAY-42`. */
  key: string;
  url: string;
  /** `dropped`: closed, and not because it is done. `unclear`: closed, and nobody here knows what that word means. */
  state: 'open' | 'done' | 'dropped' | 'unclear';
  /** How the system calls it, e.g. `not_planned`. */
  word: string;
  /** The instant at which it was closed; undefined where it is open, or nobody says. */
  closed: string | undefined;
  /** What people are called there. */
  assignees: readonly string[];
  /** The item that a ticket of ours is about. */
  madeFor: string | undefined;
}

/** What a ticket says of an item. */
export interface TicketDraft {
  globalId: string;
  title: string;
  /** One line for each thing that git knows; the first names the item, so that the ticket is found again. */
  facts: string;
  /** The last day on which it is in time. */
  due: IsoDay | undefined;
  /** What its owner is called there. */
  assignee: string | undefined;
}

/** A ticket system, as far as `sync` knows it. Another one is one more file. */
export interface TicketAdapter {
  system: SystemName;
  read: (key: string) => Promise<Answer<Ticket>>;
  /** The tickets that were made for items since a day, by the items' global ids: also those of a run that was cut. */
  findMade: (since: IsoDay | undefined) => Promise<Answer<ReadonlyMap<string, string>>>;
  /** Makes a ticket, and gives the reference that belongs into the file. */
  create: (draft: TicketDraft) => Promise<Answer<string>>;
  /** What a ticket that was read says otherwise than its item; nothing where it was not made for it. */
  listDifferences: (key: string, draft: TicketDraft) => readonly string[];
  /** Makes the ticket say what its item says. */
  describe: (key: string, draft: TicketDraft) => Promise<Answer<undefined>>;
  close: (key: string) => Promise<Answer<undefined>>;
  reopen: (key: string) => Promise<Answer<undefined>>;
  assign: (key: string, handle: string) => Promise<Answer<undefined>>;
}
