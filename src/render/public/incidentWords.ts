import type { PublicImpact, PublicIncident, PublicService } from '../../audience/publicHistory.js';
import { describeSpan } from '../../time/describeSpan.js';
import { addSpans, isUnknownSpan, spanBetween, type Span, unknownSpan } from '../../time/span.js';
import type { When } from '../../time/when.js';
import { measureUnion } from '../../time/window.js';
import { nameLevels } from '../component/impactWords.js';
import { describeDays, isOpenOrRange } from '../component/whenWords.js';
import { capitalize } from '../words.js';
import type { Wording } from '../wording/wording.js';

/** The services that it affected, each once, in the order of the file. */
export function servicesOf(incident: PublicIncident): PublicService[] {
  const services = new Map(incident.impact?.map(({ service }) => [service.id, service]));
  return [...services.values()];
}

/** The groups of services that it affected, e.g. companies; empty where services have none. */
export function groupsOf(incident: PublicIncident): string[] {
  return [...new Set(servicesOf(incident).flatMap(({ group }) => group ?? []))];
}

/** All the ways in which a service, or any, was affected: `Outage and data loss`; '' where none is shown. */
export function describeLevels(
  { impact = [] }: PublicIncident,
  service: string | undefined,
  wording: Wording,
): string {
  const own = impact.filter((one) => service === undefined || one.service.id === service);
  return nameLevels(
    own.map(({ level }) => level),
    wording,
  );
}

/** `Checkout, Payments and 2 more services`: so many by name, and one more where that alone would be left. */
export function describeServices(
  services: readonly PublicService[],
  most: number,
  { incident }: Wording,
): string {
  const names = services.map(({ name }) => name);
  const shown = names.length <= most + 1 ? names : names.slice(0, most);
  return incident.services(shown, names.length - shown.length);
}

/**
 * How long it took, as one says it in a list; undefined where nothing can be said. For one service: how long that was affected, each
 * instant counted once.
 */
export function describeDuration(
  incident: PublicIncident,
  service: string | undefined,
  wording: Wording,
): string | undefined {
  if (incident.ongoing) return wording.incident.stillGoingOn;
  const duration = service === undefined ? incident.duration : measureService(incident, service);
  return duration === undefined || isUnknownSpan(duration) ? undefined : describeSpan(duration, wording.time);
}

/**
 * The end as readers are told it. What was written as a length (`+12h`) after a rough beginning says how long it took, and no more of
 * the end than that: then undefined.
 */
export function findToldEnd({ started, mitigated, resolved, duration }: PublicIncident): When | undefined {
  const end = mitigated ?? resolved;
  if (end === undefined || duration === undefined || !isOpenOrRange(end)) return end;
  return isNarrower(duration, spanBetween(started, end)) ? undefined : end;
}

function isNarrower(one: Span, other: Span): boolean {
  return one.max !== null && (other.max === null || one.max - (one.min ?? 0) < other.max - (other.min ?? 0));
}

/** An impact of which the length need not be written in so many words. */
type ToldImpact = Omit<PublicImpact, 'lasted'> & { lasted: { span: Span } | undefined };

/** Its impact as readers are told it: what lasted as long as all of it and ends with it has its length instead of a rough end. */
export function impactOf(incident: PublicIncident): ToldImpact[] {
  const { impact = [], started, duration } = incident;
  const end = incident.mitigated ?? incident.resolved;
  if (duration === undefined || findToldEnd(incident) === end) return impact;
  return impact.map((one) =>
    isSame(one.from, started) && isSame(one.to, end)
      ? { ...one, to: undefined, lasted: { span: duration } }
      : one,
  );
}

function isSame(one: When | undefined, other: When | undefined): boolean {
  return one?.earliest === other?.earliest && one?.latest === other?.latest && one?.words === other?.words;
}

function measureService(incident: PublicIncident, service: string): Span {
  // Data that was lost or seen is no time during which the service was away.
  const own = impactOf(incident).filter(
    ({ service: { id }, level }) => id === service && level !== 'data-loss' && level !== 'exposure',
  );
  const [told, windows] = [
    own.filter(({ lasted }) => lasted !== undefined),
    own.filter(({ lasted }) => lasted === undefined),
  ];
  const spans = told.flatMap(({ lasted }) => (lasted === undefined ? [] : [lasted.span]));
  const union = measureUnion(windows.map(({ from, to }) => ({ from, to: to ?? null })));
  if (own.length === 0) return unknownSpan;
  return addSpans(windows.length === 0 ? spans : [union, ...spans]);
}

/** The day of its beginning as it stands under its year: `14 March`, `between 10 and 19 March`. */
export function dayInYear({ started, year }: PublicIncident, { incident, time }: Wording): string {
  const day = describeDays(started, time);
  if (day === undefined || year === undefined) return incident.dateUnknown;
  return day === String(year) ? incident.dayUnknown : day.replace(new RegExp(` ${year}$`), '');
}

/** What a page about it says of itself to search engines: the first words of its summary. */
export function cutWords(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text.slice(0, text.lastIndexOf(' ', length) || length).replace(/[,;:–-]$/, '')}…`;
}

/** A cause's category, in the words of the page where they are known; else as its author wrote it. */
export function nameCategory(category: string, { incident }: Wording): string {
  const known: Readonly<Record<string, string>> = incident.categories;
  return Object.hasOwn(known, category) ? (known[category] ?? category) : capitalize(category);
}
