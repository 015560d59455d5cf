import type { Settings } from '../settings/settings.js';

/** A ticket system that `sync` names. */
export interface TicketSystem {
  /** Its key in the settings, such as `github`. */
  name: string;
}

/**
 * The ticket system of `sync` that a ticket belongs to; undefined where none of them keeps it. A system that names a
 * repository, a project or an address keeps only what is there.
 */
export function findTicketSystem(
  ticket: string,
  { sync, tickets }: Pick<Settings, 'sync' | 'tickets'>,
): TicketSystem | undefined {
  const github = readGithub(ticket);
  const key = /^([A-Z][A-Z0-9_]*)-\d+$/.exec(ticket)?.[1];
  const address = key === undefined ? ticket : tickets[key];
  const found = Object.entries(sync).find(([name, { repo, url, project }]) => {
    if (name === 'github') {
      const isThere = repo === undefined || github?.toLowerCase() === repo.toLowerCase();
      return github !== undefined && isThere;
    }
    if (github !== undefined) return false;
    const ofProject = key ?? /\/([A-Z][A-Z0-9_]*)-\d+(?:[/?#]|$)/.exec(ticket)?.[1];
    if (project !== undefined && ofProject !== project) return false;
    // A key alone tells of no other system, as long as the settings do not say where it leads.
    const isThere = url === undefined || address === undefined || address.startsWith(url);
    return (key !== undefined || url !== undefined) && isThere;
  });
  return found && { name: found[0] };
}

/** The `owner/repo` of a ticket of GitHub. */
function readGithub(ticket: string): string | undefined {
  return (
    /^gh:([\w.-]+\/[\w.-]+)#\d+$/.exec(ticket)?.[1] ??
    /^https?:\/\/github\.com\/([\w.-]+\/[\w.-]+)\/(?:issues|pull)\/\d+/i.exec(ticket)?.[1]
  );
}
