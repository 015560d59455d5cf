import { createGrammar, type Nouns } from '../grammar.js';
import type { Wording } from '../wording.js';

const { count, number } = createGrammar('de');

const incidents: Nouns = { one: 'Vorfall', other: 'Vorfälle' };
const days: Nouns = { one: 'Tag', other: 'Tagen' };

export const home: Wording['home'] = {
  description: (title, day) => `${title}: was geschah, warum, und was zugesagt wurde. Stand: ${day}.`,
  asOf: (day) => `Stand: ${day}`,

  ongoing: 'Dauert an',
  underWay: 'Wartung läuft',
  planned: 'Geplante Wartung',
  alsoPlanned: 'Außerdem geplant',
  since: (time) => `Seit ${time}`,
  inZone: (time, zone) => `${time}, ${zone}`,
  said: (time) => `${time}:`,

  lastMajor: 'Letzter schwerer Vorfall',
  goingOn: 'Dauert an',
  noMajor: 'Keiner',
  noMajorBasis: 'unter den hier veröffentlichten Vorfällen',
  ago: (min, max) => (min === max ? `Vor ${count(min, days)}` : `Vor ${number(min)} bis ${count(max, days)}`),
  endedOn: (day) => `Beendet am ${day}`,
  promised: 'Was zugesagt wurde',
  promises: (open, late) =>
    open === 0
      ? 'Nichts offen'
      : late === 0
        ? `${number(open)} offen`
        : `${number(open)} offen, ${number(late)} überfällig`,
  year: (year) => `Bisher im Jahr ${year}`,
  yearCount: (incidentCount) => (incidentCount === 0 ? 'Keine Vorfälle' : count(incidentCount, incidents)),
  yearBefore: (incidentCount, year) =>
    incidentCount === 0 ? `Keiner im ganzen Jahr ${year}` : `${number(incidentCount)} im ganzen Jahr ${year}`,

  collection: ({ all, dated, companies, first, last }) => {
    const span = first === last ? `aus dem Jahr ${first}` : `aus den Jahren ${first} bis ${last}`;
    const whose = companies > 1 ? ` bei ${number(companies)} Unternehmen` : '';
    const undated = all - dated;
    const when =
      dated === 0
        ? ''
        : undated === 0
          ? ` ${span}`
          : `: ${number(dated)} ${span}, ${number(undated)} ohne bekanntes Datum`;
    return `${count(all, incidents)}${whose}${when}.`;
  },
  notAddedUp: 'Zahlen verschiedener Unternehmen werden nicht zusammengezählt.',

  earlier: 'Frühere Jahre',
  empty: 'Noch sind keine Vorfälle veröffentlicht',
  emptyText:
    'Wenn etwas ausfällt, steht hier ein Bericht: was geschah, für wen, wie lange, warum, und was zugesagt wird, damit es nicht wieder geschieht. Er erscheint an dem Tag, den seine Verfasser dafür festlegen.',
};
