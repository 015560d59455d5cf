import { downtimeLevels } from '../../audience/figures/impactWindow.js';
import type { Availability } from '../../audience/figures/serviceRecord.js';
import { describeZone } from '../../time/zone.js';
import { describeSpan } from '../../time/describeSpan.js';
import type { Span } from '../../time/span.js';
import type { PublicHistory } from '../../audience/publicHistory.js';
import type { Wording } from '../wording/wording.js';

/** A length of time, where none at all is said to be that. */
export function describeLoss(span: Span, wording: Wording): string {
  return span.max === 0 ? wording.figure.none : describeSpan(span, wording.time);
}

/** The downtime of a period: `4 h 57 min`, `between 2 h and 3 h`; `at least 2 h` where some of it is not counted. */
export function describeDowntime({ weighted, uncounted }: Availability, wording: Wording): string {
  const { min, max } = weighted;
  if (uncounted.length === 0) return describeLoss({ min, max }, wording);
  return min === 0 ? wording.figure.notKnown : describeSpan({ min, max: null }, wording.time);
}

/**
 * The availability of a period: `99.95 %`; `99.91 to 99.95 %`; `at most 99.95 %` where some downtime is not counted. What is not whole is
 * never rounded to 100 %: then it is over 99.99 %.
 */
export function describeAvailability({ availability, uncounted }: Availability, wording: Wording): string {
  const { share, shares, over, atMost, notKnown } = wording.figure;
  const [min, max] = [roundShare(availability.min, Math.floor), roundShare(availability.max, Math.ceil)];
  if (uncounted.length > 0) return availability.max === 1 ? notKnown : atMost(share(max));
  if (availability.max - availability.min > 1e-9 && min !== max) return shares(min, max);
  const nearest = roundShare((availability.min + availability.max) / 2, Math.round);
  return availability.min < 1 && availability.min > 0.9999 ? over(share(99.99)) : share(nearest);
}

/** A share of 1 in per cent, with two digits behind the point. Only what is whole is 100. */
function roundShare(value: number, round: (value: number) => number): number {
  if (value >= 1) return 100;
  // What is a hair off a round figure was that figure before it was computed.
  return Math.min(round(Number((value * 10_000).toFixed(6))) / 100, 99.99);
}

/** How long each level was the heaviest: `outage 4 h 57 min`, `partial outage up to 1 h`. Empty where there was none. */
export function describeLevelLengths({ levels }: Availability, wording: Wording): string[] {
  return downtimeLevels.flatMap((level) =>
    levels[level].max === 0
      ? []
      : [wording.figure.levelLength(wording.figure.levels[level], describeLoss(levels[level], wording))],
  );
}

/** The time zone whose days and months are meant. */
export function describeSiteZone({ site }: PublicHistory, wording: Wording): string {
  return describeZone(site.zone, null, wording.time);
}

/** `March 2026` of `2026-03` or a day in it. */
export function describeMonth(name: string, wording: Wording): string {
  return wording.time.month(Number(name.slice(5, 7)), Number(name.slice(0, 4)));
}
