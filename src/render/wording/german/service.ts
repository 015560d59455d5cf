import { createGrammar } from '../grammar.js';
import type { Wording } from '../wording.js';

const { count, number } = createGrammar('de');
const incidents = (value: number): string => count(value, { one: 'Vorfall', other: 'Vorfälle' });

export const service: Wording['service'] = {
  title: 'Dienste',
  description:
    'Die Dienste, deren Vorfälle hier veröffentlicht sind, und wie es ihnen in den letzten zwölf Monaten ging.',
  descriptionOf: (name) =>
    `Wie es um ${name} stand: veröffentlichte Vorfälle, Ausfallzeit und Verfügbarkeit.`,
  asOf: (day) => `Stand: ${day}`,
  otherServices: 'Weitere Dienste',
  noService:
    'Noch ist kein Dienst genannt. Dienste stehen hier, sobald sie in den Einstellungen der Website stehen.',

  onDay: (day) => `Am ${day}`,
  nothing: 'Kein laufender Vorfall',
  nothingNote: 'soweit hier veröffentlicht',
  affected: { outage: 'Ausfall', partial: 'Teilausfall', degraded: 'Beeinträchtigt', other: 'Betroffen' },
  maintenance: 'In Wartung',
  since: (time) => `seit: ${time}`,

  lastMonths: 'Letzte zwölf Monate',
  sinceDay: (day) => `Seit ${day}`,
  available: (share) => `${share} verfügbar`,
  downtimeOf: (length) => `${length} zählen als Ausfallzeit`,
  noDowntime: 'keine Ausfallzeit',
  noFigure: 'Noch keine Angabe',
  published: 'Veröffentlichte Vorfälle',
  latest: (day) => `der letzte: ${day}`,
  latestGoesOn: 'der letzte dauert noch an',
  promised: 'Was danach zugesagt wurde',

  incidentsTitle: 'Vorfälle',
  earlier: (value, isCut) =>
    isCut
      ? `Die ${number(value)} davor; noch frühere stehen unter ihren Jahren`
      : `Alle ${number(value)} davor`,
  monthsTitle: 'Ausfallzeit nach Monaten',
  noDowntimeAt: 'In diesen zwölf Monaten zählt nichts als Ausfallzeit.',
  daysTitle: 'Tag für Tag',
  earlierYears: 'Frühere Jahre',
  year: (year, downtime, value) => `${year}: ${downtime}, ${incidents(value)}`,
  yearDowntime: (length) => `${length} Ausfallzeit`,
  yearNoDowntime: 'keine Ausfallzeit',
  quietYear: (year) => `${year}: kein Vorfall veröffentlicht`,
  olderYears: 'Die Jahre davor sind nach Monaten erzählt, für alle Dienste gemeinsam:',
  follow: 'Diesem Dienst folgen',
  followNote: 'Ein Feed nur mit den Vorfällen dieses Dienstes, für einen Feedreader oder einen Chatraum.',
  feed: (name) => `Feed: ${name}`,

  emptySince: (day) => `Kein Vorfall veröffentlicht seit: ${day}`,
  empty: 'Zu diesem Dienst ist kein Vorfall veröffentlicht',
  emptyText:
    'Sollte ihn je ein Vorfall treffen, steht der Bericht hier: wie schwer, wie lange, an welchen Tagen, und was zugesagt wurde, damit es nicht wieder geschieht.',
  emptyFigures:
    'Die Verfügbarkeit wird nur aus veröffentlichten Vorfällen berechnet; hier gibt es also nichts zu zählen.',

  noIncident: 'Kein Vorfall veröffentlicht',
  listed: (value, latest) =>
    value === 1 ? `${incidents(value)}, ${latest}` : `${incidents(value)}, der letzte ${latest}`,
  goesOn: (level) => `Dauert noch an: ${level}`,
  stripTitle: (name, first, last) => `${name}, ${first} bis ${last}`,
  stripMonth: (month, what) => `${month}: ${what}`,
  stripQuiet: 'kein Vorfall in diesen zwölf Monaten',
  stripRest: 'kein Vorfall in den übrigen Monaten',
  glance:
    'Jedes Zeichen ist ein Monat, das letzte der Monat, aus dem diese Seite ist: das Schwerste, das in ihm geschah.',
  counted: 'Gezählt werden nur Vorfälle, die hier veröffentlicht sind.',
};
