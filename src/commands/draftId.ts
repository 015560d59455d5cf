import slugify from '@sindresorhus/slugify';
import { dayOf } from '../time/day.js';
import type { When } from '../time/when.js';

/** The id of a new incident, which is its address: as much of its date as is known, and the words of its title. */
export function createId(started: When, title: string): string {
  return `${findDate(started)}-${createSlug(title)}`;
}

/** As much of the date as is known: `2026-03-14`, `2014-06`, `2014`, `undated`. */
function findDate(started: When): string {
  const day = dayOf(started);
  if (!day) return 'undated';
  const { first, last } = day;
  if (first === last) return first;
  if (first.slice(0, 7) === last.slice(0, 7)) return first.slice(0, 7);
  return first.slice(0, 4) === last.slice(0, 4) ? first.slice(0, 4) : 'undated';
}

/** Words for an address: plain letters, digits and hyphens, at most some sixty characters; of a script that is not known here `incident`. */
export function createSlug(title: string): string {
  const words = slugify(title.replace(/['’]/g, ''), {
    decamelize: false,
    customReplacements: [
      ['&', ' '],
      ['🦄', ' '],
    ],
  }).replace(/[^a-z0-9]+/g, '-');
  const cut = words.length > 60 ? words.slice(0, 61).replace(/-[^-]*$/, '') : words;
  return cut.slice(0, 60).replace(/^-+|-+$/g, '') || 'incident';
}
