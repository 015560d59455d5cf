import type { Settings } from '../../settings/settings.js';
import type { Incident } from '../incident.js';

/** The teams of the services that an incident affected, each once, in the order of the settings. None: no team answers for them. */
export function teamsOfIncident(
  { impact }: Pick<Incident, 'impact'>,
  { services, teams }: Pick<Settings, 'services' | 'teams'>,
): string[] {
  const affected = new Set(impact.map(({ service }) => service));
  const found = new Set(services.flatMap(({ id, team }) => (affected.has(id) ? (team ?? []) : [])));
  return teams.flatMap(({ id }) => (found.has(id) ? [id] : []));
}
