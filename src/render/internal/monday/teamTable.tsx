import { isDueSoon, type TrackedItem } from '../../../model/trackedItem.js';
import { groupByKey } from '../../../model/figures/grouping.js';
import { usePage } from '../../frame.js';
import { teamAddress } from '../address.js';
import { formatCount } from '../count.js';
import { compareCounts, findName } from '../ownership.js';
import { TableRegion } from '../tableRegion.js';
import type { Tracker } from '../tracker.js';
import { viewOf, type ItemQuery } from './itemView.js';

const columns: readonly {
  head: string;
  query: ItemQuery;
  isIn: (tracked: TrackedItem) => boolean;
}[] = [
  { head: 'Open', query: { open: '1' }, isIn: () => true },
  { head: 'Overdue', query: { overdue: '1' }, isIn: ({ overdue }) => overdue },
  { head: 'Due soon', query: { 'due-within': '14d' }, isIn: isDueSoon },
  {
    head: 'Blocked',
    query: { open: '1', state: 'blocked' },
    isIn: ({ item }) => item.state === 'blocked',
  },
  { head: 'No owner', query: { open: '1', unowned: '1' }, isIn: ({ item }) => item.owner === undefined },
  { head: 'No date', query: { open: '1', undated: '1' }, isIn: ({ item }) => item.due === undefined },
];

/** What each team has open, the worst first; each number leads to the items that it counts. */
export function OpenByTeam({ tracker }: { tracker: Tracker }) {
  const { link, frame } = usePage();
  const { settings } = tracker.history;
  const open = tracker.items.filter((tracked) => tracked.open);
  const teams = groupByKey(
    open,
    ({ item }) => item.team,
    settings.teams.map(({ id }) => id),
  ).toSorted((a, b) => compareCounts(a.members, b.members));
  return (
    <section id="by-team" aria-labelledby="by-team-heading">
      <h2 id="by-team-heading">Open by team</h2>
      {teams.length === 0 ? (
        <p class="none">Nothing is open.</p>
      ) : (
        <TableRegion label="Open items by team">
          <table class="dense counts team-table">
            <caption class="visually-hidden">Open items by team</caption>
            <thead>
              <tr>
                <th scope="col">Team</th>
                {columns.map(({ head }) => (
                  <th key={head} scope="col" class="number">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {teams.map(({ key: team, members }) => (
                <tr key={team ?? ''}>
                  <th scope="row">
                    {team === undefined ? (
                      'No team'
                    ) : frame.hasPage(teamAddress(team)) ? (
                      <a href={link(teamAddress(team))}>{findName(settings, team)}</a>
                    ) : (
                      findName(settings, team)
                    )}
                  </th>
                  {columns.map(({ head, query, isIn }) => (
                    <TeamCount
                      key={head}
                      items={members.filter(isIn)}
                      // No filter asks for what has no team: it stands last among the groups.
                      query={team === undefined ? { ...query, group: 'team' } : { ...query, team }}
                      alarming={head === 'Overdue'}
                    />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </TableRegion>
      )}
    </section>
  );
}

interface TeamCountProps {
  items: readonly TrackedItem[];
  query: ItemQuery;
  alarming: boolean;
}

function TeamCount({ items, query, alarming }: TeamCountProps) {
  const { link } = usePage();
  const count = formatCount(items.length);
  return (
    <td class={alarming && items.length > 0 ? 'number alarm' : 'number'}>
      {items.length === 0 ? <span class="muted">0</span> : <a href={link(viewOf(query, items))}>{count}</a>}
    </td>
  );
}
