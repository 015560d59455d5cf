import { compareText } from '../diagnostic/diagnostic.js';
import type { Settings } from '../settings/settings.js';
import { compareForList } from '../time/when.js';
import type { Incident } from './incident.js';

/** Everything the project knows, as of a day. */
export interface History {
  /** The day it is as of, `YYYY-MM-DD`, in the site's zone. */
  asOf: string;
  settings: Settings;
  /** Newest first, the undated last. */
  incidents: Incident[];
  /** Ids of all files, also of those that could not be read: no other file is told that they do not exist. */
  ids: ReadonlySet<string>;
}

/** Puts incidents in the order of lists: newest first, the undated last, then by id. */
export function compareIncidents(a: Incident, b: Incident): number {
  const undated = Number(a.year === undefined) - Number(b.year === undefined);
  return undated || compareForList(b.started, a.started) || compareText(a.id, b.id);
}
