import type { Rule } from './rule.js';
import { doneDateMissing } from './rules/doneDateMissing.js';
import { dueMissing } from './rules/dueMissing.js';
import { duplicateEntry } from './rules/duplicateEntry.js';
import { emptyValue } from './rules/emptyValue.js';
import { futureTime } from './rules/futureTime.js';
import { gateRules } from './rules/gate/gateRules.js';
import { idDate } from './rules/idDate.js';
import { linkBroken } from './rules/linkBroken.js';
import { milestoneDiffers } from './rules/milestoneDiffers.js';
import { openLong } from './rules/openLong.js';
import { ownerMissing } from './rules/ownerMissing.js';
import { partMissing } from './rules/partMissing.js';
import { promptLeft } from './rules/promptLeft.js';
import { timelineOrder } from './rules/timelineOrder.js';
import { timesOrder } from './rules/timesOrder.js';
import { unknownCategory } from './rules/unknownCategory.js';
import { unknownCause } from './rules/unknownCause.js';
import { unknownIncident } from './rules/unknownIncident.js';
import { unknownItem } from './rules/unknownItem.js';
import { unknownOwner } from './rules/unknownOwner.js';
import { unknownPerson } from './rules/unknownPerson.js';
import { unknownPriority } from './rules/unknownPriority.js';
import { unknownService } from './rules/unknownService.js';
import { unknownSeverity } from './rules/unknownSeverity.js';
import { unknownTeam } from './rules/unknownTeam.js';

/** Every rule there is. A new one is a file and a line here. */
export const rules: readonly Rule[] = [
  // Times
  timesOrder,
  timelineOrder,
  milestoneDiffers,
  futureTime,
  openLong,
  idDate,
  // What must exist
  unknownSeverity,
  unknownService,
  unknownOwner,
  unknownTeam,
  unknownPerson,
  unknownPriority,
  unknownCategory,
  unknownCause,
  unknownIncident,
  unknownItem,
  duplicateEntry,
  linkBroken,
  // What is owed
  partMissing,
  emptyValue,
  promptLeft,
  ownerMissing,
  dueMissing,
  doneDateMissing,
  // What is public is what it seems
  ...gateRules,
];

/** The ids that `waive` and the settings can name. */
export const ruleIds: ReadonlySet<string> = new Set(rules.map((rule) => rule.id));
