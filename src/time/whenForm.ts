import type { ClockForm } from './clockForm.js';
import type { DateForm } from './dateForm.js';
import type { Lapse } from './lapse.js';
import type { DayPart } from './when.js';

/**
 * What a written time says by itself, before the file's zone and the times around it are known. Plain data.
 * `words` is the text of this form alone.
 */
export type WhenForm = { readonly words: string } & (
  | { readonly kind: 'unknown' }
  /** `2014-06-28`, `2014-06`, `2014`, `2014-03-1?` */
  | { readonly kind: 'date'; readonly date: DateForm; readonly about: boolean }
  /** `2014-06-28 evening` */
  | { readonly kind: 'part'; readonly date: DateForm; readonly part: DayPart; readonly about: boolean }
  /** `2026-03-14 13:00`, and with an offset in minutes `2026-03-14T13:00+01:00` */
  | {
      readonly kind: 'time';
      readonly date: DateForm;
      readonly clock: ClockForm;
      readonly offset?: number;
      readonly about: boolean;
    }
  /** `13:05`, whose day is that of its surroundings */
  | { readonly kind: 'clock'; readonly clock: ClockForm; readonly offset?: number; readonly about: boolean }
  /** `+17m` */
  | { readonly kind: 'relative'; readonly lapse: Lapse; readonly about: boolean }
  /** `day 2`, `day 2 ~17:30`, `day 2 evening` */
  | {
      readonly kind: 'counted';
      readonly day: number;
      readonly clock?: ClockForm;
      readonly part?: DayPart;
      readonly about: boolean;
    }
  | { readonly kind: 'range'; readonly from: WhenForm; readonly to: WhenForm }
  | { readonly kind: 'after'; readonly of: WhenForm }
  | { readonly kind: 'by'; readonly of: WhenForm }
  /**
   * `1 PM CST`: read, and then refused by `resolveWhen`, which knows what the file's zone was on that day.
   */
  | { readonly kind: 'abbreviation'; readonly name: string; readonly time: WhenForm }
);

/** The form of one kind. */
export type FormOf<Kind extends WhenForm['kind']> = Extract<WhenForm, { kind: Kind }>;

/**
 * Whether a time takes its day or its distance from another one (`13:05`, `+17m`), so that it changes, or is
 * lost, with that one.
 */
export function isRelative(form: WhenForm): boolean {
  switch (form.kind) {
    case 'clock':
    case 'relative':
      return true;
    case 'range':
      // The second side may hang on the first, which is no surrounding.
      return isRelative(form.from);
    case 'after':
    case 'by':
      return isRelative(form.of);
    case 'abbreviation':
      return isRelative(form.time);
    default:
      return false;
  }
}
