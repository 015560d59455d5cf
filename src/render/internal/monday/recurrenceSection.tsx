import type { PendingFix, Recurrence } from '../../../model/figures/recurrence.js';
import type { TrackedItem } from '../../../model/trackedItem.js';
import { dayOf } from '../../../time/day.js';
import { daysBetween } from '../../../time/isoDay.js';
import { countOf, formatCount } from '../count.js';
import { DayText } from '../dayText.js';
import { IncidentLink, ItemLink, OwnerLink } from '../itemCell.js';
import { ItemState } from '../mark.js';
import { TableRegion } from '../tableRegion.js';
import type { Tracker } from '../tracker.js';
import { Capped } from './capped.js';

const most = 4;

/** Which incidents came again while a fix that was promised the time before was not done; what can still be done first. */
export function RecurrenceSection({
  recurrences,
  tracker,
}: {
  recurrences: readonly Recurrence[];
  tracker: Tracker;
}) {
  const isOpen = ({ fixes }: Recurrence): boolean =>
    fixes.some(({ item }) => tracker.findTracked(item.globalId)?.open === true);
  const sorted = recurrences.toSorted((a, b) => Number(isOpen(b)) - Number(isOpen(a)));
  const perhaps = new Set(recurrences.map(({ later }) => later)).size - countAgain(recurrences);
  return (
    <section id="recurrences" aria-labelledby="recurrences-heading">
      <h2 id="recurrences-heading">
        Came again before a fix was done <span class="count">{formatCount(countAgain(sorted))}</span>
        {perhaps > 0 && <span class="muted"> and {formatCount(perhaps)} more perhaps</span>}
      </h2>
      {sorted.length === 0 ? (
        <p class="none">
          No incident came again while something promised against it was open. An incident stands here when
          its file, under <code>related</code>, says that it is a recurrence of another, or has the same
          cause.
        </p>
      ) : (
        <Capped things={sorted} most={most} rest="more came again">
          {(shown) => <RecurrenceTable recurrences={shown} tracker={tracker} />}
        </Capped>
      )}
    </section>
  );
}

/** How many incidents certainly came again before a fix was done: one may have come after several. */
export function countAgain(recurrences: readonly Recurrence[]): number {
  const certain = recurrences.filter(({ fixes }) => fixes.some(({ wasOpen }) => wasOpen === 'certain'));
  return new Set(certain.map(({ later }) => later)).size;
}

function RecurrenceTable({ recurrences, tracker }: { recurrences: readonly Recurrence[]; tracker: Tracker }) {
  return (
    <TableRegion label="Came again before a fix was done">
      <table class="dense recurrence-table cards">
        <caption class="visually-hidden">Incidents that came again before a fix was done</caption>
        <thead>
          <tr>
            <th scope="col">Came again</th>
            <th scope="col">After</th>
            <th scope="col">Not done by then</th>
          </tr>
        </thead>
        <tbody>
          {recurrences.map(({ later, earlier, fixes }) => (
            <tr key={`${later.id} ${earlier.id}`}>
              <th scope="row" class="title">
                <IncidentLink incident={later} tracker={tracker} />{' '}
                <StartDay incident={later} tracker={tracker} />
              </th>
              <td class="title" data-label="after">
                <IncidentLink incident={earlier} tracker={tracker} />{' '}
                <StartDay incident={earlier} tracker={tracker} />
              </td>
              <td class="title">
                <ul class="plain">
                  {fixes.map((fix) => (
                    <FixLine key={fix.item.globalId} fix={fix} later={later} tracker={tracker} />
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}

function StartDay({ incident, tracker }: { incident: Recurrence['later']; tracker: Tracker }) {
  const day = dayOf(incident.started, tracker.history.settings.timezone);
  if (day === undefined) return null;
  return (
    <span class="muted start-day">
      <DayText day={day} />
    </span>
  );
}

interface FixProps {
  fix: PendingFix;
  later: Recurrence['later'];
  tracker: Tracker;
}

function FixLine({ fix: { item, wasOpen }, later, tracker }: FixProps) {
  const tracked = tracker.findTracked(item.globalId);
  return (
    <li>
      <ItemLink item={item} />{' '}
      <span class="muted">
        {tracked !== undefined && <ItemState tracked={tracked} />}
        {doneAfter(item, later, tracker)}
        {wasOpen === 'possible' && `, ${doubtOf(tracked)}`},{' '}
        <OwnerLink owner={item.owner} tracker={tracker} />
      </span>
    </li>
  );
}

/** What is not certain: whether it was opened, or whether it had ended. */
function doubtOf(tracked: TrackedItem | undefined): string {
  return tracked?.open === true ? 'perhaps opened later' : 'perhaps by then';
}

/** ` 12 days after`. */
function doneAfter(
  { state, done }: PendingFix['item'],
  later: Recurrence['later'],
  tracker: Tracker,
): string | undefined {
  const start = dayOf(later.started, tracker.history.settings.timezone);
  if (state !== 'done' || done === undefined || done === 'unknown' || start === undefined) return undefined;
  if (done.first !== done.last || start.first !== start.last) return undefined;
  const days = daysBetween(start.first, done.first);
  return days > 0 ? ` ${countOf(days, 'day')} after` : ' the same day';
}
