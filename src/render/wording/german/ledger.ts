import { createGrammar, type Nouns } from '../grammar.js';
import type { Wording } from '../wording.js';

const { count, list, number, percent, noun } = createGrammar('de');

const promises: Nouns = { one: 'Zusage', other: 'Zusagen' };
const incidents: Nouns = { one: 'Vorfall', other: 'Vorfällen' };
const are: Nouns = { one: 'ist', other: 'sind' };
const became: Nouns = { one: 'wurde', other: 'wurden' };

export const ledger: Wording['ledger'] = {
  title: 'Zusagen',
  description: (day) =>
    `Alles, was nach Vorfällen zugesagt wurde, und was daraus geworden ist. Stand: ${day}.`,
  asOf: 'Stand:',
  empty: 'Noch ist nichts zugesagt',
  emptyText:
    'Ein Bericht sagt, was geändert wird, damit sich ein Vorfall nicht wiederholt. Jede solche Zusage steht hier mit dem Tag, an dem sie fällig ist, und bleibt hier stehen, wenn sie erledigt, überfällig oder aufgegeben ist.',
  byGroup:
    'Alles, was in den Berichten zugesagt wurde, nach Unternehmen, und wie es am genannten Tag darum stand.',
  otherGroup: 'Weitere',

  opening: (all, after, { late, open, done, dropped, superseded, notFollowed }) => {
    const unfinished = late + open;
    const parts = [
      ...(done > 0 ? [`${number(done)} ${noun(done, are)} erledigt`] : []),
      ...(unfinished > 0
        ? [
            `${number(unfinished)} ${noun(unfinished, are)} offen${
              late === 0
                ? unfinished === 1
                  ? ' und nicht überfällig'
                  : ', keine davon überfällig'
                : late === unfinished
                  ? unfinished === 1
                    ? ' und überfällig'
                    : ', alle davon überfällig'
                  : `, davon ${number(late)} überfällig`
            }`,
          ]
        : []),
      ...(dropped > 0 ? [`${number(dropped)} ${noun(dropped, became)} mit Begründung aufgegeben`] : []),
      ...(superseded > 0
        ? [`${number(superseded)} ${noun(superseded, became)} durch eine andere ersetzt`]
        : []),
      ...(notFollowed > 0
        ? [`${number(notFollowed)} ${noun(notFollowed, became)} seit dem Bericht nicht weiterverfolgt`]
        : []),
    ];
    return `${count(all, promises)} nach ${after === 1 ? 'einem Vorfall' : count(after, incidents)}: ${parts.join('; ')}.`;
  },

  late: 'Überfällig',
  lateMost: (days) => (days === 1 ? 'seit einem Tag' : `seit bis zu ${number(days)} Tagen`),
  lateOne: (days) => (days === 1 ? 'seit einem Tag' : `seit ${number(days)} Tagen`),
  open: 'Offen',
  openNext: 'Als Nächstes fällig:',
  openUndated: 'Alle ohne Termin',
  done: 'Erledigt',
  doneInTime: (inTime, late) =>
    late === 0
      ? `${number(inTime)} davon rechtzeitig`
      : `${number(inTime)} rechtzeitig, ${number(late)} zu spät`,
  dropped: 'Aufgegeben',
  droppedReason: 'Jeweils mit Begründung',
  none: 'Keine',

  promises: (amount) => count(amount, promises),
  superseded: 'Durch andere ersetzt',
  notFollowed: 'Seit dem Bericht nicht weiterverfolgt',
  notFollowedText:
    'Was aus diesen Zusagen geworden ist, teilt niemand mehr mit. Sie stehen hier so, wie der Bericht sie nennt, gelten nicht als überfällig und gehen in keine Zahl ein.',
  undated: 'Tag nicht festgehalten',

  record: 'Wie Zusagen eingehalten wurden',
  recordText: ({ due, inTime, undated, late, open, dropped }, day) => {
    if (due === 1) {
      const fate =
        inTime > 0
          ? 'wurde rechtzeitig erfüllt'
          : undated > 0
            ? 'wurde erfüllt; ob rechtzeitig, ist nicht festgehalten'
            : late > 0
              ? 'wurde verspätet erfüllt'
              : open > 0
                ? 'ist noch offen'
                : 'wurde aufgegeben';
      return `Eine Zusage war vor dem ${day} fällig. Sie ${fate}.`;
    }
    const parts = [
      ...(inTime > 0 ? [`${inTime === due ? 'alle' : number(inTime)} rechtzeitig erfüllt`] : []),
      ...(late > 0 ? [`${number(late)} verspätet${inTime > 0 ? '' : ' erfüllt'}`] : []),
      ...(undated > 0 ? [`${number(undated)} an einem nicht festgehaltenen Tag`] : []),
      ...(open > 0 ? [`${number(open)} noch offen`] : []),
      ...(dropped > 0 ? [`${number(dropped)} aufgegeben`] : []),
    ];
    return `Von ${number(due)} Zusagen, die vor dem ${day} fällig waren: ${list(parts)}.`;
  },
  moved: (moved) =>
    moved === 1
      ? 'Bei einer der rechtzeitig erfüllten war der Termin zuvor verschoben worden.'
      : `Bei ${number(moved)} der rechtzeitig erfüllten war der Termin zuvor verschoben worden.`,
  counted:
    'Es zählt der zuletzt zugesagte Termin. Ersetzte Zusagen und solche, die niemand weiterverfolgt, sind nicht mitgezählt.',
  chart: 'Wie Zusagen eingehalten wurden, nach dem Zeitraum der Fälligkeit',
  rates:
    'Von allen Zusagen, die bis dahin fällig waren: wie viele erledigt waren, und wie viele davon rechtzeitig',
  columns: {
    quarter: 'Jedes Quadrat ist eine Zusage, in der Spalte des Quartals, in dem sie fällig war',
    year: 'Jedes Quadrat ist eine Zusage, in der Spalte des Jahres, in dem sie fällig war',
  },
  allOf: 'alle',
  noneOf: 'keine',
  keptEnd: (share) => `erledigt ${percent(share)}`,
  inTimeEnd: (share) => `rechtzeitig ${percent(share)}`,
  share: (min, max) => (percent(min) === percent(max) ? percent(min) : `${percent(min)} bis ${percent(max)}`),
  number: (value) => number(value),
  table: 'Wie Zusagen eingehalten wurden, als Tabelle',
  standings: {
    'in-time': 'Rechtzeitig',
    done: 'Ohne Tag',
    'done-late': 'Verspätet',
    late: 'Noch offen',
    dropped: 'Aufgegeben',
  },
  dueIn: 'Fällig',
  due: 'Zusagen',
  inTimeSoFar: 'Bis dahin rechtzeitig',
  running: (period) => `${period}, bisher`,

  taking: 'Wie lange es gedauert hat',
  lessThanADay: 'weniger als einen Tag',
  takingText: (amount, median, max) =>
    `Gezählt ab dem Tag, an dem der Vorfall vorbei war. Von ${number(amount)} erledigten Zusagen brauchte die Hälfte höchstens ${median}, die langsamste ${max}.`,
  takingMost: (length) => `Neun von zehn brauchten höchstens ${length}.`,
  takingFew: (lengths) => `Gezählt ab dem Tag, an dem der Vorfall vorbei war: ${list(lengths)}.`,
  takingUnknown: (amount) =>
    amount === 1
      ? 'Bei einer weiteren ist der Tag nicht festgehalten.'
      : `Bei ${number(amount)} weiteren ist der Tag nicht festgehalten.`,
  within: (length) => `Innerhalb von ${length}`,
  steps: { week: 'einer Woche', month: '30 Tagen', quarter: '90 Tagen', half: 'einem halben Jahr' },
  stepOf: (done, all) => `${number(done)} von ${number(all)}`,
};
