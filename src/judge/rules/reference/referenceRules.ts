import type { Rule } from '../../rule.js';
import { anchorBroken } from './anchorBroken.js';
import { duplicateEntry } from './duplicateEntry.js';
import { linkBroken } from './linkBroken.js';
import { unknownCategory } from './unknownCategory.js';
import { unknownCause } from './unknownCause.js';
import { unknownIncident } from './unknownIncident.js';
import { unknownItem } from './unknownItem.js';
import { unknownOwner } from './unknownOwner.js';
import { unknownPerson } from './unknownPerson.js';
import { unknownPriority } from './unknownPriority.js';
import { unknownService } from './unknownService.js';
import { unknownSeverity } from './unknownSeverity.js';
import { unknownTeam } from './unknownTeam.js';

/** What a file names exists. */
export const referenceRules: readonly Rule[] = [
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
  anchorBroken,
];
