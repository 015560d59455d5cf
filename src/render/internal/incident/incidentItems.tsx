import { isShownItem } from '../../../judge/visibility.js';
import type { Incident } from '../../../model/incident.js';
import { formatDay } from '../../../time/day.js';
import { englishTime } from '../../../time/wording.js';
import { usePage } from '../../frame.js';
import { commitmentAddress } from '../../link.js';
import { InlineText } from '../../text.js';
import { DayText, NoValue } from '../dayText.js';
import { EntryTable, type Entry } from './entryTable.js';
import { lateness, OwnerLink, TeamOf, Tickets } from '../itemCell.js';
import type { IncidentPart } from './incidentPart.js';
import { ItemState } from '../mark.js';
import { entryStanding, type Standing } from '../standing.js';
import type { Tracker } from '../tracker.js';
import type { TrackedItem } from '../../../model/trackedItem.js';

/** The incident's remediation items with everything that the file says of them. */
export function createItemsPart(incident: Incident, standing: Standing, tracker: Tracker): IncidentPart[] {
  const items = tracker.itemsOf(incident);
  if (items.length === 0) return [];
  const content = (
    <>
      <EntryTable
        caption="Remediation items"
        columns={[
          'Item',
          'Type',
          'Priority',
          'State',
          'Owner',
          'Opened',
          'Due',
          'Done',
          'Addresses',
          'Ticket',
        ]}
        room={{ Item: 'sentence' }}
        entries={items.map((tracked) => createEntry(tracked, standing, tracker))}
      />
      {standing.is !== 'internal' && standing.is !== 'withheld' && (
        <p class="basis">
          Of what customers see, owner, team, priority, opened, tickets and why a date was moved stay
          internal.
        </p>
      )}
    </>
  );
  return [{ id: 'remediation', heading: 'Remediation', standing, content }];
}

function createEntry(tracked: TrackedItem, standing: Standing, tracker: Tracker): Entry {
  const { item } = tracked;
  const how = tracked.overdue ? undefined : lateness(tracked);
  return {
    id: item.id,
    cells: [
      <>
        <span class="item-id">{item.id}</span> <bdi>{item.title}</bdi>
        <Details tracked={tracked} tracker={tracker} />
      </>,
      item.type,
      item.priority ?? <NoValue />,
      <>
        <ItemState tracked={tracked} />
        {how !== undefined && <span class="muted">, {how}</span>}
      </>,
      <>
        <OwnerLink owner={item.owner} tracker={tracker} />
        <TeamOf item={item} tracker={tracker} />
      </>,
      <DayText day={item.opened} />,
      <DayText day={item.due} />,
      <DayText day={item.done ?? (item.state === 'done' ? 'unknown' : undefined)} />,
      item.addresses.length === 0 ? (
        <NoValue />
      ) : (
        item.addresses.map((id) => <a href={`#cause-${id}`}>{id} </a>)
      ),
      <Tickets tickets={item.tickets} tracker={tracker} />,
    ],
    standing: entryStanding(standing, !isShownItem(item)),
    instead: item.public,
  };
}

/** What is said of an item in sentences. */
function Details({ tracked: { item }, tracker }: { tracked: TrackedItem; tracker: Tracker }) {
  const { verified, supersededBy } = item;
  return (
    <span class="item-details">
      {item.done_when !== undefined && (
        <span>
          Done when: <InlineText text={item.done_when} />
        </span>
      )}
      {item.moved.map((move) => (
        <span key={move.from.words}>
          Was due {formatDay(move.from, englishTime)}
          {move.date && `, moved on ${formatDay(move.date, englishTime)}`}
          {move.reason !== undefined && (
            <>
              {': '}
              <InlineText text={move.reason} />
            </>
          )}
        </span>
      ))}
      {item.reason !== undefined && (
        <span>
          Why not: <InlineText text={item.reason} />
        </span>
      )}
      {supersededBy !== undefined && (
        <span>
          Superseded by <SuccessorLink globalId={supersededBy} tracker={tracker} />
        </span>
      )}
      {verified && (
        <span>
          Looked at again on {formatDay(verified.date, englishTime)}: {verified.result}
          {verified.note !== undefined && (
            <>
              {'. '}
              <InlineText text={verified.note} />
            </>
          )}
        </span>
      )}
    </span>
  );
}

function SuccessorLink({ globalId, tracker }: { globalId: string; tracker: Tracker }) {
  const { link } = usePage();
  const successor = tracker.items.find(({ item }) => item.globalId === globalId);
  if (!successor) return <>{globalId}</>;
  const { item, incident } = successor;
  return (
    <a href={link(commitmentAddress(incident.id, item.id))}>
      {item.id} <bdi>{item.title}</bdi>
    </a>
  );
}
