import { createGrammar } from '../grammar.js';
import type { Wording } from '../wording.js';

const { list } = createGrammar('de');

const nouns = {
  outage: 'Ausfall',
  partial: 'Teilausfall',
  degraded: 'Beeinträchtigung',
  'data-loss': 'Datenverlust',
  exposure: 'Offenlegung von Daten',
};

export const impact: Wording['impact'] = {
  levels: {
    outage: 'Ausfall',
    partial: 'Teilausfall',
    degraded: 'Beeinträchtigt',
    'data-loss': 'Daten verloren',
    exposure: 'Daten offengelegt',
  },
  labels: {
    outage: 'Ausfall',
    partial: 'Teilausfall',
    degraded: 'beeinträchtigt',
    'data-loss': 'Daten verloren',
    exposure: 'Daten offengelegt',
  },
  levelsTogether: (levels) => list(levels.map((level) => nouns[level])),
  meanings: {
    outage: 'niemand konnte den Dienst nutzen',
    partial: 'manche konnten den Dienst nicht nutzen',
    degraded: 'der Dienst lief, aber schlechter',
    'data-loss': '',
    exposure: 'andere konnten sie sehen',
  },
  meaningsOfSeveral: {
    outage: 'niemand konnte die Dienste nutzen',
    partial: 'manche konnten die Dienste nicht nutzen',
    degraded: 'die Dienste liefen, aber schlechter',
    'data-loss': '',
    exposure: 'andere konnten sie sehen',
  },
  meaningsOngoing: {
    outage: 'niemand kann den Dienst nutzen',
    partial: 'manche können den Dienst nicht nutzen',
    degraded: 'der Dienst läuft, aber schlechter',
    'data-loss': '',
    exposure: 'andere können sie sehen',
  },
  meaningsOfSeveralOngoing: {
    outage: 'niemand kann die Dienste nutzen',
    partial: 'manche können die Dienste nicht nutzen',
    degraded: 'die Dienste laufen, aber schlechter',
    'data-loss': '',
    exposure: 'andere können sie sehen',
  },
  title: 'Auswirkungen nach Dienst',
  titleAhead: 'Was zu erwarten ist, nach Dienst',
  service: 'Dienst',
  degree: 'Ausmaß',
  when: 'Wann',
  howLong: 'Wie lange',
  affected: 'Betroffen',
  share: 'Anteil',
  where: 'Wo',
  note: 'Anmerkung',
  since: (time) => `seit ${time}`,
  goesOn: 'dauert an',
  notKnown: 'nicht bekannt',
  numbers: 'In Zahlen',
  drawing: 'Wann jeder Dienst betroffen war, maßstäblich',
  drawingAhead: 'Wann jeder Dienst betroffen sein wird, maßstäblich',
  drawn: (service, level, length) => `${service}: ${level}, ${length}.`,
  drawnUnknown: (service, level) => `${service}: ${level}, unbekannt lange.`,
  noticed: 'bemerkt',
};
