import { parseWhen } from '../time/parseWhen.js';
import { resolveWhen } from '../time/resolveWhen.js';
import type { When } from '../time/when.js';
import type { Roles } from './roles.js';

/** One event of another tool's record, on its way to being an entry of a timeline. */
export interface ImportedEntry {
  when: When;
  kind?: 'detected' | 'escalated' | 'communicated' | 'resolved';
  /** Markdown of one paragraph in which nothing stands that its author could have meant as Markdown. */
  text: string;
  /** Where it can be seen: an address that may become a link. */
  evidence?: string;
}

/** What a reader of another tool's record may know. */
export interface ImportContext {
  /** The zone of times that have no offset, and in which all times are written. */
  zone: string;
  /** When the incident started, for times without a day. */
  started: When | undefined;
  roles: Roles;
  /** Only messages that were pinned, or have one of these reactions; none: all messages. */
  pinned: boolean;
  emoji: readonly string[];
  /** The address of the channel, from which those of its messages are made. */
  archive: string | undefined;
}

/** What was read, in the order of its times as far as that is known, and what was left out, in words. */
export interface ImportedTimeline {
  entries: ImportedEntry[];
  notes: string[];
}

/** An instant, in milliseconds since 1970, as a time to the minute in a zone; undefined where no calendar goes. */
export function placeInstant(instant: number, zone: string): When | undefined {
  if (!Number.isFinite(instant) || Math.abs(instant) > 8.64e15) return undefined;
  const parsed = parseWhen(`${new Date(instant).toISOString().slice(0, 16)}Z`);
  const resolved = parsed.ok ? resolveWhen(parsed.form, { zone, field: 'entry' }) : parsed;
  return resolved.ok ? resolved.when : undefined;
}

/** A written time behind the time before it. Why it has no place is told in words. */
export function placeWritten(
  text: string,
  { zone, started }: ImportContext,
  previous: When | undefined,
): { when: When } | { message: string } {
  const parsed = parseWhen(text);
  const resolved = parsed.ok ? resolveWhen(parsed.form, { zone, field: 'entry', started, previous }) : parsed;
  return resolved.ok ? { when: resolved.when } : { message: resolved.message };
}

/** By time; entries of one minute stay in their order. */
export function sortEntries(entries: readonly ImportedEntry[]): ImportedEntry[] {
  return entries.toSorted((a, b) => (a.when.anchor ?? 0) - (b.when.anchor ?? 0));
}
