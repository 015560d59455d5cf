import type { ComponentChildren } from 'preact';
import { InlineText } from '../../text.js';
import type { Standing } from '../standing.js';
import { StandingMark } from '../standingMark.js';
import { TableRegion } from '../tableRegion.js';

/** One entry of a part: its cells in the order of the columns, and who sees it. */
export interface Entry {
  /** Where it can be linked to. */
  id?: string;
  cells: ComponentChildren[];
  standing: Standing;
  /** What customers read instead of its own words. */
  instead?: string | undefined;
}

interface EntryTableProps {
  caption: string;
  /** The first is the heading of each row. */
  columns: readonly string[];
  /** The columns that need room: for sentences, or for times in words. */
  room?: Readonly<Record<string, 'sentence' | 'time'>>;
  entries: readonly Entry[];
}

/** The entries of one part of an incident; where customers see some of it, the last column says which. */
export function EntryTable({ caption, columns, room = {}, entries }: EntryTableProps) {
  const marked = entries.some(({ standing }) => standing.is !== 'internal');
  return (
    <TableRegion label={caption}>
      <table class="dense entries cards">
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
            {marked && <th scope="col">Who sees it</th>}
          </tr>
        </thead>
        <tbody>
          {entries.map(({ id, cells, standing, instead }, index) => (
            <tr key={id ?? index} id={id} class={`row-${standing.is}`}>
              {cells.map((cell, at) => {
                const column = columns[at] ?? '';
                const name = room[column];
                return at === 0 ? (
                  <th scope="row" class={name}>
                    {cell}
                  </th>
                ) : (
                  <td class={name} data-label={column}>
                    {cell}
                  </td>
                );
              })}
              {marked && (
                <td class="who" data-label="Who sees it">
                  <StandingMark standing={standing} />
                  {instead !== undefined && standing.is !== 'withheld' && (
                    <span class="instead">
                      {' '}
                      in other words:{' '}
                      <q>
                        <InlineText text={instead} />
                      </q>
                    </span>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
