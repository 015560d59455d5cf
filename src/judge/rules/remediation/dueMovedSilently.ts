import { isOpen } from '../../../model/remediationItem.js';
import { splitFrontMatter } from '../../../parse/frontMatter.js';
import { parseYaml } from '../../../parse/yaml.js';
import { parseDay, type Day } from '../../../time/day.js';
import type { Rule } from '../../rule.js';

const path = 'incidents/2026-03-14-checkout-down.md';
const item = `remediation:
  - id: R1
    title: Rotate the log of the order database every hour
    type: prevent
    owner: kim`;
const before = { [`HEAD:${path}`]: `${item}\n    due: 2026-12-11` };

/** A date that moves without a trace was never missed: the pile looks as young as on the first day. */
export const dueMovedSilently: Rule = {
  id: 'due-moved-silently',
  level: 'warning',
  blocks: false,
  description:
    'Where the due date of an open item is another one than git has, `moved` keeps the one before, so that how often and how far it slipped can be told. What git has is the commit that the branch has in common with the default branch of `origin`, or without a remote the last one: a date counts as promised once it is there.',
  bad: { ...before, [path]: `${item}\n    due: 2027-02-26` },
  good: {
    ...before,
    [path]: `${item}
    due: 2027-02-26
    moved:
      - from: 2026-12-11
        date: 2026-11-20
        reason: The part comes in January.`,
  },
  *check({ incident, document, findEarlierText }) {
    if (incident.lastTold !== undefined || !incident.remediation.some((one) => isOpen(one) && one.due))
      return;
    const text = findEarlierText(document.path, document.text);
    const promised = text === undefined ? undefined : parseDueDates(text);
    if (!promised) return;
    for (const [index, { id, due, state, moved }] of incident.remediation.entries()) {
      const earlier = promised.get(id);
      if (!earlier || !due || !isOpen({ state }) || due.last === earlier.last) continue;
      if (moved.some(({ from }) => from.last === earlier.last)) continue;
      yield {
        path: ['remediation', index, 'due'],
        message: `\`${id}\` was due ${earlier.words}, is due ${due.words} now, and \`moved\` does not say so`,
        hint: `Add \`- from: ${earlier.words}\` under \`moved\`, with the day and the reason; \`afterword remediation due\` writes it with the new date.`,
      };
    }
  },
};

/** When the open items of a file are due, by their ids; none where the file cannot be read without doubt. */
function parseDueDates(text: string): ReadonlyMap<string, Day> {
  const dates = new Map<string, Day>();
  const split = splitFrontMatter(text);
  const yaml = split.ok ? parseYaml(text, split.frontMatter) : undefined;
  const items =
    yaml?.problems.length === 0 ? (yaml.data as { remediation?: unknown }).remediation : undefined;
  for (const written of Array.isArray(items) ? (items as unknown[]) : []) {
    const { id, due, state = 'open' } = (written ?? {}) as Record<string, unknown>;
    const day = typeof due === 'string' ? parseDay(due) : undefined;
    if (typeof id !== 'string' || typeof state !== 'string' || !day?.ok) continue;
    if (['open', 'in-progress', 'blocked'].includes(state)) dates.set(id, day.day);
  }
  return dates;
}
