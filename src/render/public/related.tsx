import { createRecurrences, type Recurrence } from '../../audience/figures/recurrence.js';
import type {
  Commitment,
  PublicHistory,
  PublicIncident,
  PublicRelation,
} from '../../audience/publicHistory.js';
import type { When } from '../../time/when.js';
import { CommitmentMark } from '../component/commitmentMark.js';
import { describeState } from '../component/commitmentWords.js';
import { describeDays } from '../component/whenWords.js';
import { toDateTime } from '../../time/dateTime.js';
import { usePage } from '../frame.js';
import { commitmentAddress, incidentAddress } from '../link.js';
import { capitalize } from '../words.js';
import type { Wording } from '../wording/wording.js';
import { AuthorWords } from '../text.js';

const recurrences = new WeakMap<PublicHistory, Map<string, Recurrence>>();

/** What an incident has in common with earlier ones; undefined where there is nothing, or it is not shown. Counted once a history. */
export function findRecurrence(
  history: PublicHistory,
  { id, retracted }: PublicIncident,
): Recurrence | undefined {
  if (retracted !== undefined) return undefined;
  const known = recurrences.get(history) ?? createRecurrences(history);
  recurrences.set(history, known);
  return known.get(id);
}

/**
 * “The third incident with this cause in twelve months. 2 of 5 promised after the earlier ones are still open.” What nobody has followed
 * since its report is not called open.
 */
export function describeRecurrence({ ordinal, earlier, open }: Recurrence, { incident }: Wording): string[] {
  const promised = earlier.flatMap((one) => one.incident.remediation ?? []);
  const followed = promised.filter(({ lastTold }) => lastTold === undefined);
  return [
    incident.recurrence(ordinal.min, ordinal.max),
    promised.length > 0 && followed.length === 0
      ? incident.earlierNotFollowed
      : incident.earlierOpen(
          open.filter(({ lastTold }) => lastTold === undefined).length,
          followed.length,
          earlier.length,
        ),
  ];
}

/** The same at the beginning of the page, with the way to what it speaks of. */
export function RecurrenceNote({ history, incident }: { history: PublicHistory; incident: PublicIncident }) {
  const { wording } = usePage();
  const recurrence = findRecurrence(history, incident);
  if (recurrence === undefined) return null;
  const [ordinal, open] = describeRecurrence(recurrence, wording);
  return (
    <p class="opening-note recurrence">
      <strong>{ordinal}</strong> {open} <a href="#related">{wording.incident.earlierLink}</a>
    </p>
  );
}

/** Which others it has to do with; of those that had the same cause before it, what was promised then and is still open. */
export function Related({
  history,
  incident,
  related,
}: {
  history: PublicHistory;
  incident: PublicIncident;
  related: readonly PublicRelation[];
}) {
  const { wording } = usePage();
  const recurrence = findRecurrence(history, incident);
  const words = wording.incident;
  // What the report says itself of an earlier one stands first; others are known by what those say.
  const told = new Set(related.map((relation) => relation.incident.id));
  const others = (recurrence?.earlier ?? []).filter((one) => !told.has(one.incident.id));
  return (
    <>
      {recurrence !== undefined && <p>{describeRecurrence(recurrence, wording).join(' ')}</p>}
      <ul class="margin-list">
        {related.map(({ how, incident: other }) => (
          <RelatedIncident key={`${how} ${other.id}`} how={words.relations[how]} incident={other} />
        ))}
        {others.map(({ incident: other }) => (
          <RelatedIncident key={other.id} how={words.earlier} incident={other} />
        ))}
      </ul>
      {recurrence !== undefined && recurrence.open.length > 0 && (
        <>
          <h3 class="still-open">{words.stillOpen}</h3>
          <OpenPromises commitments={recurrence.open} />
        </>
      )}
    </>
  );
}

function RelatedIncident({
  how,
  incident: { id, title, started },
}: {
  how: string;
  incident: { id: string; title: string; started: When };
}) {
  const { wording, link } = usePage();
  const day = describeDays(started, wording.time);
  const dateTime = toDateTime(started)?.slice(0, 10);
  return (
    <li>
      <p class="margin-note">{how}</p>
      <p>
        <a href={link(incidentAddress(id))}>
          <AuthorWords>{title}</AuthorWords>
        </a>
        {day !== undefined && started.axis === 'calendar' && (
          <span class="quiet">
            {', '}
            {dateTime === undefined ? <span>{day}</span> : <time dateTime={dateTime}>{day}</time>}
          </span>
        )}
      </p>
    </li>
  );
}

/** Promises of other incidents in a line each: they stand whole on the pages of theirs. */
function OpenPromises({ commitments }: { commitments: readonly Commitment[] }) {
  const { wording, link } = usePage();
  return (
    <ul class="open-promises">
      {commitments.map((commitment) => (
        <li key={`${commitment.incident.id}#${commitment.id}`}>
          <a href={link(commitmentAddress(commitment.incident.id, commitment.id))}>
            <AuthorWords>{commitment.title}</AuthorWords>
          </a>
          <p class={`commitment-state${commitment.overdue ? ' late' : ''}`}>
            <CommitmentMark state={commitment.state} overdue={commitment.overdue} />
            <span>{capitalize(describeState(commitment, wording))}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}
