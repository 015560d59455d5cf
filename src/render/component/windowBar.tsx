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
      {solid.start > start && (
        <rect
          class="windows-fade"
          x={percent(start)}
          y={y}
          width={percent(solid.start - start)}
          height={height}
          fill="url(#windows-fade-in)"
        />
      )}
      <rect
        class="windows-solid"
        x={percent(solid.start)}
        y={y}
        width={percent(Math.max(solid.end - solid.start, 0.4))}
        height={height}
      />
      {end > solid.end && (
        <rect
          class="windows-fade"
          x={percent(solid.end)}
          y={y}
          width={percent(end - solid.end)}
          height={height}
          fill="url(#windows-fade-out)"
        />
      )}
      {open && (
        <rect
          class="windows-fade"
          x={percent(end)}
          y={y}
          width={percent(100 - end)}
          height={height}
          fill="url(#windows-fade-out)"
        />
      )}
    </g>
  );
}

/** What the doubtful ends are filled with. Once in a drawing. */
export function WindowFades() {
  return (
    <defs>
      <linearGradient id="windows-fade-in">
        <stop class="windows-stop" offset="0" stop-opacity="0.08" />
        <stop class="windows-stop" offset="1" stop-opacity="1" />
      </linearGradient>
      <linearGradient id="windows-fade-out">
        <stop class="windows-stop" offset="0" stop-opacity="1" />
        <stop class="windows-stop" offset="1" stop-opacity="0.08" />
      </linearGradient>
    </defs>
  );
}

/** Two decimals are finer than a pixel, and the same on every machine. */
export function percent(value: number): string {
  return `${Math.round(value * 100) / 100}%`;
}
