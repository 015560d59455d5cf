import type { Lasted } from '../time/lapse.js';
import type { When } from '../time/when.js';
import type { FrontMatter } from '../validate/schema/incident.js';

type Written = NonNullable<FrontMatter['impact']>[number];

/** One service, and how it was affected. */
export interface Impact extends Omit<Written, 'from' | 'to' | 'lasted' | 'internal'> {
  /** As written, else the incident's `started`. */
  from: When;
  /** As written, else the incident's `mitigated`, else `resolved`; undefined while it goes on, or where `lasted` says how long. */
  to: When | undefined;
  lasted: Lasted | undefined;
  internal: boolean;
}

/** Levels that take a service away from its users; the others are about data. */
export function isDowntime(level: Impact['level']): boolean {
  return level !== 'data-loss' && level !== 'exposure';
}
