import type { PublicIncident, PublicService } from '../../audience/publicHistory.js';
import { boundsOfDay } from '../../time/day.js';
import { describeSpan } from '../../time/describeSpan.js';
import { formatDayOf } from '../../time/formatWhen.js';
import { addSpans, isUnknownSpan, type Span } from '../../time/span.js';
import { measureUnion } from '../../time/window.js';
import { levelOrder, levelWords, type ImpactLevel } from '../component/impactWords.js';
import { capitalize, countOf, listOf } from '../words.js';

export const kindWords: Readonly<Record<PublicIncident['kind'], string>> = {
  incident: 'Incident',
  security: 'Security incident',
  maintenance: 'Maintenance',
  'near-miss': 'Near miss',
};

/** The services that it affected, each once, in the order of the file. */
export function servicesOf(incident: PublicIncident): PublicService[] {
  const services = new Map(incident.impact?.map(({ service }) => [service.id, service]));
  return [...services.values()];
}

/** The groups of services that it affected, e.g. companies; empty where services have none. */
export function groupsOf(incident: PublicIncident): string[] {
  return [...new Set(servicesOf(incident).flatMap(({ group }) => group ?? []))];
}

/** The heaviest way in which a service, or any, was affected. */
export function heaviestLevel(incident: PublicIncident, service?: string): ImpactLevel | undefined {
  const levels = incident.impact?.filter((one) => service === undefined || one.service.id === service);
  return levelOrder.find((level) => levels?.some((one) => one.level === level));
}

/** All the ways in which a service was affected, the heaviest first: `outage and data lost`. */
export function describeLevels(incident: PublicIncident, service: string): string {
  const levels = new Set(
    incident.impact?.filter((one) => one.service.id === service).map(({ level }) => level),
  );
  return capitalize(
    listOf(levelOrder.filter((level) => levels.has(level)).map((level) => levelWords[level].toLowerCase())),
  );
}

/** `Checkout, Payments and 2 more services`. */
export function describeServices(services: readonly PublicService[], most = 3): string {
  const names = services.map(({ name }) => name);
  if (names.length <= most + 1) return listOf(names);
  return listOf([...names.slice(0, most), countOf(names.length - most, 'more service')]);
}

/** Whether it is announced for a time that is still ahead. Compared with the end of the day of the build. */
export function isAhead({ scheduled, zone }: PublicIncident, asOf: string): boolean {
  const from = scheduled?.from;
  return from?.axis === 'calendar' && from.earliest !== null && from.earliest >= boundsOfDay(asOf, zone).end;
}

/**
 * How long it took, as one says it in a list; undefined where nothing can be said. For one service: how long that was affected, each
 * instant counted once.
 */
export function describeDuration(incident: PublicIncident, service?: string): string | undefined {
  if (incident.ongoing) return 'still going on';
  const duration = service === undefined ? incident.duration : measureService(incident, service);
  return duration === undefined || isUnknownSpan(duration) ? undefined : describeSpan(duration);
}

function measureService({ impact = [] }: PublicIncident, service: string): Span {
  const own = impact.filter((one) => one.service.id === service);
  const [told, windows] = [
    own.filter(({ lasted }) => lasted !== undefined),
    own.filter(({ lasted }) => lasted === undefined),
  ];
  const spans = told.flatMap(({ lasted }) => (lasted === undefined ? [] : [lasted.span]));
  const union = measureUnion(windows.map(({ from, to }) => ({ from, to: to ?? null })));
  return addSpans(windows.length === 0 ? spans : [union, ...spans]);
}

/** The day of its beginning as it stands under its year: `14 March`; `2014` alone where no more is known. */
export function dayInYear({ started, year }: PublicIncident): string {
  const day = formatDayOf(started);
  if (day === undefined || year === undefined) return 'Date unknown';
  const words = started.about ? `about ${day}` : day;
  return day === String(year) ? 'Day unknown' : words.replace(new RegExp(` ${year}$`), '');
}

/** What a page about it says of itself to search engines: the first words of its summary. */
export function cutWords(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text.slice(0, text.lastIndexOf(' ', length) || length).replace(/[,;:–-]$/, '')}…`;
}
