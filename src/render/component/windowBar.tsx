import { Fragment } from 'preact';
import type { ImpactLevel } from './impactWords.js';
import type { Bar } from './windowScale.js';

/** The heavier the level, the thicker the bar; a period of data is an outline. */
const thickness: Readonly<Record<ImpactLevel, number>> = {
  outage: 10,
  partial: 6,
  degraded: 3,
  'data-loss': 9,
  exposure: 9,
};

/** A bar of the axis: solid where it is certain, fading where it is not. */
export function WindowBar({ bar, level, top }: { bar: Bar; level: ImpactLevel; top: number }) {
  const height = thickness[level];
  const y = top + (10 - height) / 2;
  const { start, end, solid, open } = bar;
  const name = `windows-bar windows-${level}`;
  if (solid === undefined) {
    return (
      <rect
        class={`${name} windows-doubt`}
        x={percent(start)}
        y={y}
        width={percent(Math.max(end - start, 0.6))}
        height={height}
      />
    );
  }
  return (
    <g class={name}>
      <Fade from={start} to={solid.start} y={y} height={height} fill={fades[toneOf(level)].in} />
      <rect
        class="windows-solid"
        x={percent(solid.start)}
        y={y}
        width={percent(Math.max(solid.end - solid.start, 0.4))}
        height={height}
      />
      <Fade from={solid.end} to={open ? 100 : end} y={y} height={height} fill={fades[toneOf(level)].out} />
    </g>
  );
}

type Tone = 'alarm' | 'caution';

const fades: Readonly<Record<Tone, { in: string; out: string }>> = {
  alarm: { in: 'windows-alarm-in', out: 'windows-alarm-out' },
  caution: { in: 'windows-caution-in', out: 'windows-caution-out' },
};

function toneOf(level: ImpactLevel): Tone {
  return level === 'degraded' ? 'caution' : 'alarm';
}

/** A doubtful end; nothing where it is certain. */
function Fade(props: { from: number; to: number; y: number; height: number; fill: string }) {
  const { from, to, y, height, fill } = props;
  if (to <= from) return null;
  return (
    <rect
      class="windows-fade"
      x={percent(from)}
      y={y}
      width={percent(to - from)}
      height={height}
      fill={`url(#${fill})`}
    />
  );
}

/** What the doubtful ends of such windows are filled with. Once in a drawing. */
export function WindowFades({ levels }: { levels: readonly ImpactLevel[] }) {
  return (
    <defs>
      {[...new Set(levels.map(toneOf))].map((tone) => (
        <Fragment key={tone}>
          <linearGradient id={fades[tone].in} class={`windows-${tone}`}>
            <stop offset="0" stop-opacity="0.08" />
            <stop offset="1" />
          </linearGradient>
          <linearGradient id={fades[tone].out} class={`windows-${tone}`}>
            <stop offset="0" />
            <stop offset="1" stop-opacity="0.08" />
          </linearGradient>
        </Fragment>
      ))}
    </defs>
  );
}

/** Two decimals are finer than a pixel, and the same on every machine. */
export function percent(value: number): string {
  return `${Math.round(value * 100) / 100}%`;
}
