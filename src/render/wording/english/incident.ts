import { createGrammar } from '../grammar.js';

const { count, list, number, ordinalForm } = createGrammar('en-GB');

const services = { one: 'service', other: 'services' };
const ordinals = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth']; // prettier-ignore
const endings = { one: 'st', two: 'nd', few: 'rd', zero: 'th', many: 'th', other: 'th' };
const ordinal = (value: number): string =>
  ordinals[value] ?? `${number(value)}${endings[ordinalForm(value)]}`;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The page of an incident, and what lists say of one. */
export const incident = {
  kinds: {
    incident: 'Incident',
    security: 'Security incident',
    maintenance: 'Maintenance',
    'near-miss': 'Near miss',
  },
  plannedKinds: {
    incident: 'Planned incident',
    security: 'Planned security incident',
    maintenance: 'Planned maintenance',
    'near-miss': 'Planned near miss',
  },
  dateUnknown: 'Date unknown',
  dayUnknown: 'Day unknown',
  /** Names of services, and how many more there are. */
  services: (names: readonly string[], more: number) =>
    list(more === 0 ? names : [...names, `${number(more)} more ${more === 1 ? 'service' : 'services'}`]),
  serviceCount: (amount: number) => count(amount, services),
  /** The services of one group alone. */
  serviceCountOf: (amount: number, group: string) => `${count(amount, services)} of ${group}`,
  groups: (names: readonly string[]) => list(names),
  stillGoingOn: 'still going on',

  // The strip of facts.
  what: 'What',
  forWhom: 'For whom',
  howLong: 'How long',
  when: 'When',
  fixes: 'Where the fixes stand',
  severity: 'Severity',
  notTold: 'Not told',
  noPromise: 'No promise published',
  noService: 'No service',
  notKnown: 'Not known',
  since: (time: string) => `Since ${time}`,
  to: (time: string) => `To ${time}`,
  /** Whose clock a time was read off, behind it. */
  zoneBehind: (zone: string) => `, ${zone}`,
  reportFollows: 'A report will follow',
  openUndated: (amount: number) => `${number(amount)} open without a date`,
  planned: 'Planned',
  announced: 'Announced',

  // Before the parts.
  contents: 'On this page',
  corrected: (day: string, times: number) =>
    times === 1
      ? `Corrected ${day}`
      : `Corrected ${times === 2 ? 'twice' : `${number(times)} times`}, last ${day}`,
  correctedLink: 'what was changed',
  ongoingNote:
    'This still goes on. What is known so far stands here; a report on why it happened and what will change will follow.',
  preliminaryNote:
    'This is what is known so far. A report on what happened, why, and what will change will follow.',
  retracted: 'This report was retracted',
  retractedOn: (day: string) => capital(day),

  // The parts.
  summary: 'Summary',
  whatHappened: 'What happened',
  howNoticed: 'How it was noticed',
  why: 'Why it happened',
  promised: 'What was promised',
  report: 'The report',
  saidWhileItWentOn: 'What was said while it went on',
  saidSoFar: 'What was said so far',
  said: 'What was said',
  questions: 'Questions and answers',
  corrections: 'Corrections',
  related: 'Related incidents',
  inZone: (zone: string) => `In ${zone}`,
  countedDays: 'The date is not known; days are counted from the first',
  asOf: (day: string) => `As of ${day}`,
  /** From the beginning to a phase of it. */
  afterStart: (length: string) => `${length} after it began`,
  noticedBy: {
    monitoring: 'Noticed by monitoring',
    staff: 'Noticed by staff',
    customer: 'Noticed by a customer',
    provider: 'Noticed by a provider',
    outsider: 'Noticed by an outsider',
  },
  causes: {
    trigger: 'What set it off',
    root: 'What lay beneath',
    contributing: 'What made it worse',
    mitigating: 'What kept it smaller',
  },
  /** Categories that the settings bring along; others are said as they are written. */
  categories: {
    change: 'Change',
    hardware: 'Hardware',
    software: 'Software',
    capacity: 'Capacity',
    provider: 'Provider',
    process: 'Process',
    security: 'Security',
  },
  provider: 'Provider',
  question: 'Question',
  notAnswered: 'Not answered yet.',
  answer: 'Answer',

  // Others.
  relations: {
    'recurrence-of': 'This was a recurrence of',
    'recurred-as': 'It happened again as',
    'same-cause': 'The same cause was behind',
    'caused-by': 'It was caused by',
    caused: 'It caused',
    follows: 'It followed',
    'followed-by': 'It was followed by',
  },
  /** Which one with its cause in twelve months it was: `min` is certain, `max` possible. */
  recurrence: (min: number, max: number) => {
    if (max === 1) return 'It had happened before, with the same cause, more than twelve months earlier.';
    if (min === max) return `The ${ordinal(min)} incident with this cause in twelve months.`;
    return min === 1
      ? `Not the first incident with this cause; perhaps the ${ordinal(max)} in twelve months.`
      : `At least the ${ordinal(min)} incident with this cause in twelve months.`;
  },
  /** How much of what was promised after those before it is open. */
  earlierOpen: (open: number, promised: number, earlier: number) => {
    const after = earlier === 1 ? 'after the earlier one' : 'after the earlier ones';
    if (promised === 0) return `No promise made ${after} is published.`;
    if (promised === 1)
      return open === 0
        ? `The one promise made ${after} is no longer open.`
        : `The one promise made ${after} is still open.`;
    if (open === 0) return `Of the ${number(promised)} promises made ${after} none is open any more.`;
    return `Of the ${number(promised)} promises made ${after} ${number(open)} ${open === 1 ? 'is' : 'are'} still open.`;
  },
  earlierNotFollowed: 'Whether the promises made then were kept, nobody has told since.',
  earlierLink: 'What happened then, and what was promised',
  earlier: 'Earlier, with the same cause',
  stillOpen: 'Still open of what was promised then',

  // The foot.
  published: (day: string) => `Published ${day}`,
  changed: (day: string) => `last changed ${day}`,
  shownAsOf: (day: string) => `shown as of ${day}`,
  signed: (name: string) => `Signed: ${name}`,
  asMarkdown: 'This report as Markdown',
  asPage: 'This report as a page',
  calendar: 'Promises and maintenance as a calendar',
  year: (year: number) => `All incidents of ${year}`,
  undated: 'All incidents without a date',

  // The switch of zones. `{zone}` is filled in by the reader's browser.
  showTimesAs: 'Show times as',
  yourTime: (zone: string) => `your time, ${zone}`,
  staysIn: (zone: string) => ` (${zone})`,
  /** Behind the facts of a report without the page around it. */
  timesIn: (zone: string) => `Times are in ${zone}.`,
};
