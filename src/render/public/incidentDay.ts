import type { PublicIncident } from '../../audience/publicHistory.js';
import { describeDays } from '../component/whenWords.js';
import type { Wording } from '../wording/wording.js';

/** The day of its beginning with its year, as exactly as it is known: `14 March 2026`, `June 2014`. */
export function wholeDay({ started, year }: PublicIncident, { list, time }: Wording): string {
  return (year === undefined ? undefined : describeDays(started, time)) ?? list.dateUnknown;
}
