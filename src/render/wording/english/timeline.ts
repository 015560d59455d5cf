import { createGrammar } from '../grammar.js';

const { count } = createGrammar('en-GB');

/** What happened when. */
export const timeline = {
  /** Kinds of entries, and states of what was said. */
  kinds: {
    'lead-up': 'Before',
    started: 'Started',
    detected: 'Noticed',
    escalated: 'Escalated',
    diagnosed: 'Diagnosed',
    acted: 'Acted',
    mitigated: 'Mitigated',
    resolved: 'Resolved',
    communicated: 'Said to customers',
    investigating: 'Investigating',
    identified: 'Identified',
    monitoring: 'Monitoring',
    update: 'Update',
  },
  until: (time: string) => `to ${time}`,
  later: (length: string) => `${length} later`,
  nextDay: 'the next day',
  daysLater: (days: number) => `${count(days, { one: 'day', other: 'days' })} later`,
};
