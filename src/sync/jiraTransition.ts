import * as z from 'zod';
import type { Settings } from '../settings/settings.js';
import { refuse, type Answer } from './answer.js';

/** The steps that an issue's workflow allows from where it is. */
export const transitionsSchema = z.object({
  transitions: z.array(
    z.object({
      id: z.string(),
      to: z.object({ name: z.string(), statusCategory: z.object({ key: z.string() }) }),
    }),
  ),
});
type Transition = z.output<typeof transitionsSchema>['transitions'][number];

/**
 * The step that closes an issue, or opens it again, by its id: the one into the status that the settings name, else the
 * only one that leads there. Where several do, somebody has to say which is meant.
 */
export function findTransition(
  transitions: readonly Transition[],
  isDone: boolean,
  { done_status: doneStatus, open_status: openStatus }: NonNullable<Settings['sync']['jira']>,
): Answer<string> {
  const [key, wanted] = isDone
    ? (['done_status', doneStatus] as const)
    : (['open_status', openStatus] as const);
  const fitting = transitions.filter(({ to }) => (to.statusCategory.key === 'done') === isDone);
  const chosen = wanted === undefined ? fitting : fitting.filter(({ to }) => to.name === wanted);
  const [first] = chosen;
  if (first && chosen.length === 1) return { ok: true, value: first.id };
  const names = [...new Set(fitting.map(({ to }) => to.name))].map((name) => name.slice(0, 60));
  const what = isDone ? 'closes it' : 'opens it again';
  if (names.length === 0) return refuse('unasked', `no step of its workflow in Jira ${what}`);
  return refuse(
    'unasked',
    `Jira has ${names.length === 1 ? 'another step' : 'several steps'} that ${what} (${names.join(', ')}); \`${key}\` in \`sync.jira\` of site/site.yaml says which`,
  );
}
