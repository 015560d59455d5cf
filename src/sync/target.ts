import type { SystemName } from '../model/ticketSystem.js';
import type { Settings } from '../settings/settings.js';

/** The ticket system that gets new tickets, or why none does. */
export function findTarget({
  sync: { github, jira, create_in: wanted },
}: Pick<Settings, 'sync'>): { ok: true; system: SystemName } | { ok: false; message: string } {
  const able: SystemName[] = [
    ...(github?.repo === undefined ? [] : ['github' as const]),
    ...(jira?.project === undefined ? [] : ['jira' as const]),
  ];
  const [first] = wanted === undefined ? able : able.filter((one) => one === wanted);
  if (first === undefined)
    return {
      ok: false,
      message: '`sync` of site/site.yaml names no `github.repo` and no `jira.project` for new tickets',
    };
  if (wanted === undefined && able.length > 1)
    return {
      ok: false,
      message:
        'new tickets could go to GitHub and to Jira; `create_in` of `sync` in site/site.yaml says where',
    };
  return { ok: true, system: first };
}
