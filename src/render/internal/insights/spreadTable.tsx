import type { ComponentChildren } from 'preact';
import { createSpread } from '../../../model/figures/spread.js';
import type { Distribution } from '../../../time/distribution.js';
import { formatCount } from '../count.js';
import { NoValue } from '../dayText.js';
import { TableRegion } from '../tableRegion.js';
import { columnName, daysText } from './spreadWords.js';

/** One group of items and how its lengths are spread. */
export interface SpreadRow {
  key: string;
  name: ComponentChildren;
  distribution: Distribution;
}

/** Lengths by group: how many lie in each column, by when half and nine of ten were over, and of how many nothing is known. */
export function SpreadTable({
  caption,
  corner,
  rows,
}: {
  caption: string;
  corner: string;
  rows: readonly SpreadRow[];
}) {
  const spreads = rows.map((row) => ({ ...row, spread: createSpread(row.distribution.spans) }));
  const [any] = spreads;
  const hasRough = spreads.some(({ spread }) => spread.rough > 0);
  const hasUnknown = spreads.some(({ distribution }) => distribution.unknown > 0);
  return (
    <TableRegion label={caption}>
      <table class="dense spread-table">
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            <NumberHead>Items</NumberHead>
            {any?.spread.columns.map(({ days }, index, all) => (
              <NumberHead key={days ?? 'more'}>{columnName(days, all[index - 1]?.days)}</NumberHead>
            ))}
            {hasRough && <NumberHead>Known too roughly</NumberHead>}
            {hasUnknown && <NumberHead>Not known</NumberHead>}
            <NumberHead>Half within</NumberHead>
            <NumberHead>Nine of ten within</NumberHead>
          </tr>
        </thead>
        <tbody>
          {spreads.map(({ key, name, distribution, spread }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              <td class="number">{formatCount(distribution.n + distribution.unknown)}</td>
              {spread.columns.map(({ days, count }) => (
                <Count key={days ?? 'more'} count={count} />
              ))}
              {hasRough && <Count count={spread.rough} />}
              {hasUnknown && <Count count={distribution.unknown} />}
              <td class="number">{distribution.median ? daysText(distribution.median) : <NoValue />}</td>
              <td class="number">{distribution.p90 ? daysText(distribution.p90) : <NoValue />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}

/** The heading of a column of numbers. */
export function NumberHead({ children }: { children: ComponentChildren }) {
  return (
    <th scope="col" class="number">
      {children}
    </th>
  );
}

interface CountProps {
  count: number;
  /** What it counts, where a row becomes a card. */
  label?: string;
  alarming?: boolean;
}

/** A number in a cell; none is there to be seen, but not to be looked at. */
export function Count({ count, label, alarming = false }: CountProps) {
  return (
    <td class={alarming && count > 0 ? 'number alarm' : 'number'} data-label={label}>
      {count === 0 ? <span class="muted">0</span> : formatCount(count)}
    </td>
  );
}
