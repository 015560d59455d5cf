import type { Incident } from '../../../model/incident.js';
import { findPlace } from '../../../parse/document.js';
import { isCertainlyBefore, isExact, overlaps, type When } from '../../../time/when.js';
import { createZoneAxis } from '../../../time/axis.js';
import { DAY, HOUR } from '../../../time/isoDay.js';
import type { Rule } from '../../rule.js';
import { milestones, type Milestone } from './timesOrder.js';

/** `detected: 09:40` and a timeline that says 09:45: customers would read two answers. */
export const milestoneDiffers: Rule = {
  id: 'milestone-differs',
  level: 'error',
  blocks: true,
  description:
    'A milestone that is written both as a key and as an entry of the timeline must be the same in both; where several entries have its kind, the key must agree with one of them.',
  bad: `detected: 2026-03-14 09:40
timeline:
  - at: 2026-03-14 09:45
    kind: detected
    text: A customer calls.`,
  good: `detected: 2026-03-14 09:40
timeline:
  - at: 2026-03-14 09:40
    kind: detected
    text: A customer calls.`,
  *check({ incident, document }) {
    for (const name of milestones) {
      const differing = findDiffering(name, incident);
      const when = incident[name];
      if (!differing || !when) continue;
      yield {
        path: ['timeline', differing.index, 'at'],
        message: `The timeline says ${differing.at.words} for \`${name}\`, the key says ${when.words}`,
        hint: `${explain(differing.at, when)}Correct one of the two${name === 'started' ? '' : '; the key may also be left out'}.`,
        related: [{ path: document.path, place: findPlace(document, [name]), message: 'The key' }],
      };
    }
  },
};

/** The first entry of a milestone's kind, where the milestone's key agrees with none of them. */
export function findDiffering(name: Milestone, incident: Incident): { index: number; at: When } | undefined {
  const when = incident[name];
  if (!when || when.latest === null || when.earliest === null) return undefined;
  const entries = incident.timeline.flatMap((entry, index) => {
    if (entry.kind !== name || !entry.at) return [];
    // An entry that took time says it from its beginning to its end.
    const agrees = entry.until
      ? !isCertainlyBefore(when, entry.at) && !isCertainlyBefore(entry.until, when)
      : overlaps(entry.at, when);
    return [{ index, at: entry.at, agrees }];
  });
  return entries.some((entry) => entry.agrees) ? undefined : entries[0];
}

/** What the difference looks like: times of two zones, or two days. */
function explain(told: When, key: When): string {
  if (
    told.axis === 'days' ||
    !isExact(told) ||
    !isExact(key) ||
    told.earliest === null ||
    key.earliest === null
  )
    return '';
  const apart = Math.abs(told.earliest - key.earliest);
  const offset = Math.abs(createZoneAxis(key.zone).offset(key.earliest));
  if (apart > 0 && apart === offset)
    return `They are ${apart / HOUR} h apart, as UTC is from ${key.zone}: one of them may be in UTC. `;
  return apart > 0 && apart % DAY === 0 ? 'The hour is the same, the day is not. ' : '';
}
