import type { Rule } from '../../rule.js';
import { personHandle } from './personHandle.js';
import { secretInternal } from './secretInternal.js';
import { wouldLeak } from './wouldLeak.js';

/** What must not be told, in texts that are not public; the rules of the gate refuse it in those that are. */
export const leakRules: readonly Rule[] = [secretInternal, wouldLeak, personHandle];
