import { formatIsoDay } from '../../../time/day.js';
import { englishTime } from '../../../time/wording.js';
import { usePage } from '../../frame.js';
import { ownersAddress, teamAddress } from '../address.js';
import { WorkTable } from '../insights/workTable.js';
import type { Tracker } from '../tracker.js';
import type { TeamRecord } from './teamRecord.js';

/** Every team. */
export function TeamsPage({ teams, tracker }: { teams: readonly TeamRecord[]; tracker: Tracker }) {
  const { link } = usePage();
  const { asOf } = tracker.history;
  return (
    <>
      <h1>Teams</h1>
      {teams.length === 0 ? (
        <p>
          As of {formatIsoDay(asOf, englishTime)} there is no team. Those of <code>teams</code> in{' '}
          <code>site/site.yaml</code> stand here, with what they and their members own.
        </p>
      ) : (
        <>
          <p class="lede">
            As of {formatIsoDay(asOf, englishTime)}; who has most overdue stands first. What one person owns
            stands under <a href={link(ownersAddress)}>owners</a>.
          </p>
          <WorkTable
            caption="Items by team, and incidents of its services"
            corner="Team"
            rows={teams.map(({ id, name, items, incidents }) => ({
              key: id,
              name: <a href={link(teamAddress(id))}>{name}</a>,
              items,
              incidents: incidents.length,
            }))}
            asOf={asOf}
          />
        </>
      )}
    </>
  );
}
