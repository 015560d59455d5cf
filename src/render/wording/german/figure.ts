import { createGrammar } from '../grammar.js';
import type { Wording } from '../wording.js';

const { count, fixed, list, number } = createGrammar('de');

const percent = (value: number): string => (value === 100 ? '100' : fixed(value, 2));

const weigh = (weight: number): string =>
  weight >= 1 ? 'voll' : weight <= 0 ? 'gar nicht' : `zu ${number(weight * 100, 1)} %`;

export const figure: Wording['figure'] = {
  share: (value) => `${percent(value)} %`,
  shares: (min, max) => `${percent(min)} bis ${percent(max)} %`,
  over: (share) => `über ${share}`,
  atMost: (share) => `höchstens ${share}`,
  notKnown: 'nicht bekannt',
  none: 'keine',
  levels: { outage: 'Ausfall', partial: 'Teilausfall', degraded: 'Beeinträchtigung' },
  levelLength: (level, length) => `${level} ${length}`,
  list,
  number: (value) => number(value),
  incidents: (value) => count(value, { one: 'Vorfall', other: 'Vorfälle' }),

  month: 'Monat',
  service: 'Dienst',
  affected: 'Betroffen',
  downtime: 'Zählt als Ausfallzeit',
  availability: 'Verfügbarkeit',
  monthsOf: (service, first, last) =>
    first === last
      ? `Ausfallzeit und Verfügbarkeit von ${service}, ${first}`
      : `Ausfallzeit und Verfügbarkeit von ${service} nach Monaten, ${first} bis ${last}`,
  soFar: 'bisher',
  fromDay: (day) => `ab ${day}`,
  noFigure: 'keine Angabe',
  nobodyKnows: (value) =>
    value === 1
      ? 'ein Vorfall, dessen Ende niemand kennt, zählt nicht mit'
      : `${value} Vorfälle, deren Ende niemand kennt, zählen nicht mit`,

  chartTitle: (service, first, last) => `Ausfallzeit von ${service} nach Monaten, ${first} bis ${last}`,
  chartMonth: (month, length) => `${month}: ${length}`,
  chartRest: 'in den übrigen Monaten keine',
  chartAxis: (length) => `${length} Ausfallzeit`,

  daysOf: (service, first, last) => `Tage von ${service}, ${first} bis ${last}`,
  daysOfMonth: (month) => `Tage im ${month} nach Diensten`,
  day: (day, what) => `${day}: ${what}`,
  daysTo: (first, last) => `${first} bis ${last}`,
  eachDay: (days, what) => `${days}, jeden Tag: ${what}`,
  dayLevel: (level, length) => `${level}, ${length}`,
  dayPerhaps: (level) => `möglicherweise ${level}`,
  dayMaintenance: 'Wartung',
  dayData: 'Daten verloren oder offengelegt, keine Ausfallzeit',
  dayUncounted: 'betroffen, wie lange, hat niemand festgehalten',
  dayIncidents: (what, value) => `${what}; ${value} Vorfälle`,
  dayQuiet: 'Kein Vorfall',
  monthQuiet: 'Kein Vorfall veröffentlicht',
  severalTitle: 'Tage mit mehr als einem Vorfall',
  key: {
    outage: 'Ausfall',
    partial: 'Teilausfall',
    degraded: 'Beeinträchtigung',
    perhaps: 'nicht sicher',
    aside: 'Wartung oder Daten, keine Ausfallzeit',
    quiet: 'kein Vorfall veröffentlicht',
  },

  methodTitle: 'Wie gezählt wird',
  method: (weights) => [
    'Die Verfügbarkeit ist der Anteil eines Monats, in dem der Dienst nicht ausgefallen war.',
    `Von allen Vorfällen, die hier veröffentlicht sind, zählt in jedem Augenblick nur der schwerste, und nur einmal: ein Ausfall ${weigh(weights.outage)}, ein Teilausfall ${weigh(weights.partial)}, eine Beeinträchtigung ${weigh(weights.degraded)}.`,
    'Geplante Wartung zählt nicht, ebenso wenig Daten, die verloren gingen oder offengelegt wurden.',
    'Wo Zeiten nur ungefähr bekannt sind, steht eine Spanne; ein Ende, das niemand festgehalten hat, zählt nicht mit, und das steht dabei.',
  ],
  methodZone: (zone) => `Tage und Monate richten sich nach: ${zone}.`,
  methodPublished: 'Was nie veröffentlicht wurde, steht in keiner Zahl.',
  methodSince: (day) => `Vor diesem Tag gibt es keine Zahlen: ${day}.`,
};
