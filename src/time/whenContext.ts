import type { PlacedWhen } from './placeWhen.js';
import type { When } from './when.js';

/**
 * Where a time stands, which says what it may leave out:
 *
 * - `started`, `scheduled` (from, announced): nothing; `started` may be `unknown`, or count days.
 * - `milestone` (`detected`, `mitigated`, `resolved`): `+17m` is after `started`; may be `unknown`.
 * - `entry` (of `timeline` and `updates`): `13:05` and `+17m` follow `previous`; in the first entry, which
 *   has none, `13:05` is the one nearest to `started`, and `+17m` is after it.
 * - `until` (of an entry), `window` (`impact` from and to, `scheduled.to`): both follow `previous`, else
 *   `started`.
 */
type WhenField = 'started' | 'scheduled' | 'milestone' | 'entry' | 'until' | 'window';

/**
 * What surrounds a time. `zone` is the file's, and known. `previous` is the time that this one follows: the
 * nearest entry before that has a time, the `at` of an `until`, the `from` of a `to`.
 */
export type WhenContext = {
  readonly zone: string;
  readonly field: WhenField;
  readonly started?: When | undefined;
  readonly previous?: When | undefined;
};

/** A time in its place, or why it has none. */
export type ResolvedWhen = PlacedWhen;
