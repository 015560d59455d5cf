import type { KeyChange } from '../parse/yamlEdit.js';
import { isOpen, type RemediationItem } from '../model/remediationItem.js';
import { isDayAfter, parseDay, parseDayOrUnknown, type Day } from '../time/day.js';
import type { IsoDay } from '../time/isoDay.js';

/** What becomes of an item: the verb of the command line, with what it is told. */
export type ItemEdit =
  | { verb: 'done'; on?: string | undefined }
  | { verb: 'start' | 'block' | 'reopen' }
  | { verb: 'due'; due: string; reason?: string | undefined }
  | { verb: 'assign'; owner: string };

/** What is to change in the file, nothing where it is so already, and that in words; or why it must not. */
export type EditPlan = { ok: true; changes: KeyChange[]; words: string } | { ok: false; message: string };

/** Says what an edit changes of an item as of a day. The owner has been looked for. */
export function planItemEdit(edit: ItemEdit, item: RemediationItem, asOf: IsoDay): EditPlan {
  switch (edit.verb) {
    case 'done':
      return finish(item, edit.on, asOf);
    case 'start':
      return move(item, 'in-progress');
    case 'block':
      return move(item, 'blocked');
    case 'reopen':
      return reopen(item);
    case 'due':
      return postpone(item, edit, asOf);
    case 'assign':
      return assign(item, edit.owner);
  }
}

const change = (words: string, ...changes: KeyChange[]): EditPlan => ({ ok: true, changes, words });
const keep = (words: string): EditPlan => change(`${words}; nothing changes`);
const refuse = (message: string): EditPlan => ({ ok: false, message });

function finish(item: RemediationItem, written: string | undefined, asOf: IsoDay): EditPlan {
  const on = written === undefined ? undefined : parseDayOrUnknown(written);
  if (on && !on.ok) return refuse(`--on: ${on.message} ${on.hint ?? ''}`.trim());
  if (on && on.day !== 'unknown' && isDayAfter(on.day, asOf))
    return refuse(`--on: ${on.day.words} is after ${asOf}, and nothing is done in the future`);
  const day = on ? spell(on.day) : asOf;
  if (item.state !== 'done') {
    if (isDropped(item)) return refuse(describeClosed(item));
    return change(`done on ${day}`, { key: 'state', is: 'done' }, { key: 'done', is: day });
  }
  const known = item.done && spell(item.done);
  if (!on)
    return keep(
      known === undefined
        ? 'done already, and nobody wrote when (--on says it)'
        : `done already, on ${known}`,
    );
  if (known === day) return keep(`done already, on ${day}`);
  const before = known === undefined ? '' : `, no longer on ${known}`;
  return change(`done on ${day}${before}`, { key: 'done', is: day });
}

function move(item: RemediationItem, state: 'in-progress' | 'blocked'): EditPlan {
  if (item.state === state) return keep(`${state} already`);
  if (item.state === 'done' || isDropped(item)) return refuse(describeClosed(item));
  return change(`${state}, it was ${item.state}`, { key: 'state', is: state });
}

function reopen(item: RemediationItem): EditPlan {
  if (item.state === 'proposed') return refuse('it is only proposed; `start` begins it');
  const done: KeyChange[] = item.done === undefined ? [] : [{ key: 'done', is: undefined }];
  const taken = item.done === undefined ? '' : `; its date of \`done\`, ${spell(item.done)}, is taken away`;
  if (!isOpen(item))
    return change(`open, it was ${item.state}${taken}`, { key: 'state', is: 'open' }, ...done);
  return done.length === 0
    ? keep(`${item.state} already`)
    : change(`${item.state} as before${taken}`, ...done);
}

function postpone(
  item: RemediationItem,
  { due: written, reason }: { due: string; reason?: string | undefined },
  asOf: IsoDay,
): EditPlan {
  const due = parseDay(written);
  if (!due.ok) return refuse(`${due.message} ${due.hint ?? ''}`.trim());
  if (item.state === 'done' || isDropped(item)) return refuse(describeClosed(item));
  const to: KeyChange = { key: 'due', is: spell(due.day) };
  if (!item.due) return change(`due ${spell(due.day)}`, to);
  // `2026-12` and `2026-12-31` end on one day, and only one of them promises a day.
  if (spell(item.due) === spell(due.day)) return keep(`due ${spell(due.day)} already`);
  const moved = { from: spell(item.due), date: asOf, ...(reason === undefined ? {} : { reason }) };
  return change(`due ${spell(due.day)}, moved from ${spell(item.due)}`, to, { key: 'moved', append: moved });
}

function assign(item: RemediationItem, owner: string): EditPlan {
  if (item.owner === owner) return keep(`owned by ${owner} already`);
  const before = item.owner === undefined ? '' : `, no longer by ${item.owner}`;
  return change(`owned by ${owner}${before}`, { key: 'owner', is: owner });
}

function isDropped({ state }: RemediationItem): boolean {
  return state === 'wont-do' || state === 'superseded';
}

function describeClosed({ state }: RemediationItem): string {
  return `it is ${state}; \`reopen\` it first`;
}

/** As the author wrote it. */
function spell(day: Day | 'unknown'): string {
  return day === 'unknown' ? day : day.words;
}
