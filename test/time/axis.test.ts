import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { createZoneAxis } from '../../src/time/axis.js';
import { dayOfNumber } from '../../src/time/isoDay.js';
import { zones } from './written.js';

/** Instants near changes of clocks as often as elsewhere. */
const instant = fc
  .tuple(fc.constantFrom(...zones), fc.integer({ min: 0, max: 2_400_000_000 }), fc.boolean())
  .map(([zone, at, isNear]) => {
    const there = Temporal.Instant.fromEpochMilliseconds(at * 1000).toZonedDateTimeISO(zone);
    const change = isNear ? there.getTimeZoneTransition('next') : null;
    return {
      zone,
      at: change === null ? at * 1000 : change.epochMilliseconds + ((at % 200_000) - 100_000) * 1000,
    };
  });

test('the clock shows what Temporal says it shows', () => {
  fc.assert(
    fc.property(instant, ({ zone, at }) => {
      const there = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
      const { day, second } = createZoneAxis(zone).locate(at);
      expect(dayOfNumber(day)).toBe(there.toPlainDate().toString());
      expect(second).toBe(there.hour * 3600 + there.minute * 60 + there.second);
    }),
    { numRuns: 400 },
  );
});

test('it shows everything when Temporal says it does: never, once or twice', () => {
  fc.assert(
    fc.property(instant, ({ zone, at }) => {
      // Any local time near a change, shown there or not.
      const plain = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('UTC').toPlainDateTime();
      const [earlier, later] = (['earlier', 'later'] as const).map((disambiguation) =>
        plain.toZonedDateTime(zone, { disambiguation }),
      );
      const shown = [earlier, later].filter((one) => one?.toPlainDateTime().equals(plain));
      const expected = [...new Set(shown.map((one) => one?.epochMilliseconds))];
      const axis = createZoneAxis(zone);
      const local = { day: Math.floor(at / 86_400_000), second: Math.floor((at % 86_400_000) / 1000) };
      expect(axis.readings(local)).toEqual(expected);
      const [first, last] = [axis.first(local), axis.last(local)];
      const isShown = expected.length > 0;
      expect([first, last]).toEqual(isShown ? [expected[0], expected.at(-1)] : [first, first]);
      // What is skipped lies between what the clock shows just before the jump and at it.
      const wallOf = (one: { day: number; second: number }) => one.day * 86_400 + one.second;
      const [before = 0, after = 0] = [axis.locate(first - 1000), axis.locate(first)].map(wallOf);
      expect(isShown || (wallOf(local) > before && wallOf(local) < after)).toBe(true);
    }),
    { numRuns: 400 },
  );
});
