import { formatIsoDay } from '../../../time/day.js';
import { englishTime } from '../../../time/wording.js';
import { usePage } from '../../frame.js';
import { serviceAddress } from '../../link.js';
import { countOf, formatCount } from '../count.js';
import { IncidentList } from '../insights/incidentList.js';
import { ItemSection } from '../insights/itemSection.js';
import { Count, NumberHead } from '../insights/spreadTable.js';
import { WorkTable } from '../insights/workTable.js';
import { OwnerLink } from '../itemCell.js';
import { groupByRule } from '../owed.js';
import { compareCounts, countOpen, countOverdue, findName } from '../ownership.js';
import type { Tracker } from '../tracker.js';
import type { TeamRecord } from './teamRecord.js';

/** What a team has to do, who of it, and what happened to its services. */
export function TeamPage({ team, tracker }: { team: TeamRecord; tracker: Tracker }) {
  const { link } = usePage();
  const { name, services, items, incidents } = team;
  const asOf = formatIsoDay(tracker.history.asOf, englishTime);
  const isNamed = items.some(({ item }) => item.team === team.id || item.owner === team.id);
  return (
    <>
      <h1>{name}</h1>
      <p class="lede">
        Team. As of {asOf}: {countOf(items.length, 'item')}, {formatCount(countOpen(items))} open,{' '}
        {formatCount(countOverdue(items))} overdue.
        {services.length > 0 && (
          <>
            {' '}
            It answers for{' '}
            {services.map(({ id, name: service }, index) => (
              <span key={id}>
                {index > 0 && ', '}
                <a href={link(serviceAddress(id))}>{service}</a>
              </span>
            ))}
            .
          </>
        )}
      </p>
      <Members team={team} tracker={tracker} />
      <ItemSection
        heading="Items of the team and its members"
        caption={`Remediation items of ${name} as of ${asOf}`}
        items={items}
        query={{ team: team.id }}
        calendar={isNamed ? team.id : undefined}
        none="Nothing was promised yet by this team or anybody of it. An item stands here that names it as team or owner, or a member as owner."
        tracker={tracker}
      />
      <section id="incidents" class="tracker-section" aria-labelledby="incidents-heading">
        <h2 id="incidents-heading">
          Incidents of its services <span class="count">{formatCount(incidents.length)}</span>
        </h2>
        {incidents.length === 0 ? (
          <p class="none">
            {services.length === 0
              ? 'No service names this team. Incidents that affect one that does stand here.'
              : 'No incident has affected them.'}
          </p>
        ) : (
          <IncidentList
            caption={`Incidents that affected services of ${name}`}
            incidents={incidents}
            tracker={tracker}
          />
        )}
      </section>
      <Owes team={team} />
    </>
  );
}

/** Open items by who owns them. */
function Members({ team: { name, members, items }, tracker }: { team: TeamRecord; tracker: Tracker }) {
  const { settings, asOf } = tracker.history;
  const owners = new Set([...members.map(({ id }) => id), ...items.map(({ item }) => item.owner)]);
  const rows = [...owners]
    .map((owner) => ({ owner, own: items.filter(({ item }) => item.owner === owner) }))
    .filter(({ own }) => own.length > 0)
    .toSorted((a, b) => compareCounts(a.own, b.own));
  const idle = members.filter(({ id }) => rows.every(({ owner }) => owner !== id));
  if (rows.length === 0 && idle.length === 0) return null;
  return (
    <section id="members" class="tracker-section" aria-labelledby="members-heading">
      <h2 id="members-heading">By owner</h2>
      {rows.length > 0 && (
        <WorkTable
          caption={`Items of ${name} by owner`}
          corner="Owner"
          rows={rows.map(({ owner, own }) => ({
            key: owner ?? '',
            name: <OwnerLink owner={owner} tracker={tracker} />,
            items: own,
          }))}
          asOf={asOf}
        />
      )}
      {idle.length > 0 && (
        <p class="basis">Without an item: {idle.map(({ id }) => findName(settings, id)).join(', ')}.</p>
      )}
    </section>
  );
}

/** What is owed in the reports about its services, by rule. */
function Owes({ team: { owed } }: { team: TeamRecord }) {
  if (owed.length === 0) return null;
  return (
    <section id="owed" class="tracker-section" aria-labelledby="owed-heading">
      <h2 id="owed-heading">
        Owed in their reports <span class="count">{formatCount(owed.length)}</span>
      </h2>
      <table class="dense insight-table">
        <caption class="visually-hidden">Findings by rule</caption>
        <thead>
          <tr>
            <th scope="col">Rule</th>
            <NumberHead>Findings</NumberHead>
            <NumberHead>Incidents</NumberHead>
          </tr>
        </thead>
        <tbody>
          {groupByRule(owed).map(([rule, found]) => (
            <tr key={rule}>
              <th scope="row">
                <code>{rule}</code>
              </th>
              <Count count={found.length} />
              <Count count={new Set(found.map(({ diagnostic }) => diagnostic.path)).size} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
