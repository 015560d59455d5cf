import type { Environment } from './token.js';

/** What reaching a ticket system takes of the outside. */
export interface Network {
  /** Where tokens are. */
  env: Environment;
  /** Waits some milliseconds. */
  wait: (milliseconds: number) => Promise<void>;
  /** Milliseconds for one answer, all of it; half a minute when absent. */
  patience?: number;
}
