import type { Commitment } from '../../audience/publicHistory.js';
import { formatDay, formatOnDay, type Day } from '../../time/day.js';
import { usePage } from '../frame.js';
import { commitmentAddress, incidentAddress, ledgerEntryId } from '../link.js';
import { AuthorWords, InlineText } from '../text.js';
import { CommitmentMark } from './commitmentMark.js';
import { describeState, isOpenState } from './commitmentWords.js';
import { DayTime } from './time.js';

interface ListProps {
  commitments: readonly Commitment[];
  /** All commitments of the site: among them is what replaced another. */
  known: readonly Commitment[];
  /**
   * Set where the list stands on the ledger: each names its incident there, and says how long it took where that is known, '' where it
   * is not. On the page of its incident each is the target of links by its own id, on the ledger by that of both.
   */
  tellTaking?: (commitment: Commitment) => string;
}

/** Promises, each with its state, its dates in the margin, and what was said about it. */
export function CommitmentList({ commitments, known, tellTaking }: ListProps) {
  return (
    <ul class="commitments">
      {commitments.map((commitment) => (
        <li
          key={`${commitment.incident.id}#${commitment.id}`}
          id={tellTaking === undefined ? commitment.id : ledgerEntryId(commitment.incident.id, commitment.id)}
          class={`commitment${commitment.overdue ? ' is-late' : ''}`}
        >
          <CommitmentDates commitment={commitment} isLedger={tellTaking !== undefined} />
          <CommitmentWords commitment={commitment} tellTaking={tellTaking} known={known} />
        </li>
      ))}
    </ul>
  );
}

/** In the ledger, where there may be hundreds, days are plain words; on the page of the incident machines can read them too. */
function CommitmentDates({ commitment, isLedger }: { commitment: Commitment; isLedger: boolean }) {
  const { wording } = usePage();
  const words = wording.commitment;
  const { due, moved } = commitment;
  const first = moved[0]?.from;
  const tell = (day: Day) => (isLedger ? formatDay(day, wording.time) : <DayTime day={day} />);
  return (
    <div>
      {due === undefined ? (
        <p>{words.noDate}</p>
      ) : (
        <p>
          {words.due(due.precision)} {tell(due)}
        </p>
      )}
      {first !== undefined && (
        <p>
          {words.firstDue(first.precision)} {tell(first)}
          {moved.length > 1 && `, ${words.moved(moved.length)}`}
        </p>
      )}
    </div>
  );
}

interface WordsProps {
  commitment: Commitment;
  known: readonly Commitment[];
  tellTaking: ListProps['tellTaking'];
}

function CommitmentWords({ commitment, known, tellTaking }: WordsProps) {
  const { wording, link } = usePage();
  const { id, incident, state, overdue } = commitment;
  const taking = tellTaking?.(commitment) ?? '';
  return (
    <div>
      <p>
        <AuthorWords>{commitment.title}</AuthorWords>
      </p>
      <p class={`commitment-state${overdue ? ' late' : ''}`}>
        <CommitmentMark state={state} overdue={overdue} />
        <span>
          {describeState(commitment, wording)}
          {taking !== '' && <span class="quiet">; {taking}</span>}
        </span>
      </p>
      {tellTaking !== undefined && (
        <p class="quiet">
          {wording.commitment.after}{' '}
          <a href={link(commitmentAddress(incident.id, id))}>
            <AuthorWords>{incident.title}</AuthorWords>
          </a>
        </p>
      )}
      <CommitmentNotes commitment={commitment} known={known} isLedger={tellTaking !== undefined} />
    </div>
  );
}

interface NotesProps {
  commitment: Commitment;
  known: readonly Commitment[];
  isLedger: boolean;
}

function CommitmentNotes({ commitment, known, isLedger }: NotesProps) {
  const { wording, link } = usePage();
  const words = wording.commitment;
  const { incident, state, doneWhen, reason, verified, addresses, supersededBy } = commitment;
  return (
    <>
      {reason !== undefined && (
        <p>
          {words.reason} <InlineText text={reason} />
        </p>
      )}
      {supersededBy !== undefined && (
        <p>
          {words.replacedBy}{' '}
          <a href={link(commitmentAddress(supersededBy.incident, supersededBy.id))}>
            <AuthorWords>{findTitle(supersededBy, known)}</AuthorWords>
          </a>
        </p>
      )}
      {doneWhen !== undefined && (!isLedger || isOpenState(state)) && (
        <p>
          {words.doneWhen} <InlineText text={doneWhen} />
        </p>
      )}
      {verified !== undefined && (
        <p>{words.checked(formatOnDay(verified.date, wording.time), verified.result)}</p>
      )}
      {!isLedger && addresses.length > 0 && (
        <p class="quiet">
          {words.answers(addresses.length)}{' '}
          {listLinks(
            addresses.map((cause) => ({
              text: cause,
              href: link(`${incidentAddress(incident.id)}#cause-${cause}`),
            })),
            words.and,
          )}
        </p>
      )}
    </>
  );
}

function findTitle({ incident, id }: { incident: string; id: string }, known: readonly Commitment[]): string {
  return known.find((one) => one.id === id && one.incident.id === incident)?.title ?? id;
}

/** `C1, C2 and C3`, each a link. */
function listLinks(links: readonly { text: string; href: string }[], and: string) {
  return links.map(({ text, href }, index) => (
    <span key={text}>
      {index === 0 ? '' : index === links.length - 1 ? ` ${and} ` : ', '}
      <a href={href}>{text}</a>
    </span>
  ));
}
