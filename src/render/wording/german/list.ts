import { createGrammar, type Nouns } from '../grammar.js';
import type { Wording } from '../wording.js';

const { count, number } = createGrammar('de');

const incidents: Nouns = { one: 'Vorfall', other: 'Vorfälle' };

export const list: Wording['list'] = {
  yearCount: (told, retracted) =>
    retracted === 0
      ? count(told, incidents)
      : `${count(told, incidents)}, ${number(retracted)} zurückgezogen`,
  earlierAmong: 'Die Seiten dieser Jahre nennen sie, und die anderen Vorfälle des Jahres.',
  yearMore: (left, year) =>
    year === undefined ? `${number(left)} weitere ohne Datum` : `${number(left)} weitere im Jahr ${year}`,
  undated: 'Ohne Datum',
  undatedNote: 'Aus welchem Jahr sie sind, ist nicht bekannt.',

  ongoing: 'Dauert an',
  toFollow: 'Bericht folgt',
  dateUnknown: 'Datum unbekannt',

  number: (amount) => number(amount),
  columns: (year) => `Die Vorfälle des Jahres ${year} nach Monaten`,
  month: (name, amount) => `${name}: ${count(amount, incidents)}`,

  severity: 'Schweregrad',
  severityTitle: (label) => `Vorfälle mit dem Schweregrad „${label}“`,
  severityLead: (label) => `Alle hier veröffentlichten Vorfälle mit dem Schweregrad „${label}“.`,
  severityCountsAsMajor: 'Vorfälle mit diesem Schweregrad gelten als schwer.',
  severityEmpty: 'Keiner ist veröffentlicht',
  severityEmptyText: (label) =>
    `Mit dem Schweregrad „${label}“ ist kein Vorfall veröffentlicht. Sollte es einen geben, steht sein Bericht hier.`,
  majorFeed: 'Feed aller schweren Vorfälle',

  cause: 'Ursache',
  causeTitle: (category) => `Vorfälle mit der Ursache „${category}“`,
  causeLead: (category) =>
    `Alle hier veröffentlichten Vorfälle, deren Bericht eine Ursache der Kategorie „${category}“ nennt. Ein Vorfall kann mehrere Ursachen haben und deshalb auf mehreren dieser Seiten stehen.`,
};
