import { findTeamOf } from '../../../model/reference.js';
import { formatIsoDay } from '../../../time/day.js';
import { englishTime } from '../../../time/wording.js';
import { usePage } from '../../frame.js';
import { teamAddress } from '../address.js';
import { countOf, formatCount } from '../count.js';
import { ItemSection } from '../insights/itemSection.js';
import { countOpen, countOverdue, findName, type Ownership } from '../ownership.js';
import type { Tracker } from '../tracker.js';

/** What one person or team owns. */
export function OwnerPage({ ownership, tracker }: { ownership: Ownership; tracker: Tracker }) {
  const { id, name, kind, items } = ownership;
  const asOf = formatIsoDay(tracker.history.asOf, englishTime);
  return (
    <>
      <h1>{name}</h1>
      <p class="lede">
        <Who ownership={ownership} tracker={tracker} />. As of {asOf}: {countOf(items.length, 'item')} in all,{' '}
        {formatCount(countOpen(items))} open, {formatCount(countOverdue(items))} overdue.
      </p>
      <ItemSection
        heading={kind === 'team' ? 'Items that it owns itself' : 'Items'}
        caption={`Remediation items of ${name} as of ${asOf}`}
        items={items}
        query={{ owner: id }}
        calendar={id}
        none="Nothing."
        tracker={tracker}
      />
    </>
  );
}

/** `Person, team Storage`, with a way to the team. */
function Who({ ownership: { id, kind }, tracker }: { ownership: Ownership; tracker: Tracker }) {
  const { link, frame } = usePage();
  const { settings } = tracker.history;
  const team = findTeamOf(settings, id);
  if (team === undefined || !frame.hasPage(teamAddress(team)))
    return <>{kind === 'team' ? 'Team' : 'Person'}</>;
  if (kind === 'team') {
    return (
      <>
        Team; <a href={link(teamAddress(team))}>with its members</a>
      </>
    );
  }
  return (
    <>
      Person, team <a href={link(teamAddress(team))}>{findName(settings, team)}</a>
    </>
  );
}
