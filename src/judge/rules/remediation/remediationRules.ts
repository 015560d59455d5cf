import type { Rule } from '../../rule.js';
import { causeUnaddressed } from './causeUnaddressed.js';
import { doneBeforeOpened } from './doneBeforeOpened.js';
import { doneDateMissing } from './doneDateMissing.js';
import { doneWhenMissing } from './doneWhenMissing.js';
import { dueBeforeOpened } from './dueBeforeOpened.js';
import { dueMovedSilently } from './dueMovedSilently.js';
import { dueMissing } from './dueMissing.js';
import { humanError } from './humanError.js';
import { itemAimless } from './itemAimless.js';
import { itemVerb } from './itemVerb.js';
import { movedOrder } from './movedOrder.js';
import { ownerMissing } from './ownerMissing.js';
import { stateDiffers } from './stateDiffers.js';
import { supersededByMissing } from './supersededByMissing.js';
import { teamOwned } from './teamOwned.js';
import { ticketTwice } from './ticketTwice.js';
import { vagueItem } from './vagueItem.js';
import { wontDoReason } from './wontDoReason.js';

/** Causes that are causes, and promises that can be kept, and be seen to be kept. */
export const remediationRules: readonly Rule[] = [
  humanError,
  causeUnaddressed,
  itemAimless,
  vagueItem,
  itemVerb,
  ownerMissing,
  teamOwned,
  dueMissing,
  doneWhenMissing,
  dueBeforeOpened,
  movedOrder,
  dueMovedSilently,
  doneDateMissing,
  doneBeforeOpened,
  stateDiffers,
  wontDoReason,
  supersededByMissing,
  ticketTwice,
];
