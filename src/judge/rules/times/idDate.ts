import { dayOf } from '../../../time/day.js';
import type { Rule } from '../../rule.js';

/** The id is the address, so it stays when a time is corrected; but a new file should begin with its date. */
export const idDate: Rule = {
  id: 'id-date',
  level: 'warning',
  blocks: false,
  description:
    'The file’s name begins with as much of the date of `started` as is known, or with `undated-`.',
  bad: {
    'incidents/2026-04-13-checkout-down.md': 'started: 2026-03-14 09:05',
  },
  good: {
    'incidents/2026-03-14-checkout-down.md': 'started: 2026-03-14 09:05',
  },
  *check({ incident }) {
    const { started, id } = incident;
    const date = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d{2})?)?(?=-)/.exec(id)?.[0];
    const day = dayOf(started, incident.zone);
    if (date === undefined) {
      if (!day || !id.startsWith('undated-')) return;
      yield {
        path: ['started'],
        message: `The id says \`undated\`, \`started\` is ${started.words}`,
        hint: 'Rename the file and keep the old address under `aliases`.',
      };
    } else if (day && (date < day.first.slice(0, date.length) || date > day.last.slice(0, date.length))) {
      yield {
        path: ['started'],
        message: `The id begins with \`${date}\`, \`started\` is ${started.words}`,
        hint: 'Correct the one that is wrong. Addresses stay: waive this where the id has long been public.',
      };
    }
  },
};
