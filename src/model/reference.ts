import type { Settings } from '../settings/settings.js';

/** A person or team by id, with the name that colleagues read. */
export interface Owner {
  id: string;
  name: string;
  kind: 'person' | 'team';
}

/** The person or team of an id; undefined when `site.yaml` knows neither. */
export function findOwner(settings: Settings, id: string): Owner | undefined {
  const person = settings.people.find((one) => one.id === id);
  if (person) return { id, name: person.name, kind: 'person' };
  const team = settings.teams.find((one) => one.id === id);
  return team && { id, name: team.name, kind: 'team' };
}

/** A person's team, or the team itself. */
export function findTeamOf(settings: Settings, owner: string | undefined): string | undefined {
  if (owner === undefined) return undefined;
  const person = settings.people.find((one) => one.id === owner);
  return person ? person.team : settings.teams.find((one) => one.id === owner)?.id;
}
