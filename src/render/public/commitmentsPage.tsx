import type { Commitment, PublicHistory } from '../../audience/publicHistory.js';
import { compareDays } from '../../time/day.js';
import { CommitmentList } from '../component/commitmentList.js';
import { describeKept, isOpenState } from '../component/commitmentWords.js';
import { Meta } from '../component/meta.js';
import { IsoDayTime } from '../component/time.js';
import { countOf } from '../words.js';
import { groupsOf } from './incidentWords.js';

/** The ledger: everything that was promised in public, and what became of it. */
export function CommitmentsPage({ history }: { history: PublicHistory }) {
  const { commitments, site } = history;
  const groups = site.totals ? [] : groupCommitments(history);
  return (
    <>
      <div class="page-head">
        <p class="margin-note">
          As of <IsoDayTime day={history.asOf} />
        </p>
        <h1>Commitments</h1>
      </div>
      {commitments.length === 0 ? (
        <section class="empty" aria-labelledby="empty">
          <h2 id="empty">Nothing has been promised yet</h2>
          <p>
            A report says what will be changed so that an incident does not happen again. Each such promise is
            listed here, with the day it is due, and stays here when it is done, late or dropped.
          </p>
        </section>
      ) : (
        <p class="lead">
          {groups.length > 1
            ? 'Everything that was promised in the reports, company by company, and where it stood on the day given.'
            : `${describeKept(commitments)}.`}
        </p>
      )}
      {groups.length > 1
        ? groups.map(({ name, commitments: own }, index) => (
            <section key={name} class="ledger-group" aria-labelledby={`group-${index + 1}`}>
              <h2 id={`group-${index + 1}`} dir="auto">
                {name ?? 'Others'}
              </h2>
              <Meta facts={[describeKept(own)]} />
              <Ledger commitments={own} known={commitments} level={3} name={`group-${index + 1}`} />
            </section>
          ))
        : commitments.length > 0 && (
            <Ledger commitments={commitments} known={commitments} level={2} name="all" />
          )}
    </>
  );
}

const isFollowed = ({ lastTold }: Commitment): boolean => lastTold === undefined;

const isIn = (one: Commitment, state: Commitment['state']): boolean => isFollowed(one) && one.state === state;

/**
 * What is not yet kept first, the longest late at the top; what was dropped is never left out. Last and by itself what nobody has
 * followed since its report: it may all be done.
 */
const standings: {
  id: string;
  title: string;
  has: (one: Commitment) => boolean;
  order: (a: Commitment, b: Commitment) => number;
}[] = [
  { id: 'late', title: 'Late', has: (one) => one.overdue, order: (a, b) => b.daysLate - a.daysLate },
  {
    id: 'open',
    title: 'Open',
    has: (one) => isFollowed(one) && isOpenState(one.state) && !one.overdue,
    order: (a, b) => compareDue(a, b),
  },
  { id: 'done', title: 'Done', has: (one) => isIn(one, 'done'), order: (a, b) => compareDone(b, a) },
  { id: 'dropped', title: 'Dropped', has: (one) => isIn(one, 'wont-do'), order: () => 0 },
  { id: 'replaced', title: 'Replaced by another', has: (one) => isIn(one, 'superseded'), order: () => 0 },
  {
    id: 'told',
    title: 'Not followed since the report',
    has: (one) => !isFollowed(one),
    order: (a, b) => Number(isOpenState(b.state)) - Number(isOpenState(a.state)),
  },
];

interface LedgerProps {
  commitments: readonly Commitment[];
  /** All of the site's. */
  known: readonly Commitment[];
  level: 2 | 3;
  name: string;
}

function Ledger({ commitments, known, level, name }: LedgerProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <>
      {standings.map(({ id, title, has, order }) => {
        const own = commitments.filter(has).toSorted(order);
        if (own.length === 0) return null;
        return (
          <div key={id} class="ledger">
            <Heading id={`${name}-${id}`} class="ledger-title">
              {title} <span class="quiet">{countOf(own.length, 'promise')}</span>
            </Heading>
            <CommitmentList commitments={own} ledger known={known} />
          </div>
        );
      })}
    </>
  );
}

/** By due date, those without one last. */
function compareDue(a: Commitment, b: Commitment): number {
  if (a.due === undefined || b.due === undefined)
    return Number(a.due === undefined) - Number(b.due === undefined);
  return compareDays(a.due, b.due);
}

/** By the day it was done, those nobody wrote a day for first. */
function compareDone(a: Commitment, b: Commitment): number {
  const [one, other] = [a.done, b.done].map((done) => (done === 'unknown' ? undefined : done));
  if (one === undefined || other === undefined)
    return Number(one !== undefined) - Number(other !== undefined);
  return compareDays(one, other);
}

/** The commitments by the group of services, e.g. the company, that their incident affected first. In the order of services. */
function groupCommitments({
  commitments,
  incidents,
  services,
}: PublicHistory): { name: string | undefined; commitments: Commitment[] }[] {
  const groupOf = new Map(incidents.map((incident) => [incident.id, groupsOf(incident)[0]]));
  const names = [
    ...new Set(services.map(({ group }) => group).filter((group) => group !== undefined)),
    undefined,
  ];
  return names
    .map((name) => ({
      name,
      commitments: commitments.filter((one) => groupOf.get(one.incident.id) === name),
    }))
    .filter((group) => group.commitments.length > 0);
}
