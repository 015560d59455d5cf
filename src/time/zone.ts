import { distance } from 'fastest-levenshtein';
import { Temporal } from 'temporal-polyfill';
import { describeOffset, usesOfAbbreviation } from './abbreviation.js';
import { createZoneAxis, unknownZone } from './axis.js';
import type { Refusal } from './refusal.js';
import { refuse } from './refusal.js';
import type { TimeWording } from './wording.js';

/**
 * Whether a text is the id of a time zone that may stand in a file: `UTC`, or a name of the IANA database
 * with a slash, spelt as there. `EST`, `CST6CDT`, `GMT` and offsets are not, though software knows them: they
 * say nothing of summer time, or the wrong thing.
 */
export function isKnownZone(id: string): boolean {
  return id === 'UTC' || (id.includes('/') && findSpelling(id) === id);
}

/** Checks the id of a time zone, or `unknown`, and says what is wrong with it. */
export function parseZone(text: string): { readonly ok: true; readonly zone: string } | Refusal {
  const id = text.trim();
  if (isKnownZone(id) || id === unknownZone) return { ok: true, zone: id };
  const hint =
    'Write a zone of the IANA database, a region and a city, like Europe/Dublin; or UTC; or unknown.';
  if (id === '') return refuse('The time zone is empty.', { hint });
  if (/^(?:Z|GMT|utc|etc\/utc|etc\/gmt)$/i.test(id)) {
    return refuse(`“${id}” is not the id of a time zone.`, { hint, suggestions: ['UTC'] });
  }
  if (/^(?:UTC|GMT)? ?[+-−]?\d/i.test(id)) {
    return refuse(`“${id}” is an offset, not a time zone: it does not know when clocks change.`, { hint });
  }
  const uses = usesOfAbbreviation(id);
  if (uses.length > 0) {
    const zones = uses.map((use) => use.zones[0]).filter((zone) => zone !== undefined && isKnownZone(zone));
    const readings = uses.map((use) => `${describeOffset(use.offset)} (${use.whose})`).join(', ');
    return refuse(`“${id}” is an abbreviation, not a time zone: ${readings}.`, {
      hint,
      suggestions: [...new Set(zones.filter((zone) => zone !== undefined))],
    });
  }
  const spelling = id.includes('/') ? findSpelling(id) : undefined;
  return refuse(`“${id}” is not a time zone that is known here.`, {
    hint,
    suggestions: spelling === undefined ? findNear(id) : [spelling],
  });
}

/** The id as the database spells it, whatever its case; undefined if there is none. */
function findSpelling(id: string): string | undefined {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(id).timeZoneId;
  } catch {
    return undefined;
  }
}

/** Up to three zones whose city or whole name is nearly the text. */
function findNear(id: string): string[] {
  const wanted = id.toLowerCase().replace(/[ _]+/g, '_');
  const ranked = Intl.supportedValuesOf('timeZone').flatMap((zone) => {
    const name = zone.toLowerCase();
    const city = name.slice(name.lastIndexOf('/') + 1);
    const away = Math.min(distance(wanted, name), distance(wanted.slice(wanted.lastIndexOf('/') + 1), city));
    return away <= Math.min(2, Math.floor(wanted.length / 4)) ? [{ zone, away }] : [];
  });
  ranked.sort((a, b) => a.away - b.away || (a.zone < b.zone ? -1 : 1));
  const best = ranked.filter(({ away }) => away === ranked[0]?.away);
  return best
    .map(({ zone }) => zone)
    .filter(isKnownZone)
    .slice(0, 3);
}

/** The name of a zone's city, as people write it: `America/Argentina/Buenos_Aires` → `Buenos Aires`. */
export function cityOf(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}

/** How far a zone's clock is ahead of UTC at an instant, in minutes. */
function offsetOf(zone: string, instant: number): number {
  return createZoneAxis(zone).offset(instant) / 60_000;
}

/**
 * Names a zone by its city and its offset at an instant: “Chicago time, UTC−5”; without an instant by its
 * city: “Chicago time”. `UTC` is “UTC”, `unknown` is said to be that, and the `Etc/` zones are their offset.
 */
export function describeZone(zone: string, instant: number | null, words: TimeWording): string {
  if (zone === 'UTC') return 'UTC';
  if (zone === unknownZone) return words.zoneUnknown;
  if (zone.startsWith('Etc/')) return describeOffset(offsetOf(zone, instant ?? 0));
  const city = words.zoneTime(cityOf(zone));
  return instant === null ? city : `${city}, ${describeOffset(offsetOf(zone, instant))}`;
}
