import { formatEnd } from '../../time/formatWhen.js';
import type { When } from '../../time/when.js';
import { usePage } from '../frame.js';
import type { Wording } from '../wording/wording.js';
import { capitalize } from '../words.js';
import { endClock, Time } from './time.js';
import { isOpenOrRange } from './whenWords.js';

interface PeriodProps {
  from: When;
  /** Undefined: only the beginning is said. */
  to: When | undefined;
  /** Whether it begins a line. */
  capital?: boolean;
}

/** From when to when: `14 March 2026, 09:05 to 14:02`; `from the night of day 1 or before, until day 2, 22:00`. */
export function Period({ from, to, capital = false }: PeriodProps) {
  const { wording } = usePage();
  const { start, joint, end } = wordsOfPeriod(from, to, wording);
  return (
    <>
      <Time when={from} text={capital ? capitalize(start) : start} />
      {to !== undefined && (
        <>
          {joint}
          <Time when={to} text={end} />
        </>
      )}
    </>
  );
}

/** The same as plain text. */
export function describePeriod(from: When, to: When | undefined, wording: Wording): string {
  const { start, joint, end } = wordsOfPeriod(from, to, wording);
  return to === undefined ? start : `${start}${joint}${end}`;
}

function wordsOfPeriod(
  from: When,
  to: When | undefined,
  wording: Wording,
): { start: string; joint: string; end: string } {
  const { time, period } = wording;
  const start = formatEnd(from, time);
  if (to === undefined) return { start, joint: '', end: '' };
  // A rough end is told whole: the clock alone would read as two ends (`to 13:00–15:00`).
  const end = (isOpenOrRange(to) ? undefined : endClock(from, to, time)) ?? formatEnd(to, time);
  if (!isOpenOrRange(from)) return { start, joint: period.to, end };
  return { start: from.precision === 'range' ? start : period.from(start), joint: period.until, end };
}
