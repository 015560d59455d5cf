import { isCertainlyAfterDay, isDayAfter, type Day } from '../../../time/day.js';
import type { When } from '../../../time/when.js';
import type { Incident } from '../../../model/incident.js';
import type { Document } from '../../../parse/document.js';
import type { DataPath } from '../../../parse/yamlTree.js';
import { getAt } from '../../../validate/repair.js';
import type { Rule } from '../../rule.js';
import { milestones } from './timesOrder.js';

/** What has happened cannot lie ahead; a wrong year is the usual cause. It reads `asOf`, so it never blocks. */
export const futureTime: Rule = {
  id: 'future-time',
  level: 'error',
  blocks: false,
  description: 'Only `due`, `scheduled`, `since` and `until` may lie after the day of the check.',
  bad: `corrections:
  - date: 2027-03-20
    text: We first wrote that search was affected as well. It was not.`,
  good: `corrections:
  - date: 2026-03-20
    text: We first wrote that search was affected as well. It was not.`,
  *check({ incident, document, history }) {
    const { asOf, settings } = history;
    const isAhead = (when: When): boolean => isCertainlyAfterDay(when, asOf, settings.timezone);
    for (const [path, when, hangs] of findTimes(incident, document)) {
      // A time that counts from another one is wrong because that one is, and that has been said.
      if (!when || !isAhead(when) || (hangs && isAhead(hangs))) continue;
      yield {
        path,
        message: `${when.words} is after ${asOf}, the day of this check`,
        hint: 'Correct the date; what is planned stands under `scheduled`.',
      };
    }
    for (const [path, day] of findDays(incident, document)) {
      if (!day || day === 'unknown' || !isDayAfter(day, asOf)) continue;
      yield {
        path,
        message: `${day.words} is after ${asOf}, the day of this check`,
        hint: 'Correct the date; what is still to be done stands under `due`.',
      };
    }
  },
};

/** Every time that is written and tells of the past, with the time it counts from. */
function* findTimes(
  incident: Incident,
  document: Document,
): Generator<[DataPath, When | undefined, When | undefined]> {
  const { started } = incident;
  // Maintenance that lies ahead starts in the future, and so does what it means for customers.
  const isPlanned = incident.kind === 'maintenance' && incident.scheduled !== undefined;
  const counts = (path: DataPath): boolean => /^\s*~?\s*\+/.test(String(getAt(document.data, path)));
  for (const name of milestones) {
    if (isPlanned && name === 'started') continue;
    if (getAt(document.data, [name]) !== undefined)
      yield [[name], incident[name], counts([name]) ? started : undefined];
  }
  for (const [index, entry] of incident.impact.entries()) {
    for (const key of ['from', 'to'] as const) {
      const path: DataPath = ['impact', index, key];
      if (isPlanned || getAt(document.data, path) === undefined) continue;
      yield [path, entry[key], counts(path) ? (key === 'from' ? started : entry.from) : undefined];
    }
  }
  for (const list of ['timeline', 'updates'] as const) {
    let previous: When | undefined = started;
    for (const [index, entry] of incident[list].entries()) {
      yield [[list, index, 'at'], entry.at, entry.relative ? previous : undefined];
      previous = entry.at ?? previous;
    }
  }
}

/** Every day that is written and tells of the past. */
function findDays(incident: Incident, document: Document): [DataPath, Day | 'unknown' | undefined][] {
  return [
    [['finished'], incident.finished],
    [['last_told'], incident.lastTold],
    [['review', 'date'], incident.review?.date],
    [['public', 'retracted', 'date'], incident.publication?.retracted?.date],
    ...incident.corrections.map(({ date }, index): [DataPath, Day] => [['corrections', index, 'date'], date]),
    ...incident.questions.map(({ date }, index): [DataPath, Day | undefined] => [
      ['questions', index, 'date'],
      date,
    ]),
    ...incident.remediation.flatMap((item, index): [DataPath, Day | 'unknown' | undefined][] => {
      const opened: DataPath = ['remediation', index, 'opened'];
      return [
        // The day that is taken where none is written is that of something else.
        [opened, getAt(document.data, opened) === undefined ? undefined : item.opened],
        [['remediation', index, 'done'], item.done],
        [['remediation', index, 'verified', 'date'], item.verified?.date],
        ...item.moved.map(({ date }, at): [DataPath, Day | undefined] => [
          ['remediation', index, 'moved', at, 'date'],
          date,
        ]),
      ];
    }),
  ];
}
