import { createGrammar, type Nouns } from '../grammar.js';
import type { Wording } from '../wording.js';

const { count, number } = createGrammar('de');

const promises: Nouns = { one: 'Zusage', other: 'Zusagen' };
const days: Nouns = { one: 'Tag', other: 'Tage' };

const prepositions = { day: 'am', month: 'im', quarter: 'im', year: 'im Jahr', range: '' };

export const commitment: Wording['commitment'] = {
  states: {
    proposed: 'Vorgeschlagen',
    open: 'Offen',
    'in-progress': 'In Arbeit',
    blocked: 'Blockiert',
    done: 'Erledigt',
    'wont-do': 'Wird nicht umgesetzt',
    superseded: 'Ersetzt',
  },
  lateBy: (late) => `${count(late, days)} überfällig`,
  openLate: (state, late) => `${state}, ${count(late, days)} überfällig`,
  doneUnknown: 'Erledigt, wann ist nicht festgehalten',
  doneOn: (day) => `Erledigt ${day}`,
  doneInTime: (day) => `Erledigt ${day}, rechtzeitig`,
  doneLate: (day, late) => `Erledigt ${day}, ${count(late, days)} zu spät`,
  whenTold: (state) => `${state} nach letztem Stand`,
  whenToldOn: (state, day) => `${state}, zuletzt berichtet ${day}`,
  asTold: 'Stand des Berichts',
  asToldOn: (day) => `zuletzt berichtet ${day}`,

  promises: (amount) => count(amount, promises),
  none: 'Nichts wurde zugesagt',
  allReplaced: 'Alle Zusagen wurden durch andere ersetzt',
  kept: (kept, all) => {
    if (all === 1) return kept === 1 ? 'Die eine Zusage ist erfüllt' : '1 Zusage, noch nicht erfüllt';
    if (kept === all) return all === 2 ? 'Beide Zusagen erfüllt' : `Alle ${number(all)} Zusagen erfüllt`;
    return kept === 0
      ? `Noch keine von ${number(all)} Zusagen erfüllt`
      : `${number(kept)} von ${number(all)} Zusagen erfüllt`;
  },
  late: (amount, most) =>
    amount === 1
      ? `1 ist seit ${most === 1 ? 'einem Tag' : `${number(most)} Tagen`} überfällig`
      : `${number(amount)} sind überfällig, eine davon seit ${most === 1 ? 'einem Tag' : `${number(most)} Tagen`}`,
  dropped: (amount) => `${number(amount)} ${amount === 1 ? 'wurde' : 'wurden'} aufgegeben`,
  notFollowed: (amount) =>
    amount === 1
      ? '1 weitere wurde seit ihrem Bericht nicht weiterverfolgt'
      : `${number(amount)} weitere wurden seit ihren Berichten nicht weiterverfolgt`,
  toldDone: (done, all) => `nach letztem Stand ${number(done)} von ${number(all)} Zusagen erledigt`,
  lastTold: (day) => `zuletzt berichtet ${day}`,
  lastToldInReports: 'zuletzt in den Berichten erwähnt',

  due: (precision) => `Fällig ${prepositions[precision]}`.trim(),
  noDate: 'Ohne Termin',
  firstDue: (precision) => `Ursprünglich ${prepositions[precision]}`.trim(),
  moved: (times) => (times === 2 ? 'zweimal verschoben' : `${number(times)}-mal verschoben`),
  after: 'Nach dem Vorfall:',
  reason: 'Der Grund:',
  replacedBy: 'Ersetzt durch',
  doneWhen: 'Gilt als erledigt, wenn:',
  checked: (day, result) =>
    `Geprüft ${day}: ${
      {
        effective: 'es wirkt',
        ineffective: 'es leistet nicht, was es sollte',
        unclear: 'noch nicht zu sagen, ob es wirkt',
      }[result]
    }`,
  answers: (causes) => (causes === 1 ? 'Antwort auf Ursache' : 'Antwort auf die Ursachen'),
  and: 'und',
  took: (length) => `Dauer: ${length}`,
  tookNothing: 'am Tag, an dem der Vorfall vorbei war',
};
