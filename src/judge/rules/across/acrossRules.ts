import type { Rule } from '../../rule.js';
import { aliasTaken } from './aliasTaken.js';
import { duplicateTitle } from './duplicateTitle.js';
import { recurrenceOpen } from './recurrenceOpen.js';
import { relationOrder } from './relationOrder.js';
import { relationTwice } from './relationTwice.js';
import { supersededLoop } from './supersededLoop.js';

/** What several files say of each other. */
export const acrossRules: readonly Rule[] = [
  duplicateTitle,
  relationOrder,
  relationTwice,
  recurrenceOpen,
  supersededLoop,
  aliasTaken,
];
