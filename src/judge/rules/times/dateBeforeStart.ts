import { dayOf, isDayBefore, type Day } from '../../../time/day.js';
import type { Incident } from '../../../model/incident.js';
import type { DataPath } from '../../../parse/yamlTree.js';
import type { Rule } from '../../rule.js';

/** Nobody writes of an incident before it begins; a slip in the year is the usual cause. */
export const dateBeforeStart: Rule = {
  id: 'date-before-start',
  level: 'warning',
  blocks: false,
  description:
    'What comes after an incident does not lie before it: `finished`, the date of the review, of a correction or of a question. Maintenance, which is announced, may be asked about before.',
  bad: `finished: 2025-03-18`,
  good: `finished: 2026-03-18`,
  *check({ incident }) {
    const started = dayOf(incident.started, incident.zone);
    if (!started || incident.kind === 'maintenance') return;
    for (const [path, day] of findDays(incident)) {
      if (!day || !isDayBefore(day, started.first)) continue;
      yield {
        path,
        message: `\`${path.filter((step) => typeof step === 'string').join('.')}\` (${day.words}) is before the incident began (${started.words})`,
        hint: 'Correct one of the two dates: mostly it is the year.',
      };
    }
  },
};

/** Every day of what is written about an incident. */
function findDays({ finished, review, corrections, questions }: Incident): [DataPath, Day | undefined][] {
  return [
    [['finished'], finished],
    [['review', 'date'], review?.date],
    ...corrections.map(({ date }, index): [DataPath, Day] => [['corrections', index, 'date'], date]),
    ...questions.map(({ date }, index): [DataPath, Day | undefined] => [['questions', index, 'date'], date]),
  ];
}
