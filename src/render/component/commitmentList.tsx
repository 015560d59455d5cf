import type { Commitment } from '../../audience/publicHistory.js';
import { formatDay } from '../../time/day.js';
import { usePage } from '../frame.js';
import { commitmentAddress, incidentAddress } from '../link.js';
import { InlineText } from '../text.js';
import { countOf } from '../words.js';
import { CommitmentMark } from './commitmentMark.js';
import { describeState } from './commitmentWords.js';
import { DayTime } from './time.js';

interface ListProps {
  commitments: readonly Commitment[];
  /** Whether the list stands on the ledger: each names its incident there; on the incident's page each is the target of links. */
  ledger?: boolean;
  /** All commitments of the site: among them is what replaced another. */
  known: readonly Commitment[];
}

/** Promises, each with its state, its dates in the margin, and what was said about it. */
export function CommitmentList({ commitments, ledger = false, known }: ListProps) {
  return (
    <ul class="commitments">
      {commitments.map((commitment) => (
        <li
          key={`${commitment.incident.id}#${commitment.id}`}
          id={ledger ? undefined : commitment.id}
          class={`commitment${commitment.overdue ? ' is-late' : ''}`}
        >
          <CommitmentDates commitment={commitment} />
          <CommitmentWords commitment={commitment} ledger={ledger} known={known} />
        </li>
      ))}
    </ul>
  );
}

function CommitmentDates({ commitment: { due, done, moved, state } }: { commitment: Commitment }) {
  const first = moved[0]?.from;
  return (
    <p class="commitment-dates">
      {due === undefined ? (
        <span class="quiet">No date promised</span>
      ) : (
        <span>
          Due <DayTime day={due} />
        </span>
      )}
      {first !== undefined && (
        <span class="quiet">
          <span class="visually-hidden">. </span>
          First promised for <DayTime day={first} />
          {moved.length > 1 && `, moved ${moved.length === 2 ? 'twice' : countOf(moved.length, 'time')}`}
        </span>
      )}
      {state === 'done' && done !== undefined && done !== 'unknown' && (
        <span class="visually-hidden">
          . Done <DayTime day={done} />
        </span>
      )}
    </p>
  );
}

interface WordsProps {
  commitment: Commitment;
  ledger: boolean;
  known: readonly Commitment[];
}

function CommitmentWords({ commitment, ledger, known }: WordsProps) {
  const { link } = usePage();
  const { id, incident, state, overdue } = commitment;
  const title = <bdi>{commitment.title}</bdi>;
  return (
    <div class="commitment-text">
      <p class="commitment-title">
        {ledger ? <a href={link(commitmentAddress(incident.id, id))}>{title}</a> : title}
      </p>
      <p class={`commitment-state${overdue ? ' late' : ''}`}>
        <CommitmentMark state={state} overdue={overdue} />
        <span>{describeState(commitment)}</span>
      </p>
      {ledger && (
        <p class="commitment-incident">
          After{' '}
          <a href={link(incidentAddress(incident.id))}>
            <bdi>{incident.title}</bdi>
          </a>
        </p>
      )}
      <CommitmentNotes commitment={commitment} ledger={ledger} known={known} />
    </div>
  );
}

function CommitmentNotes({ commitment, ledger, known }: WordsProps) {
  const { link } = usePage();
  const { incident, doneWhen, reason, verified, addresses, supersededBy } = commitment;
  return (
    <>
      {reason !== undefined && (
        <p class="commitment-note">
          The reason: <InlineText text={reason} />
        </p>
      )}
      {supersededBy !== undefined && (
        <p class="commitment-note">
          Replaced by{' '}
          <a href={link(commitmentAddress(supersededBy.incident, supersededBy.id))}>
            <bdi>{findTitle(supersededBy, known)}</bdi>
          </a>
        </p>
      )}
      {doneWhen !== undefined && (
        <p class="commitment-note">
          Counts as done when: <InlineText text={doneWhen} />
        </p>
      )}
      {verified !== undefined && (
        <p class="commitment-note">
          Checked on {formatDay(verified.date)}: {verifiedWords[verified.result]}
        </p>
      )}
      {!ledger && addresses.length > 0 && (
        <p class="commitment-note quiet">
          Answers {addresses.length === 1 ? 'cause' : 'causes'}{' '}
          {listLinks(
            addresses.map((cause) => ({
              text: cause,
              href: link(`${incidentAddress(incident.id)}#cause-${cause}`),
            })),
          )}
        </p>
      )}
    </>
  );
}

function findTitle({ incident, id }: { incident: string; id: string }, known: readonly Commitment[]): string {
  return known.find((one) => one.id === id && one.incident.id === incident)?.title ?? id;
}

const verifiedWords = {
  effective: 'it works',
  ineffective: 'it does not do what it was meant to',
  unclear: 'it cannot be said yet',
};

/** `C1, C2 and C3`, each a link. */
function listLinks(links: readonly { text: string; href: string }[]) {
  return links.map(({ text, href }, index) => (
    <span key={text}>
      {index === 0 ? '' : index === links.length - 1 ? ' and ' : ', '}
      <a href={href}>{text}</a>
    </span>
  ));
}
