import { capitalize } from '../../words.js';
import type { Opening } from '../english/report.js';
import { createGrammar } from '../grammar.js';
import type { Wording } from '../wording.js';

const { count, list, number } = createGrammar('de');

const smallNumbers = ['kein', 'ein', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun', 'zehn', 'elf', 'zwölf']; // prettier-ignore

const inWords = (value: number): string => smallNumbers[value] ?? number(value);

/** The forms of the numeral one: `ein Vorfall`, `eine Wartung`, `einer davon`. */
const feminine = (value: number): string => (value === 1 ? 'eine' : inWords(value));
const alone = (value: number): string => (value === 1 ? 'einer' : inWords(value));

const nameMajor = (major: number | undefined, incidents: number): string => {
  if (major === undefined || major === 0 || incidents === 1) return '';
  if (major === incidents) return incidents === 2 ? ', beide schwer' : ', alle davon schwer';
  return `, ${alone(major)} davon schwer`;
};

function tellIncidents({ incidents, major, until, when, name }: Opening): string {
  if (incidents === 0)
    return until === undefined
      ? `Für ${name} ist kein Vorfall veröffentlicht.`
      : `Für ${name} ist bisher kein Vorfall veröffentlicht.`;
  const noun = incidents === 1 ? `${major === 1 ? 'schwerer ' : ''}Vorfall` : 'Vorfälle';
  const what = `${inWords(incidents)} ${noun}`;
  const verb = incidents === 1 ? 'begann' : 'begannen';
  const rest = nameMajor(major, incidents);
  return until === undefined
    ? `${capitalize(when)} ${verb} ${what}${rest}.`
    : `${capitalize(when)} ${verb} bisher ${what}${rest}.`;
}

function tellRest({ incidents, maintenance, nearMisses }: Opening): string {
  const rest = [
    ...(maintenance === 0
      ? []
      : [`${feminine(maintenance)} ${maintenance === 1 ? 'geplante Wartung' : 'geplante Wartungen'}`]),
    ...(nearMisses === 0
      ? []
      : [nearMisses === 1 ? 'einen Beinahe-Vorfall' : `${inWords(nearMisses)} Beinahe-Vorfälle`]),
  ];
  if (rest.length === 0) return '';
  return `Es gab ${incidents === 0 ? '' : 'außerdem '}${list(rest)}.`;
}

function tellOngoing({ incidents, ongoing, asOf }: Opening): string {
  if (ongoing === 0) return '';
  const end = `am Ende des Tages noch an (${asOf}).`;
  if (incidents === 1) return `Er dauerte ${end}`;
  if (ongoing === incidents) return `Alle dauerten ${end}`;
  return `${capitalize(alone(ongoing))} davon ${ongoing === 1 ? 'dauerte' : 'dauerten'} ${end}`;
}

function tellLoss({ loss, incidents, carried, addsUp, isUncounted }: Opening): string {
  if (!addsUp) return '';
  if (loss === undefined)
    return incidents + carried === 0 || isUncounted ? '' : 'Nichts davon zählt als Ausfallzeit.';
  const { service, length, others } = loss;
  if (others === 0) return `Ausfallzeit hatte nur ${service}: ${length}.`;
  return `Am meisten Ausfallzeit hatte ${service}: ${length}; ${others === 1 ? 'ein weiterer Dienst hatte' : `${inWords(others)} weitere Dienste hatten`} auch welche.`;
}

function tellPromises({ promised, done }: Opening): string {
  if (promised === 0 && done === 0) return '';
  if (promised === 0)
    return done === 1 ? 'Eine frühere Zusage wurde erfüllt.' : `${capitalize(inWords(done))} frühere Zusagen wurden erfüllt.`; // prettier-ignore
  const what =
    promised === 1 ? 'Eine Zusage kam hinzu' : `${capitalize(inWords(promised))} Zusagen kamen hinzu`;
  if (done === 0) return `${what}.`;
  return `${what}, ${feminine(done)} ${done === 1 ? 'wurde' : 'wurden'} erfüllt.`;
}

export const report: Wording['report'] = {
  title: (name) => `Vorfälle: ${name}`,
  undatedTitle: 'Vorfälle ohne Datum',
  description: (name) => `${name}: was geschah, für wen, wie lange, und was danach zugesagt wurde.`,
  undatedDescription: 'Veröffentlichte Vorfälle, von denen niemand weiß, wann sie waren.',
  asOf: (day) => `Stand: ${day}`,
  untilDay: (day) => `Bisher, Stand: ${day}`,

  opening: (told) => {
    const { isFirst, isYear, before, carried } = told;
    return [
      tellIncidents(told),
      tellRest(told),
      tellOngoing(told),
      carried === 0
        ? ''
        : carried === 1
          ? 'Ein Vorfall, der vorher begonnen hatte, dauerte noch an.'
          : `${capitalize(inWords(carried))} Vorfälle, die vorher begonnen hatten, dauerten noch an.`,
      tellLoss(told),
      tellPromises(told),
      isFirst ? `Es ist ${isYear ? 'das erste Jahr' : 'der erste Monat'} mit einem veröffentlichten Vorfall.` : '', // prettier-ignore
      before === undefined
        ? ''
        : `Im ganzen Jahr ${before.name} ${before.incidents === 1 ? 'war es' : 'waren es'} ${before.incidents === 0 ? 'keiner' : alone(before.incidents)}.`,
    ].filter((sentence) => sentence !== '');
  },
  undatedOpening:
    'Niemand weiß, in welchem Jahr diese Vorfälle waren. Sie stehen in keinem Monat und in keiner Zahl, die ein Datum braucht.',

  incidentsTitle: 'Vorfälle',
  majorTitle: 'Schwere Vorfälle',
  allByMonth: (value) =>
    `Alle ${count(value, { one: 'Vorfall', other: 'Vorfälle' })} stehen auf den Seiten ihrer Monate.`,
  carriedTitle: 'Vorher begonnen',

  monthsTitle: 'Nach Monaten',
  month: 'Monat',
  began: 'Vorfälle',
  hit: 'Ausfallzeit',
  hitMore: (what, value) => `${what} und ${number(value)} weitere`,
  hitService: (service, length) => `${service} ${length}`,
  noneOfMonth: 'keine',

  daysTitle: 'Tag für Tag',
  servicesTitle: 'Nach Diensten',
  servicesCaption: (name) => `Ausfallzeit und Verfügbarkeit nach Diensten, ${name}`,
  untouched: (value, isAll) =>
    isAll
      ? 'Zu keinem Dienst ist ein Vorfall veröffentlicht.'
      : `Zu ${value === 1 ? 'dem anderen Dienst' : `den ${inWords(value)} anderen Diensten`} ist kein Vorfall veröffentlicht.`,

  timesTitle: 'Wie lange es dauerte',
  timesCaption: (name) => `Wie lange es bei Vorfällen dauerte, ${name}`,
  times: {
    toNotice: 'Bis jemand es bemerkte',
    toTell: 'Bis Kunden davon erfuhren',
    duration: 'Bis es vorbei war',
    toReport: 'Bis der Bericht öffentlich war',
  },
  timesNote: 'Vom Beginn jedes Vorfalls an; der Bericht von seinem Ende an.',
  values: (lengths) => list(lengths),
  half: (within, longest) => `die Hälfte innerhalb von ${within}, am längsten ${longest}`,
  longest: (longest) => `am längsten ${longest}`,
  sameDay: 'am selben Tag',
  unsaid: (text, unsaid, total) =>
    unsaid === 1
      ? `${text}; einer von ${number(total)} sagt es nicht`
      : `${text}; ${number(unsaid)} von ${number(total)} sagen es nicht`,
  noneSays: (total) => (total === 1 ? 'nicht angegeben' : `keiner von ${number(total)} sagt es`),

  promisesTitle: 'Zugesagt und erledigt',
  promised: (value) => `Zugesagt: ${number(value)}`,
  done: (value) => `Erledigt: ${number(value)}`,
  late: (value) => `Am Ende überfällig: ${number(value)}`,
  lateSoFar: (value, day) => `Überfällig am ${day}: ${number(value)}`,
  due: (day) => `fällig: ${day}`,
  doneOn: (day) => `erledigt: ${day}`,
  afterIncident: (title) => `nach: ${title}`,
  standings: {
    late: 'überfällig',
    open: 'offen',
    'in-time': 'rechtzeitig erledigt',
    'done-late': 'verspätet erledigt',
    done: 'erledigt',
    dropped: 'verworfen',
    superseded: 'durch eine andere ersetzt',
    'not-followed': 'seit dem Bericht nicht verfolgt',
  },
  morePromises: (value) => `${number(value)} weitere in der Liste der Zusagen`,

  years: 'Jahre',
  months: 'Monate',
  undated: 'Ohne Datum',
  neighbours: 'Davor und danach',
  previous: (name) => `Davor: ${name}`,
  next: (name) => `Danach: ${name}`,
  noTotals:
    'Die Dienste hier gehören verschiedenen Unternehmen. Zahlen über alle zusammen würden nichts bedeuten, deshalb gibt es keine.',
};
