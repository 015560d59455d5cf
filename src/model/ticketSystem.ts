import type { Settings } from '../settings/settings.js';

/** The ticket systems that `sync` can ask. */
export type SystemName = 'github' | 'jira';

/** A ticket of a system that `sync` of the settings names. */
export interface SystemTicket {
  system: SystemName;
  /** Its one name, however it is written: `gh:owner/repo#7` in small letters, or `PAY-42`. */
  key: string;
}

/**
 * The ticket of a system of `sync` that a reference means; undefined where none of them keeps it. A system that names a
 * repository, a project or an address keeps only what is there.
 */
export function findSystemTicket(
  reference: string,
  { sync, tickets }: Pick<Settings, 'sync' | 'tickets'>,
): SystemTicket | undefined {
  const issue = readIssue(reference, sync.github?.url);
  if (issue) {
    const { github } = sync;
    const isThere = github?.repo === undefined || github.repo.toLowerCase() === issue.repo;
    return github && isThere ? { system: 'github', key: `gh:${issue.repo}#${issue.number}` } : undefined;
  }
  const { jira } = sync;
  if (!jira) return undefined;
  const letters = /^([A-Z][A-Z0-9_]*)-\d+$/.exec(reference)?.[1];
  const address = letters === undefined ? reference : tickets[letters];
  // A key alone tells of no other system, as long as the settings do not say where it leads.
  if (address !== undefined && !address.startsWith(jira.url)) return undefined;
  const [, key, project] = /(?:^|\/)(([A-Z][A-Z0-9_]*)-\d+)(?:[/?#]|$)/.exec(reference) ?? [];
  if (key === undefined || (jira.project !== undefined && project !== jira.project)) return undefined;
  return { system: 'jira', key };
}

/** An issue or pull request of GitHub, or of an Enterprise at an address; `repo` in small letters. */
export function readIssue(
  reference: string,
  url = 'https://github.com/',
): { repo: string; number: number } | undefined {
  const rest = reference.toLowerCase().startsWith(url.toLowerCase()) ? reference.slice(url.length) : '';
  const [, repo, number] =
    /^gh:([\w.-]+\/[\w.-]+)#(\d{1,9})$/.exec(reference) ??
    /^([\w.-]+\/[\w.-]+)\/(?:issues|pull)\/(\d{1,9})(?:[/?#]|$)/i.exec(rest) ??
    [];
  // A name of dots would lead elsewhere in an address.
  if (repo === undefined || repo.split('/').some((name) => /^\.\.?$/.test(name))) return undefined;
  return { repo: repo.toLowerCase(), number: Number(number) };
}
