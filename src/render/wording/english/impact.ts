import { createGrammar } from '../grammar.js';

const { list } = createGrammar('en-GB');

const nouns = {
  outage: 'outage',
  partial: 'partial outage',
  degraded: 'degraded service',
  'data-loss': 'data loss',
  exposure: 'exposure of data',
};

/** How a service was affected. */
export const impact = {
  levels: {
    outage: 'Outage',
    partial: 'Partial outage',
    degraded: 'Degraded',
    'data-loss': 'Data lost',
    exposure: 'Data exposed',
  },
  /** The same within a line. */
  labels: {
    outage: 'outage',
    partial: 'partial outage',
    degraded: 'degraded',
    'data-loss': 'data lost',
    exposure: 'data exposed',
  },
  /** Several levels at once, in the order in which one tells them: `Outage, partial outage and data loss`. */
  levelsTogether: (levels: readonly (keyof typeof nouns)[]) => {
    const text = list(levels.map((level) => nouns[level]));
    return text.charAt(0).toUpperCase() + text.slice(1);
  },
  /** What a level means to the one who used the service, where its name does not say it. */
  meanings: {
    outage: 'nobody could use it',
    partial: 'some could not use it',
    degraded: 'it worked, but worse',
    'data-loss': '',
    exposure: 'others could see them',
  },
  /** The same of several services. */
  meaningsOfSeveral: {
    outage: 'nobody could use them',
    partial: 'some could not use them',
    degraded: 'they worked, but worse',
    'data-loss': '',
    exposure: 'others could see them',
  },
  /** The same while it goes on. */
  meaningsOngoing: {
    outage: 'nobody can use it',
    partial: 'some cannot use it',
    degraded: 'it works, but worse',
    'data-loss': '',
    exposure: 'others can see them',
  },
  meaningsOfSeveralOngoing: {
    outage: 'nobody can use them',
    partial: 'some cannot use them',
    degraded: 'they work, but worse',
    'data-loss': '',
    exposure: 'others can see them',
  },
  title: 'Impact by service',
  titleAhead: 'What to expect, by service',
  service: 'Service',
  degree: 'Degree',
  when: 'When',
  howLong: 'How long',
  affected: 'Affected',
  share: 'Share',
  where: 'Where',
  note: 'Note',
  since: (time: string) => `since ${time}`,
  goesOn: 'goes on',
  notKnown: 'not known',
  numbers: 'In numbers',
  /** The drawing of the windows. */
  drawing: 'When each service was affected, to scale',
  drawingAhead: 'When each service will be affected, to scale',
  drawn: (service: string, level: string, length: string) => `${service}: ${level}, ${length}.`,
  drawnUnknown: (service: string, level: string) => `${service}: ${level}, for an unknown time.`,
  noticed: 'noticed',
};
