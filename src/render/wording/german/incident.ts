import { createGrammar } from '../grammar.js';
import type { Wording } from '../wording.js';

const { count, list, number } = createGrammar('de');

const services = { one: 'Dienst', other: 'Dienste' };
const ordinals = ['', 'erste', 'zweite', 'dritte', 'vierte', 'fünfte', 'sechste', 'siebte', 'achte', 'neunte', 'zehnte']; // prettier-ignore
const ordinal = (value: number): string => ordinals[value] ?? `${number(value)}.`;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const incident: Wording['incident'] = {
  kinds: {
    incident: 'Vorfall',
    security: 'Sicherheitsvorfall',
    maintenance: 'Wartung',
    'near-miss': 'Beinahe-Vorfall',
  },
  plannedKinds: {
    incident: 'Geplanter Vorfall',
    security: 'Geplanter Sicherheitsvorfall',
    maintenance: 'Geplante Wartung',
    'near-miss': 'Geplanter Beinahe-Vorfall',
  },
  dateUnknown: 'Datum unbekannt',
  dayUnknown: 'Tag unbekannt',
  services: (names, more) =>
    list(
      more === 0 ? names : [...names, more === 1 ? 'ein weiterer Dienst' : `${number(more)} weitere Dienste`],
    ),
  serviceCount: (amount) => count(amount, services),
  serviceCountOf: (amount, group) => `${count(amount, services)} von ${group}`,
  groups: (names) => list(names),
  stillGoingOn: 'dauert noch an',

  what: 'Was',
  forWhom: 'Für wen',
  howLong: 'Wie lange',
  when: 'Wann',
  fixes: 'Was aus den Zusagen wurde',
  severity: 'Schwere',
  notTold: 'Nicht angegeben',
  noPromise: 'Keine Zusage veröffentlicht',
  noService: 'Kein Dienst',
  notKnown: 'Nicht bekannt',
  since: (time) => `Seit ${time}`,
  to: (time) => `Bis ${time}`,
  zoneBehind: (zone) => `, ${zone}`,
  reportFollows: 'Ein Bericht folgt',
  openUndated: (amount) => `${number(amount)} offen ohne Termin`,
  planned: 'Geplant',
  announced: 'Angekündigt',

  contents: 'Auf dieser Seite',
  corrected: (day, times) =>
    times === 1
      ? `Berichtigt ${day}`
      : `${times === 2 ? 'Zweimal' : `${number(times)}-mal`} berichtigt, zuletzt ${day}`,
  correctedLink: 'was geändert wurde',
  ongoingNote:
    'Der Vorfall dauert noch an. Hier steht, was bisher bekannt ist; ein Bericht darüber, warum es dazu kam und was sich ändert, folgt.',
  preliminaryNote:
    'Hier steht, was bisher bekannt ist. Ein Bericht darüber, was geschah, warum, und was sich ändert, folgt.',
  retracted: 'Dieser Bericht wurde zurückgezogen',
  retractedOn: capital,

  summary: 'Zusammenfassung',
  whatHappened: 'Was geschah',
  howNoticed: 'Wie er bemerkt wurde',
  why: 'Warum es dazu kam',
  promised: 'Was zugesagt wurde',
  report: 'Der Bericht',
  saidWhileItWentOn: 'Was währenddessen mitgeteilt wurde',
  saidSoFar: 'Was bisher mitgeteilt wurde',
  said: 'Was mitgeteilt wurde',
  questions: 'Fragen und Antworten',
  corrections: 'Berichtigungen',
  related: 'Verwandte Vorfälle',
  inZone: capital,
  countedDays: 'Das Datum ist nicht bekannt; gezählt wird ab dem ersten Tag',
  asOf: (day) => `Stand: ${day}`,
  afterStart: (length) => `${length} nach dem Beginn`,
  noticedBy: {
    monitoring: 'Von der Überwachung bemerkt',
    staff: 'Von Mitarbeitenden bemerkt',
    customer: 'Von einem Kunden bemerkt',
    provider: 'Von einem Zulieferer bemerkt',
    outsider: 'Von Außenstehenden bemerkt',
  },
  causes: {
    trigger: 'Der Auslöser',
    root: 'Der Grund dahinter',
    contributing: 'Was es verschlimmerte',
    mitigating: 'Was Schlimmeres verhinderte',
  },
  categories: {
    change: 'Änderung',
    hardware: 'Hardware',
    software: 'Software',
    capacity: 'Kapazität',
    provider: 'Zulieferer',
    process: 'Abläufe',
    security: 'Sicherheit',
  },
  provider: 'Zulieferer',
  question: 'Frage',
  notAnswered: 'Noch nicht beantwortet.',
  answer: 'Antwort',

  relations: {
    'recurrence-of': 'Er war eine Wiederholung von',
    'recurred-as': 'Er wiederholte sich als',
    'same-cause': 'Dieselbe Ursache hatte',
    'caused-by': 'Er wurde verursacht von',
    caused: 'Er verursachte',
    follows: 'Er folgte auf',
    'followed-by': 'Auf ihn folgte',
  },
  recurrence: (min, max) => {
    if (max === 1) return 'Dieselbe Ursache gab es schon einmal, mehr als zwölf Monate zuvor.';
    if (min === max) return `Der ${ordinal(min)} Vorfall mit dieser Ursache in zwölf Monaten.`;
    return min === 1
      ? `Nicht der erste Vorfall mit dieser Ursache; vielleicht der ${ordinal(max)} in zwölf Monaten.`
      : `Mindestens der ${ordinal(min)} Vorfall mit dieser Ursache in zwölf Monaten.`;
  },
  earlierOpen: (open, promised, earlier) => {
    const after = earlier === 1 ? 'nach dem früheren' : 'nach den früheren';
    if (promised === 0) return `Eine Zusage ${after} ist nicht veröffentlicht.`;
    if (promised === 1)
      return open === 0
        ? `Die eine Zusage ${after} ist nicht mehr offen.`
        : `Die eine Zusage ${after} ist noch offen.`;
    if (open === 0) return `Von den ${number(promised)} Zusagen ${after} ist keine mehr offen.`;
    return `Von den ${number(promised)} Zusagen ${after} ${open === 1 ? 'ist noch eine' : `sind noch ${number(open)}`} offen.`;
  },
  earlierNotFollowed: 'Ob die Zusagen von damals erfüllt wurden, wurde seither nicht berichtet.',
  earlierLink: 'Was damals geschah und zugesagt wurde',
  earlier: 'Früher, mit derselben Ursache',
  stillOpen: 'Noch offen von dem, was damals zugesagt wurde',

  published: (day) => `Veröffentlicht ${day}`,
  changed: (day) => `zuletzt geändert ${day}`,
  shownAsOf: (day) => `Stand: ${day}`,
  signed: (name) => `Gezeichnet: ${name}`,
  asMarkdown: 'Dieser Bericht als Markdown',
  asPage: 'Dieser Bericht als Seite',
  calendar: 'Zusagen und Wartungen als Kalender',
  year: (year) => `Alle Vorfälle ${year}`,
  undated: 'Alle Vorfälle ohne Datum',

  showTimesAs: 'Zeiten zeigen als',
  yourTime: (zone) => `Ihre Zeit, ${zone}`,
  staysIn: (zone) => ` (${zone})`,
  timesIn: (zone) => `Zeiten: ${zone}.`,
};
