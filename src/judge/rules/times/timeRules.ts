import type { Rule } from '../../rule.js';
import { dateBeforeStart } from './dateBeforeStart.js';
import { durationImplausible } from './durationImplausible.js';
import { futureTime } from './futureTime.js';
import { idDate } from './idDate.js';
import { impactOutside } from './impactOutside.js';
import { milestoneDiffers } from './milestoneDiffers.js';
import { openLong } from './openLong.js';
import { timelineOrder } from './timelineOrder.js';
import { timelineOutside } from './timelineOutside.js';
import { timeSpelling } from './timeSpelling.js';
import { timesOrder } from './timesOrder.js';

/** When things happened: in order, and possible. */
export const timeRules: readonly Rule[] = [
  timesOrder,
  timelineOrder,
  timelineOutside,
  milestoneDiffers,
  impactOutside,
  durationImplausible,
  dateBeforeStart,
  futureTime,
  openLong,
  idDate,
  timeSpelling,
];
