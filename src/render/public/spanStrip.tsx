import { scaleLog } from 'd3-scale';
import { describeSpan } from '../../time/describeSpan.js';
import { DAY, HOUR, MINUTE } from '../../time/isoDay.js';
import type { Span } from '../../time/span.js';
import { usePage } from '../frame.js';

/** The steps that such an axis names, each some times the one before: minutes and weeks stand on one line. */
const STEPS = [MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 4 * HOUR, DAY, 4 * DAY, 14 * DAY, 60 * DAY, 240 * DAY, 960 * DAY]; // prettier-ignore
const MIDDLE = 11;

/** Puts lengths on one axis of ever larger steps. */
export interface SpanScale {
  /** In per cent of its width. */
  place: (length: number) => number;
  ticks: number[];
}

/** An axis that holds all lengths, and runs as the language does; undefined where there are none. */
export function createSpanScale(spans: readonly Span[], direction: 'ltr' | 'rtl'): SpanScale | undefined {
  const lengths = spans.flatMap(({ min, max }) => [min ?? 0, max ?? min ?? 0]).filter((length) => length > 0);
  if (lengths.length === 0) return undefined;
  const [low, high] = [Math.min(...lengths), Math.max(...lengths)];
  const from = STEPS.findLast((step) => step <= low) ?? MINUTE;
  const to = STEPS.find((step) => step > from && step >= high) ?? high;
  const scale = scaleLog([from, to], direction === 'rtl' ? [98, 2] : [2, 98]).clamp(true);
  return {
    place: (length) => Math.round(scale(Math.max(length, from)) * 100) / 100,
    ticks: STEPS.filter((step) => step >= from && step <= to),
  };
}

/**
 * Lengths as dots on one line: each is one incident. What is only roughly known is a line between its bounds; what has no upper bound
 * runs to the end of the axis.
 */
export function SpanStrip(props: { id: string; title: string; spans: readonly Span[]; scale: SpanScale }) {
  const { id, title, spans, scale } = props;
  const { wording } = usePage();
  const { place, ticks } = scale;
  return (
    <svg
      class="span-strip"
      width="100%"
      height={2 * MIDDLE}
      role="img"
      aria-labelledby={`${id}-title ${id}-text`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-text`}>
        {wording.report.values(spans.map((span) => describeSpan(span, wording.time)))}
      </desc>
      <line class="chart-rule" x1="0" x2="100%" y1={MIDDLE + 0.5} y2={MIDDLE + 0.5} />
      {ticks.map((tick) => (
        <line key={tick} class="chart-rule" x1={`${place(tick)}%`} x2={`${place(tick)}%`} y1="7" y2="16" />
      ))}
      {spans.map(({ min, max }, index) => {
        const from = place(min ?? 0);
        const to = max === null ? place(Infinity) : place(max);
        const isDot = Math.abs(to - from) < 1.5;
        return isDot ? (
          <circle key={index} class="span-dot" cx={`${from}%`} cy={MIDDLE + 0.5} r="4" />
        ) : (
          <line
            key={index}
            class="span-rough"
            x1={`${from}%`}
            x2={`${to}%`}
            y1={MIDDLE + 0.5}
            y2={MIDDLE + 0.5}
          />
        );
      })}
    </svg>
  );
}

/** The names of the steps, below all strips. */
export function SpanAxis({ scale: { place, ticks } }: { scale: SpanScale }) {
  const { time } = usePage().wording;
  // On a phone there is room for some four.
  const every = Math.ceil(ticks.length / 4);
  return (
    <svg class="span-strip" width="100%" height="18" aria-hidden="true">
      {ticks.map((tick, index) =>
        index % every !== 0 ? null : (
          <text
            key={tick}
            x={`${place(tick)}%`}
            y="13"
            text-anchor={place(tick) < 10 ? 'start' : place(tick) > 90 ? 'end' : 'middle'}
          >
            {describeSpan({ min: tick, max: tick }, time)}
          </text>
        ),
      )}
    </svg>
  );
}
