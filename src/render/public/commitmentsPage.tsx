import {
  createLedgers,
  type Ledger as LedgerFigures,
  type LedgerEntry,
} from '../../audience/figures/ledger.js';
import type { Commitment, PublicHistory } from '../../audience/publicHistory.js';
import { usePage } from '../frame.js';
import type { Wording } from '../wording/wording.js';
import { describeKept } from '../component/commitmentWords.js';
import { Meta } from '../component/meta.js';
import { DayTime, IsoDayTime } from '../component/time.js';
import { FactStrip, type Fact } from './factStrip.js';
import { Ledger, LedgerEntries } from './ledger.js';

/** The ledger: everything that was promised in public, and what became of it. */
export function CommitmentsPage({ history }: { history: PublicHistory }) {
  const { wording } = usePage();
  const words = wording.ledger;
  const ledgers = createLedgers(history).filter(({ entries }) => entries.length > 0);
  const [first] = ledgers;
  return (
    <>
      <div class="page-head">
        <p class="margin-note">
          {words.asOf} <IsoDayTime day={history.asOf} />
        </p>
        <h1>{words.title}</h1>
      </div>
      {first === undefined && (
        <section class="empty" aria-labelledby="empty">
          <h2 id="empty">{words.empty}</h2>
          <p>{words.emptyText}</p>
        </section>
      )}
      {first !== undefined && ledgers.length === 1 && (
        <>
          <p class="lead">{describeLedger(first, wording)}</p>
          <Strip ledger={first} />
          <Ledger ledger={first} history={history} level={2} name="" />
        </>
      )}
      {ledgers.length > 1 && (
        <>
          <p class="lead">{words.byGroup}</p>
          {ledgers.every(isLeft) && <p class="ledger-text">{words.notFollowedText}</p>}
          {ledgers.map((ledger, index) => (
            <Group key={ledger.group} ledger={ledger} history={history} name={`group-${index + 1}`} />
          ))}
        </>
      )}
    </>
  );
}

/** Whether nobody has followed any of them since its report. */
function isLeft({ entries, standings }: LedgerFigures): boolean {
  return standings['not-followed'] === entries.length;
}

const commitmentOf = ({ commitment }: LedgerEntry): Commitment => commitment;

function Group({ ledger, history, name }: { ledger: LedgerFigures; history: PublicHistory; name: string }) {
  const { author, wording } = usePage();
  const words = wording.ledger;
  return (
    <section class="ledger-group" aria-labelledby={name}>
      <h2 id={name} {...author}>
        {ledger.group ?? words.otherGroup}
      </h2>
      {isLeft(ledger) ? (
        <>
          <Meta facts={[describeKept(ledger.entries.map(commitmentOf), wording)]} />
          <LedgerEntries entries={ledger.entries} history={history} />
        </>
      ) : (
        <>
          <p class="ledger-text">{describeLedger(ledger, wording)}</p>
          <Ledger ledger={ledger} history={history} level={3} name={`${name}-`} />
        </>
      )}
    </section>
  );
}

/** How much was promised, and what became of it, in a sentence. */
function describeLedger(ledger: LedgerFigures, wording: Wording): string {
  const { entries, standings } = ledger;
  if (isLeft(ledger)) return `${describeKept(entries.map(commitmentOf), wording)}.`;
  const incidents = new Set(entries.map(({ commitment }) => commitment.incident.id)).size;
  return wording.ledger.opening(entries.length, incidents, {
    late: standings.late,
    open: standings.open,
    done: standings['in-time'] + standings['done-late'] + standings.done,
    dropped: standings.dropped,
    superseded: standings.superseded,
    notFollowed: standings['not-followed'],
  });
}

/** Where they stand, each figure a link to its list. Nothing where nobody follows any of them. */
function Strip({ ledger: { entries, standings } }: { ledger: LedgerFigures }) {
  const words = usePage().wording.ledger;
  const done = standings['in-time'] + standings['done-late'] + standings.done;
  if (done + standings.late + standings.open + standings.dropped === 0) return null;
  const figure = (count: number, id: string) =>
    count === 0 ? words.none : <a href={`#${id}`}>{words.number(count)}</a>;
  const late = entries
    .filter(({ standing }) => standing === 'late')
    .map(({ commitment }) => commitment.daysLate);
  const most = Math.max(...late);
  const facts: Fact[] = [
    {
      label: words.late,
      value: figure(standings.late, 'late'),
      notes: late.length === 0 ? [] : [late.length === 1 ? words.lateOne(most) : words.lateMost(most)],
    },
    { label: words.open, value: figure(standings.open, 'open'), notes: [<NextDue entries={entries} />] },
    {
      label: words.done,
      value: figure(done, 'done'),
      notes: done === 0 ? [] : [words.doneInTime(standings['in-time'], standings['done-late'])],
    },
    {
      label: words.dropped,
      value: figure(standings.dropped, 'dropped'),
      notes: standings.dropped === 0 ? [] : [words.droppedReason],
    },
  ];
  return <FactStrip facts={facts} />;
}

/** The next due date of what is open. */
function NextDue({ entries }: Pick<LedgerFigures, 'entries'>) {
  const words = usePage().wording.ledger;
  const open = entries.filter(({ standing }) => standing === 'open');
  const next = open
    .flatMap(({ commitment }) => commitment.due ?? [])
    .toSorted((a, b) => (a.last < b.last ? -1 : 1))
    .at(0);
  if (next === undefined) return <>{open.length === 0 ? '' : words.openUndated}</>;
  return (
    <>
      {words.openNext} <DayTime day={next} />
    </>
  );
}
