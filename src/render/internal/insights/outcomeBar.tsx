import type { ComponentChildren } from 'preact';
import type { DueStanding } from '../../../model/figures/standing.js';
import type { FixOutcome } from '../../../model/figures/fixOutcome.js';
import { formatCount } from '../count.js';
import { Count } from './spreadTable.js';

const HEIGHT = 10;

/** How a part of a bar looks. Height and frame say the same as the colour. */
type Look = 'kept' | 'done' | 'slow' | 'failed' | 'waiting' | 'idea' | 'late' | 'gone';

const looks: Record<DueStanding | FixOutcome, Look> = {
  'in-time': 'kept',
  effective: 'kept',
  done: 'done',
  'done-late': 'slow',
  ineffective: 'failed',
  open: 'waiting',
  proposed: 'idea',
  told: 'idea',
  late: 'late',
  overdue: 'late',
  dropped: 'gone',
};

/** What became of some things. */
type Outcome = DueStanding | FixOutcome;

interface OutcomeTableProps<T extends Outcome> {
  caption: string;
  corner: string;
  /** What the number of all of a row is called. */
  whole: string;
  /** In the order of the columns, each with its name; those that no row has are left out. */
  outcomes: readonly { is: T; name: string }[];
  rows: readonly { key: string; name: ComponentChildren; counts: Record<T, number>; more?: ComponentChildren }[]; // prettier-ignore
  /** The name of one more column. */
  more?: string;
}

/** Rows of outcomes: the numbers, and beside them the same as a bar of equal width for each row, so that shares can be compared. */
export function OutcomeTable<T extends Outcome>(props: OutcomeTableProps<T>) {
  const { caption, corner, whole, outcomes, rows, more } = props;
  const shown = outcomes.filter(({ is }) => rows.some(({ counts }) => counts[is] > 0));
  return (
    <div class="scroll" role="group" aria-label={caption} tabIndex={0}>
      <table class="dense outcome-table">
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            <th scope="col" class="number">
              {whole}
            </th>
            {shown.map(({ is, name }) => (
              <th key={is} scope="col" class="number">
                <Key is={is} /> {name}
              </th>
            ))}
            {more !== undefined && (
              <th scope="col" class="number">
                {more}
              </th>
            )}
            <td class="outcome-bar" />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const parts = shown.map(({ is }) => ({ is, count: row.counts[is] }));
            const all = parts.reduce((sum, { count }) => sum + count, 0);
            return (
              <tr key={row.key}>
                <th scope="row">{row.name}</th>
                <td class="number">{formatCount(all)}</td>
                {parts.map(({ is, count }) => (
                  <Count key={is} count={count} alarming={looks[is] === 'late'} />
                ))}
                {more !== undefined && <td class="number">{row.more}</td>}
                <td class="outcome-bar">
                  <Bar parts={parts} all={all} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Bar({ parts, all }: { parts: readonly { is: Outcome; count: number }[]; all: number }) {
  if (all === 0) return null;
  let before = 0;
  return (
    <svg width="100%" height={HEIGHT} aria-hidden="true" focusable="false">
      {parts.map(({ is, count }) => {
        const [x, width] = [before / all, count / all];
        before += count;
        return count === 0 ? null : <Part key={is} look={looks[is]} x={percent(x)} width={percent(width)} />;
      })}
    </svg>
  );
}

/** A sample of the part of a bar, before its name. */
function Key({ is }: { is: Outcome }) {
  return (
    <svg class="mark" width={HEIGHT} height={HEIGHT} aria-hidden="true" focusable="false">
      <Part look={looks[is]} x="0" width="100%" />
    </svg>
  );
}

function Part({ look, x, width }: { look: Look; x: string; width: string }) {
  const height = { kept: 10, done: 6, slow: 6, failed: 10, waiting: 10, idea: 6, late: 10, gone: 2 }[look];
  return (
    <svg class={`outcome outcome-${look}`} x={x} width={width} height={HEIGHT}>
      <rect y={HEIGHT - height} width="100%" height={height} />
    </svg>
  );
}

function percent(share: number): string {
  return `${Math.round(share * 1e4) / 100}%`;
}
