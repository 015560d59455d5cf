import { teamsOfIncident } from '../../../model/figures/incidentTeam.js';
import type { Incident } from '../../../model/incident.js';
import { findTeamOf } from '../../../model/reference.js';
import type { TrackedItem } from '../../../model/trackedItem.js';
import type { Settings } from '../../../settings/settings.js';
import type { Owed } from '../owed.js';
import { compareCounts, findName } from '../ownership.js';
import type { Tracker } from '../tracker.js';

/** A team with what it and its members own, and what happened to its services. */
export interface TeamRecord {
  id: string;
  name: string;
  members: Settings['people'];
  services: Settings['services'];
  /** Items of the team, and those that a member owns for another. */
  items: TrackedItem[];
  /** The incidents that affected its services, in the order of the history. */
  incidents: Incident[];
  /** What is owed in the reports of those. */
  owed: Owed[];
}

/** Every team of the settings, also with nothing to do, and those that only files name: who has most overdue first. */
export function createTeamRecords(tracker: Tracker): TeamRecord[] {
  const { items, history, owed } = tracker;
  const { settings, incidents } = history;
  const named = items.flatMap(({ item }) => item.team ?? []);
  const ids = new Set([...settings.teams.map(({ id }) => id), ...named]);
  return [...ids]
    .map((id): TeamRecord => {
      const isOwn = (incident: Incident): boolean => teamsOfIncident(incident, settings).includes(id);
      return {
        id,
        name: findName(settings, id),
        members: settings.people.filter(({ team }) => team === id),
        services: settings.services.filter(({ team }) => team === id),
        items: items.filter(
          ({ item }) => item.team === id || item.owner === id || findTeamOf(settings, item.owner) === id,
        ),
        incidents: incidents.filter(isOwn),
        owed: owed.filter(({ incident }) => incident !== undefined && isOwn(incident)),
      };
    })
    .toSorted((a, b) => compareCounts(a.items, b.items));
}
