import { createPile, groupByAge, type Pile } from '../../../model/figures/pile.js';
import { usePage } from '../../frame.js';
import { itemsViewAddress } from '../address.js';
import { formatCount } from '../count.js';
import { DayText } from '../dayText.js';
import { TableRegion } from '../tableRegion.js';
import type { Tracker } from '../tracker.js';
import { ItemLine } from './itemLine.js';
import { PileChart } from './pileChart.js';
import { describeAge, describeGrowth, describeMethod, describeMonth } from './pileWords.js';

/** Whether the pile of what is open grows, and how old it is. */
export function PileSection({ tracker }: { tracker: Tracker }) {
  const { items, history } = tracker;
  const pile = createPile(items, history.asOf, history.settings.timezone);
  const growth = describeGrowth(pile);
  return (
    <section id="pile" aria-labelledby="pile-heading">
      <h2 id="pile-heading">Is the pile growing?</h2>
      {growth !== undefined && <p class="pile-growth">{growth}</p>}
      <PileChart pile={pile} />
      <details class="pile-figures">
        <summary>The same as a table, and how it is counted</summary>
        <PileTable pile={pile} />
        <p class="basis">{describeMethod(pile)}</p>
      </details>
      <Ages tracker={tracker} />
    </section>
  );
}

function PileTable({ pile }: { pile: Pile }) {
  const { before, months } = pile;
  const [first] = months;
  if (first === undefined) return null;
  const rows = [
    ...months
      .map((month) => ({ key: month.period.name, name: describeMonth(month), flow: month }))
      .toReversed(),
    { key: 'before', name: `before ${describeMonth(first)}`, flow: before },
  ];
  return (
    <TableRegion label="Opened and done by month">
      <table class="dense pile-table">
        <caption class="visually-hidden">Opened and done by month, and what was open at its end</caption>
        <thead>
          <tr>
            <th scope="col">Month</th>
            <th scope="col" class="number">
              Opened
            </th>
            <th scope="col" class="number">
              Of them ended undated
            </th>
            <th scope="col" class="number">
              Done
            </th>
            <th scope="col" class="number">
              Open at its end
            </th>
            <th scope="col" class="number">
              At most
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, flow }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              <td class="number">{formatCount(flow.opened)}</td>
              <td class="number">{formatCount(flow.endedUndated)}</td>
              <td class="number">{formatCount(flow.closed)}</td>
              <td class="number">{formatCount(flow.open)}</td>
              <td class="number">{formatCount(flow.bounds.max)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}

/** What is open by age; each number opens the items that it counts. */
function Ages({ tracker }: { tracker: Tracker }) {
  const { link } = usePage();
  const { groups, rough } = groupByAge(tracker.items, tracker.history.asOf);
  const rows = [
    ...groups.map(({ items, ...group }) => ({ name: describeAge(group), items })),
    ...(rough.length === 0 ? [] : [{ name: 'known too roughly', items: rough }]),
  ];
  const longest = Math.max(1, ...rows.map(({ items }) => items.length));
  return (
    <div id="ages" class="ages">
      <h3>
        Open, by age <a href={link(itemsViewAddress({ open: '1', sort: 'opened' }))}>all, oldest first</a>
      </h3>
      {rows.map(({ name, items }) =>
        items.length === 0 ? (
          <p key={name} class="age">
            <span>{name}</span> <span class="age-count muted">0</span>
          </p>
        ) : (
          <details key={name}>
            <summary class="age">
              <span>{name}</span> <span class="age-count">{formatCount(items.length)}</span>
              <svg class="age-bar" aria-hidden="true" focusable="false">
                <rect width={`${Math.round((items.length / longest) * 1e4) / 100}%`} height="100%" />
              </svg>
            </summary>
            <ul class="item-lines">
              {items.map((tracked) => (
                <ItemLine key={tracked.item.globalId} tracked={tracked} tracker={tracker} isShort>
                  opened <DayText day={tracked.item.opened} />
                </ItemLine>
              ))}
            </ul>
          </details>
        ),
      )}
    </div>
  );
}
