import { isCertainlyAfterDay, isDayAfter, type Day } from '../../time/day.js';
import type { When } from '../../time/when.js';
import type { Incident } from '../../model/incident.js';
import type { DataPath } from '../../parse/yamlTree.js';
import type { Rule } from '../rule.js';

/** What has happened cannot lie ahead; a wrong year is the usual cause. It reads `asOf`, so it never blocks. */
export const futureTime: Rule = {
  id: 'future-time',
  level: 'error',
  blocks: false,
  description: 'Only `due`, `scheduled`, `since` and `until` may lie after the day of the check.',
  *check({ incident, history }) {
    const times: [DataPath, When | undefined][] = [
      ...(['started', 'detected', 'mitigated', 'resolved'] as const).map(
        (name): [DataPath, When | undefined] => [[name], incident[name]],
      ),
      ...incident.timeline.map((entry, index): [DataPath, When | undefined] => [
        ['timeline', index, 'at'],
        entry.at,
      ]),
      ...incident.updates.map((entry, index): [DataPath, When | undefined] => [
        ['updates', index, 'at'],
        entry.at,
      ]),
    ];
    for (const [path, when] of times) {
      if (!when || !isCertainlyAfterDay(when, history.asOf, history.settings.timezone)) continue;
      // Maintenance that lies ahead starts in the future.
      if (incident.kind === 'maintenance' && incident.scheduled && path[0] === 'started') continue;
      yield {
        path,
        message: `${when.words} is after ${history.asOf}, the day of this check`,
        hint: 'Correct the date; what is planned stands under `scheduled`.',
      };
    }
    for (const [path, day] of findDays(incident)) {
      if (!day || day === 'unknown' || !isDayAfter(day, history.asOf)) continue;
      yield {
        path,
        message: `${day.words} is after ${history.asOf}, the day of this check`,
        hint: 'Correct the date; what is still to be done stands under `due`.',
      };
    }
  },
};

/** Every day that tells of the past. */
function findDays(incident: Incident): [DataPath, Day | 'unknown' | undefined][] {
  return [
    [['finished'], incident.finished],
    [['last_told'], incident.lastTold],
    [['review', 'date'], incident.review?.date],
    ...incident.corrections.map(({ date }, index): [DataPath, Day] => [['corrections', index, 'date'], date]),
    ...incident.questions.map(({ date }, index): [DataPath, Day | undefined] => [
      ['questions', index, 'date'],
      date,
    ]),
    ...incident.remediation.flatMap((item, index): [DataPath, Day | 'unknown' | undefined][] => [
      [['remediation', index, 'done'], item.done],
      [['remediation', index, 'verified', 'date'], item.verified?.date],
      ...item.moved.map(({ date }, at): [DataPath, Day | undefined] => [
        ['remediation', index, 'moved', at, 'date'],
        date,
      ]),
    ]),
  ];
}
