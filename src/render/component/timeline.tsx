import type { ComponentChildren } from 'preact';
import { describeSpan } from '../../time/describeSpan.js';
import { formatClock, formatDayOf, formatWhen } from '../../time/formatWhen.js';
import { HOUR, MINUTE } from '../../time/isoDay.js';
import { spanBetween } from '../../time/span.js';
import { isUnknown, type When } from '../../time/when.js';
import { countOf } from '../words.js';
import { InlineParagraph } from '../text.js';
import { endClock, Time } from './time.js';
import { findDayNumber, isOfClock } from './whenWords.js';

/** One event of a timeline, or something said while it went on, as much as is drawn of it. */
export interface DrawnEntry {
  at: When | undefined;
  until: When | undefined;
  kind: string;
  text: string;
}

const kindWords: Readonly<Record<string, string>> = {
  'lead-up': 'Before',
  started: 'Started',
  detected: 'Noticed',
  escalated: 'Escalated',
  diagnosed: 'Diagnosed',
  acted: 'Acted',
  mitigated: 'Mitigated',
  resolved: 'Resolved',
  communicated: 'Said to customers',
  investigating: 'Investigating',
  identified: 'Identified',
  monitoring: 'Monitoring',
  update: 'Update',
};

const phases = new Set(['started', 'detected', 'mitigated', 'resolved']);

/**
 * The timeline as one line down the page, with the times in its margin. Space between entries grows with the time between
 * them; where an hour or more lies between two known times, it is said. `aside` adds something to an entry.
 */
export function Timeline({
  entries,
  aside,
}: {
  entries: readonly DrawnEntry[];
  aside?: (index: number) => ComponentChildren;
}) {
  return (
    <ol class="timeline">
      {entries.map((entry, index) => (
        <Entry key={index} entry={entry} day={findNewDay(entries, index)} gap={findGap(entries, index)}>
          {aside?.(index)}
        </Entry>
      ))}
    </ol>
  );
}

function Entry(props: {
  entry: DrawnEntry;
  day: string | undefined;
  gap: Gap;
  children?: ComponentChildren;
}) {
  const { entry, day, gap } = props;
  const { at, until, kind } = entry;
  const words = kindWords[kind];
  const isPhase = phases.has(kind);
  return (
    <li class={`entry gap-${gap.step}${isPhase ? ' entry-phase' : ''} entry-${kind}`}>
      {gap.words !== undefined && <p class="entry-gap">{gap.words}</p>}
      {at !== undefined && (
        <p class="entry-time">
          {day !== undefined && (
            <span class="entry-day">
              {day}
              {day !== formatWhen(at) && <span class="visually-hidden">, </span>}
            </span>
          )}
          <EntryTime at={at} day={day} />
          {until !== undefined && (
            <span class="entry-until">
              {' '}
              to <Time when={until} text={endClock(at, until)} />
            </span>
          )}
        </p>
      )}
      <div class="entry-text">
        {words !== undefined && <p class="entry-kind">{words}</p>}
        <InlineParagraph text={entry.text} />
        {props.children}
      </div>
    </li>
  );
}

/** The clock below its day; where no hour is known the day alone, or what is known of the time. */
function EntryTime({ at, day }: { at: When; day: string | undefined }) {
  const clock = formatClock(at);
  if (clock !== undefined) return <Time when={at} text={clock} />;
  const whole = formatWhen(at);
  if (day === whole) return null;
  return <Time when={at} text={whole} />;
}

/** The day that an entry stands under, when it is another than that of the last entry with a time. */
function findNewDay(entries: readonly DrawnEntry[], index: number): string | undefined {
  const at = entries[index]?.at;
  if (at === undefined || isUnknown(at)) return undefined;
  const day = headingOf(at);
  const before = entries
    .slice(0, index)
    .findLast((entry) => entry.at !== undefined && !isUnknown(entry.at))?.at;
  return before !== undefined && headingOf(before) === day ? undefined : day;
}

/** The day above a clock; of what has no clock all that is known: `between 12 and 15 May 2014`. */
function headingOf(at: When): string | undefined {
  return formatClock(at) === undefined ? formatWhen(at) : formatDayOf(at);
}

interface Gap {
  /** 0 to 4, how much space stands before the entry. */
  step: number;
  /** From an hour on: how much later it is. */
  words: string | undefined;
}

/**
 * What lies between an entry and the one before it: by the clock where both are known by it, else by days. Nothing is said where either
 * has no time.
 */
function findGap(entries: readonly DrawnEntry[], index: number): Gap {
  const at = entries[index]?.at;
  const before = entries[index - 1];
  const from = before?.until ?? before?.at;
  if (at === undefined || from === undefined) return { step: 1, words: undefined };
  if (!isOfClock(from) || !isOfClock(at)) return findDayGap(from, at);
  const span = spanBetween(from, at);
  const min = span.min ?? 0;
  if (min >= HOUR) return { step: 4, words: `${describeSpan(span)} later` };
  return { step: min >= 20 * MINUTE ? 3 : min >= 5 * MINUTE ? 2 : 1, words: undefined };
}

/** Days are counted where both are certain; an hour beside a day says nothing of the hours between. */
function findDayGap(from: When, at: When): Gap {
  const [one, other] = [findDayNumber(from), findDayNumber(at)];
  const days = one === undefined || other === undefined || from.axis !== at.axis ? 0 : other - one;
  if (days <= 0) return { step: 1, words: undefined };
  return { step: 4, words: days === 1 ? 'the next day' : `${countOf(days, 'day')} later` };
}
