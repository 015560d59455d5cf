import type { Incident } from '../../../model/incident.js';
import type { RemediationItem } from '../../../model/remediationItem.js';
import type { Document } from '../../../parse/document.js';
import { dayOf } from '../../../time/day.js';
import type { IsoDay } from '../../../time/isoDay.js';
import { getAt } from '../../../validate/repair.js';

/**
 * The first day on which an item can have been opened, and how to name it in a sentence: that of `opened` where
 * somebody wrote it, else the day on which the incident began. The day of the review, which the model takes where
 * nothing is written, proves nothing: things are done before it. Undefined where no day is known.
 */
export function findFirstDay(
  item: RemediationItem,
  index: number,
  incident: Incident,
  document: Document,
): { day: IsoDay; what: string } | undefined {
  const isWritten = getAt(document.data, ['remediation', index, 'opened']) !== undefined;
  if (isWritten)
    return item.opened && { day: item.opened.first, what: `it was opened (${item.opened.words})` };
  const started = dayOf(incident.started, incident.zone);
  return started && { day: started.first, what: `the incident began (${started.words})` };
}
