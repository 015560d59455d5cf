import { MINUS } from './wording.js';

/**
 * One thing that an abbreviation of a time zone is used for: whose, how far ahead of UTC in minutes, and some
 * zones of it.
 */
export type AbbreviationUse = {
  readonly whose: string;
  readonly offset: number;
  readonly zones: readonly string[];
};

const h = (hours: number, minutes = 0): number => hours * 60 + Math.sign(hours) * minutes;
const use = (whose: string, offset: number, ...zones: string[]): AbbreviationUse => ({
  whose,
  offset,
  zones,
});

const EASTERN = ['America/New_York', 'America/Toronto', 'America/Detroit'];
const CENTRAL = ['America/Chicago', 'America/Winnipeg'];
const MOUNTAIN = ['America/Denver', 'America/Edmonton'];
const PACIFIC = ['America/Los_Angeles', 'America/Vancouver', 'America/Tijuana'];
const MIDDLE_EUROPE = ['Europe/Berlin', 'Europe/Paris', 'Europe/Madrid', 'Europe/Rome', 'Europe/Amsterdam', 'Europe/Brussels', 'Europe/Vienna', 'Europe/Zurich', 'Europe/Prague', 'Europe/Warsaw', 'Europe/Stockholm', 'Europe/Oslo', 'Europe/Copenhagen', 'Europe/Budapest']; // prettier-ignore
const EAST_EUROPE = ['Europe/Athens', 'Europe/Helsinki', 'Europe/Kyiv', 'Europe/Bucharest', 'Europe/Sofia', 'Europe/Riga', 'Europe/Vilnius', 'Europe/Tallinn']; // prettier-ignore

/**
 * The abbreviations people write, and everything each is in use for today. Our own list; the IANA database
 * has no such thing.
 */
