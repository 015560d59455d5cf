import { createGrammar } from '../grammar.js';
import type { Wording } from '../wording.js';

const { count } = createGrammar('de');

export const timeline: Wording['timeline'] = {
  kinds: {
    'lead-up': 'Davor',
    started: 'Beginn',
    detected: 'Bemerkt',
    escalated: 'Eskaliert',
    diagnosed: 'Diagnose',
    acted: 'Maßnahme',
    mitigated: 'Eingegrenzt',
    resolved: 'Behoben',
    communicated: 'Kunden informiert',
    investigating: 'Wird untersucht',
    identified: 'Ursache erkannt',
    monitoring: 'Wird beobachtet',
    update: 'Zwischenstand',
  },
  until: (time) => `bis ${time}`,
  later: (length) => `${length} später`,
  nextDay: 'am nächsten Tag',
  daysLater: (days) => `${count(days, { one: 'Tag', other: 'Tage' })} später`,
};
