import type { Incident } from '../../../model/incident.js';
import { compareCounts } from '../ownership.js';
import type { TrackedItem } from '../../../model/trackedItem.js';
import type { Tracker } from '../tracker.js';

/** A service with what happened to it, and what was promised after that. */
export interface ServiceRecord {
  id: string;
  name: string;
  team: string | undefined;
  /** Customers do not know of it. */
  internal: boolean;
  /** In the order of the history. */
  incidents: Incident[];
  items: TrackedItem[];
}

/** Every service of the settings, also where nothing ever happened, and those that only files name: which has most overdue first. */
export function createServiceRecords({ history, itemsOf }: Tracker): ServiceRecord[] {
  const { settings, incidents } = history;
  const named = incidents.flatMap(({ impact }) => impact.map(({ service }) => service));
  const ids = new Set([...settings.services.map(({ id }) => id), ...named]);
  return [...ids]
    .map((id): ServiceRecord => {
      const service = settings.services.find((one) => one.id === id);
      const own = incidents.filter(({ impact }) => impact.some((one) => one.service === id));
      return {
        id,
        name: service?.name ?? id,
        team: service?.team,
        internal: service?.internal === true,
        incidents: own,
        items: own.flatMap((incident) => itemsOf(incident)),
      };
    })
    .toSorted((a, b) => compareCounts(a.items, b.items) || b.incidents.length - a.incidents.length);
}