const TABLE: Readonly<Record<string, readonly AbbreviationUse[]>> = {
  GMT: [use('Greenwich, which is not London in summer', 0, 'Europe/London', 'Europe/Dublin', 'Africa/Accra')],
  BST: [use('British summer', h(1), 'Europe/London'), use('Bangladesh', h(6), 'Asia/Dhaka'), use('Bougainville', h(11), 'Pacific/Bougainville')], // prettier-ignore
  IST: [use('India', h(5, 30), 'Asia/Kolkata', 'Asia/Calcutta'), use('Irish summer', h(1), 'Europe/Dublin'), use('Israel', h(2), 'Asia/Jerusalem')], // prettier-ignore
  WET: [use('Western Europe', 0, 'Europe/Lisbon', 'Atlantic/Canary')],
  WEST: [use('Western European summer', h(1), 'Europe/Lisbon', 'Atlantic/Canary')],
  CET: [use('Central Europe', h(1), ...MIDDLE_EUROPE)],
  CEST: [use('Central European summer', h(2), ...MIDDLE_EUROPE)],
  MEZ: [use('Central Europe', h(1), ...MIDDLE_EUROPE)],
  MESZ: [use('Central European summer', h(2), ...MIDDLE_EUROPE)],
  EET: [use('Eastern Europe', h(2), ...EAST_EUROPE)],
  EEST: [use('Eastern European summer', h(3), ...EAST_EUROPE)],
  MSK: [use('Moscow', h(3), 'Europe/Moscow')],
  TRT: [use('Turkey', h(3), 'Europe/Istanbul')],
  EST: [use('North America, Eastern standard', h(-5), ...EASTERN), use('Australia, Eastern standard', h(10), 'Australia/Sydney')], // prettier-ignore
  EDT: [use('North America, Eastern daylight', h(-4), ...EASTERN), use('Australia, Eastern daylight', h(11), 'Australia/Sydney')], // prettier-ignore
  ET: [use('North America, Eastern in winter', h(-5), ...EASTERN), use('in summer', h(-4), ...EASTERN)],
  CST: [use('North America, Central standard', h(-6), ...CENTRAL, 'America/Mexico_City', 'America/Regina'), use('China', h(8), 'Asia/Shanghai'), use('Cuba', h(-5), 'America/Havana')], // prettier-ignore
  CDT: [
    use('North America, Central daylight', h(-5), ...CENTRAL),
    use('Cuban summer', h(-4), 'America/Havana'),
  ],
  CT: [use('North America, Central in winter', h(-6), ...CENTRAL), use('in summer', h(-5), ...CENTRAL)],
  MST: [use('North America, Mountain standard', h(-7), ...MOUNTAIN, 'America/Phoenix'), use('Malaysia', h(8), 'Asia/Kuala_Lumpur')], // prettier-ignore
  MDT: [use('North America, Mountain daylight', h(-6), ...MOUNTAIN)],
  MT: [use('North America, Mountain in winter', h(-7), ...MOUNTAIN), use('in summer', h(-6), ...MOUNTAIN)],
  PST: [use('North America, Pacific standard', h(-8), ...PACIFIC), use('Philippines', h(8), 'Asia/Manila'), use('Pakistan', h(5), 'Asia/Karachi')], // prettier-ignore
  PDT: [use('North America, Pacific daylight', h(-7), ...PACIFIC)],
  PT: [use('North America, Pacific in winter', h(-8), ...PACIFIC), use('in summer', h(-7), ...PACIFIC)],
  AKST: [use('Alaska standard', h(-9), 'America/Anchorage')],
  AKDT: [use('Alaska daylight', h(-8), 'America/Anchorage')],
  HST: [use('Hawaii', h(-10), 'Pacific/Honolulu')],
  AST: [
    use('Atlantic standard', h(-4), 'America/Halifax', 'America/Puerto_Rico'),
    use('Arabia', h(3), 'Asia/Riyadh'),
  ],
  ADT: [use('Atlantic daylight', h(-3), 'America/Halifax')],
  NST: [use('Newfoundland standard', h(-3, 30), 'America/St_Johns')],
  NDT: [use('Newfoundland daylight', h(-2, 30), 'America/St_Johns')],
  BRT: [use('Brasília', h(-3), 'America/Sao_Paulo')],
  ART: [use('Argentina', h(-3), 'America/Argentina/Buenos_Aires')],
  JST: [use('Japan', h(9), 'Asia/Tokyo')],
  KST: [use('Korea', h(9), 'Asia/Seoul')],
  HKT: [use('Hong Kong', h(8), 'Asia/Hong_Kong')],
  SGT: [use('Singapore', h(8), 'Asia/Singapore')],
  PKT: [use('Pakistan', h(5), 'Asia/Karachi')],
  NPT: [use('Nepal', h(5, 45), 'Asia/Kathmandu')],
  GST: [use('Gulf', h(4), 'Asia/Dubai'), use('South Georgia', h(-2), 'Atlantic/South_Georgia')],
  SAST: [use('South Africa', h(2), 'Africa/Johannesburg')],
  EAT: [use('East Africa', h(3), 'Africa/Nairobi')],
  CAT: [use('Central Africa', h(2), 'Africa/Maputo')],
  WAT: [use('West Africa', h(1), 'Africa/Lagos')],
  AEST: [use('Australia, Eastern standard', h(10), 'Australia/Sydney', 'Australia/Melbourne', 'Australia/Brisbane', 'Australia/Hobart')], // prettier-ignore
  AEDT: [
    use('Australia, Eastern daylight', h(11), 'Australia/Sydney', 'Australia/Melbourne', 'Australia/Hobart'),
  ],
  ACST: [use('Australia, Central standard', h(9, 30), 'Australia/Adelaide', 'Australia/Darwin')],
  ACDT: [use('Australia, Central daylight', h(10, 30), 'Australia/Adelaide')],
  AWST: [use('Australia, Western', h(8), 'Australia/Perth')],
  NZST: [use('New Zealand standard', h(12), 'Pacific/Auckland')],
  NZDT: [use('New Zealand daylight', h(13), 'Pacific/Auckland')],
};

/** What an abbreviation (in any case) is used for, the commonest use first. Empty if it is not known. */
export function usesOfAbbreviation(name: string): readonly AbbreviationUse[] {
  const key = name.toUpperCase();
  return Object.hasOwn(TABLE, key) ? (TABLE[key] ?? []) : [];
}

/**
 * The abbreviation of a zone at an offset in minutes (America/Chicago at −300: CDT). Undefined if it has
 * none.
 */
export function findAbbreviation(zone: string, offset: number): string | undefined {
  return Object.keys(TABLE).find(
    (name) =>
      name.length > 2 && TABLE[name]?.some((one) => one.offset === offset && one.zones.includes(zone)),
  );
}

/** `UTC−5`, `UTC+5:45`, `UTC`: an offset in minutes as it is shown. */
export function describeOffset(minutes: number): string {
  if (minutes === 0) return 'UTC';
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.floor(Math.abs(minutes) % 60)];
  return `UTC${minutes < 0 ? MINUS : '+'}${hours}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`;
}

/** `-05:00`, `+05:45`, `Z`: an offset in minutes as it is written in a file. */
export function spellOffset(minutes: number): string {
  if (minutes === 0) return 'Z';
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.floor(Math.abs(minutes) % 60)];
  return `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
}
