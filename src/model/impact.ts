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
