import type { ComponentChildren } from 'preact';
import { describeSpan } from '../../time/describeSpan.js';
import { formatClock, formatDayOf, formatWhen } from '../../time/formatWhen.js';
import { HOUR, MINUTE } from '../../time/isoDay.js';
import { spanBetween } from '../../time/span.js';
import { isUnknown, type When } from '../../time/when.js';
import { usePage } from '../frame.js';
import { InlineParagraph } from '../text.js';
import type { Wording } from '../wording/wording.js';
import { useIsSwitchable } from './switchableTime.js';
import { endClock, Time } from './time.js';
import { findDayNumber, isOfClock } from './whenWords.js';

/** One event of a timeline, or something said while it went on, as much as is drawn of it. */
export interface DrawnEntry {
  at: When | undefined;
  until: When | undefined;
  kind: string;
  text: string;
}

const phases = new Set(['started', 'detected', 'mitigated', 'resolved']);

/**
 * The timeline as one line down the page, with the times in its margin. Space between entries grows with the time between
 * them; where an hour or more lies between two known times, it is said. Between two phases the line has the face of the first. `aside`
 * adds something to an entry.
 */
export function Timeline({
  entries,
  aside,
}: {
  entries: readonly DrawnEntry[];
  aside?: (index: number) => ComponentChildren;
}) {
  const { wording } = usePage();
  const stretches = findStretches(entries);
  return (
    <ol class="timeline">
      {entries.map((entry, index) => (
        <Entry
          key={index}
          entry={entry}
          day={findNewDay(entries, index, wording)}
          gap={findGap(entries, index, wording)}
          stretch={stretches[index]}
        >
          {aside?.(index)}
        </Entry>
      ))}
    </ol>
  );
}

/** What the line after an entry stands for: that it hurt, or that it was being put right. */
type Stretch = 'hurt' | 'mending' | undefined;

/** Only where the timeline says itself that it began, and when that ended. */
function findStretches(entries: readonly DrawnEntry[]): Stretch[] {
  const find = (kind: string): number => entries.findIndex((entry) => entry.kind === kind);
  const [started, mitigated, resolved] = [find('started'), find('mitigated'), find('resolved')];
  const end = mitigated < 0 ? resolved : mitigated;
  return entries.map((_, index) => {
    if (started < 0 || end < started) return undefined;
    if (index >= started && index < end) return 'hurt';
    return mitigated >= 0 && index >= mitigated && index < resolved ? 'mending' : undefined;
  });
}

function Entry(props: {
  entry: DrawnEntry;
  day: string | undefined;
  gap: Gap;
  stretch: Stretch;
  children?: ComponentChildren;
}) {
  const { entry, day, gap, stretch } = props;
  const { wording } = usePage();
  const kinds: Readonly<Record<string, string>> = wording.timeline.kinds;
  const words = Object.hasOwn(kinds, entry.kind) ? kinds[entry.kind] : undefined;
  const names = [
    'entry',
    `gap-${gap.step}`,
    ...(phases.has(entry.kind) ? ['entry-phase'] : []),
    `entry-${entry.kind}`,
    ...(stretch === undefined ? [] : [`then-${stretch}`]),
  ];
  return (
    <li class={names.join(' ')}>
      {gap.words !== undefined && <p class="entry-gap">{gap.words}</p>}
      {entry.at !== undefined && <EntryTimes at={entry.at} until={entry.until} day={day} />}
      <div class="entry-text">
        {words !== undefined && <p class="entry-kind">{words}</p>}
        <InlineParagraph text={entry.text} />
        {props.children}
      </div>
    </li>
  );
}

/** The day where it is a new one, the clock below it, and until when. */
function EntryTimes({ at, until, day }: { at: When; until: When | undefined; day: string | undefined }) {
  const { wording } = usePage();
  const isSwitchable = useIsSwitchable();
  const heading = isUnknown(at) ? undefined : headingOf(at, wording);
  const whole = formatWhen(at, wording.time);
  // The clock below its day; where no hour is known the day alone, or what is known of the time.
  const text = formatClock(at, wording.time) ?? (day === whole ? undefined : whole);
  return (
    <p class="entry-time" {...(isSwitchable && heading !== undefined ? { 'data-day': heading } : {})}>
      {day !== undefined && (
        <span class="entry-day">
          {day}
          {day !== whole && <span class="visually-hidden">, </span>}
        </span>
      )}
      {text !== undefined && <Time when={at} text={text} />}
      {until !== undefined && (
        <span class="entry-until">
          {' '}
          <Time
            when={until}
            text={wording.timeline.until(
              endClock(at, until, wording.time) ?? formatWhen(until, wording.time),
            )}
          />
        </span>
      )}
    </p>
  );
}

/** The day that an entry stands under, when it is another than that of the last entry with a time. */
function findNewDay(entries: readonly DrawnEntry[], index: number, wording: Wording): string | undefined {
  const at = entries[index]?.at;
  if (at === undefined || isUnknown(at)) return undefined;
  const day = headingOf(at, wording);
  const before = entries
    .slice(0, index)
    .findLast((entry) => entry.at !== undefined && !isUnknown(entry.at))?.at;
  return before !== undefined && headingOf(before, wording) === day ? undefined : day;
}

/** The day above a clock; of what has no clock all that is known: `between 12 and 15 May 2014`. */
function headingOf(at: When, { time }: Wording): string | undefined {
  return formatClock(at, time) === undefined ? formatWhen(at, time) : formatDayOf(at, time);
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
function findGap(entries: readonly DrawnEntry[], index: number, wording: Wording): Gap {
  const at = entries[index]?.at;
  const before = entries[index - 1];
  const from = before?.until ?? before?.at;
  if (at === undefined || from === undefined) return { step: 1, words: undefined };
  if (!isOfClock(from) || !isOfClock(at)) return findDayGap(from, at, wording);
  const span = spanBetween(from, at);
  const min = span.min ?? 0;
  if (min >= HOUR) return { step: 4, words: wording.timeline.later(describeSpan(span, wording.time)) };
  return { step: min >= 20 * MINUTE ? 3 : min >= 5 * MINUTE ? 2 : 1, words: undefined };
}

/** Days are counted where both are certain; an hour beside a day says nothing of the hours between. */
function findDayGap(from: When, at: When, { timeline }: Wording): Gap {
  const [one, other] = [findDayNumber(from), findDayNumber(at)];
  const days = one === undefined || other === undefined || from.axis !== at.axis ? 0 : other - one;
  if (days <= 0) return { step: 1, words: undefined };
  return { step: 4, words: days === 1 ? timeline.nextDay : timeline.daysLater(days) };
}
