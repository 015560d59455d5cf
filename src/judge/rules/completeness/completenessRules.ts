import type { Rule } from '../../rule.js';
import { causesMissing } from './causesMissing.js';
import { detectionUnsaid } from './detectionUnsaid.js';
import { emptyValue } from './emptyValue.js';
import { evidenceMissing } from './evidenceMissing.js';
import { impactNumber } from './impactNumber.js';
import { partMissing } from './partMissing.js';
import { pictureUndescribed } from './pictureUndescribed.js';
import { publicTextMissing } from './publicTextMissing.js';
import { placeholderLeft } from './placeholderLeft.js';
import { promptLeft } from './promptLeft.js';
import { questionOpen } from './questionOpen.js';
import { remediationMissing } from './remediationMissing.js';
import { sectionEmpty } from './sectionEmpty.js';
import { summaryThin } from './summaryThin.js';
import { timelineMissing } from './timelineMissing.js';

/** What a reader of such an incident looks for is there. */
export const completenessRules: readonly Rule[] = [
  partMissing,
  summaryThin,
  impactNumber,
  causesMissing,
  timelineMissing,
  evidenceMissing,
  detectionUnsaid,
  remediationMissing,
  emptyValue,
  sectionEmpty,
  placeholderLeft,
  promptLeft,
  questionOpen,
  pictureUndescribed,
  publicTextMissing,
];
