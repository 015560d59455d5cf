import type { When } from '../time/when.js';
import type { FrontMatter } from '../validate/schema/incident.js';

type Written = NonNullable<FrontMatter['timeline']>[number];

/** One event. */
export interface TimelineEntry extends Omit<Written, 'at' | 'until' | 'internal'> {
  /** Undefined: between its neighbours. */
  at: When | undefined;
  until: When | undefined;
  /** Whether its time counts from the entry before, e.g. `+17m` or `13:05`. */
  relative: boolean;
  internal: boolean;
}
