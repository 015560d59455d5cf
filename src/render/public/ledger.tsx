import type { ComponentChildren } from 'preact';
import type { Ledger as LedgerFigures, LedgerEntry } from '../../audience/figures/ledger.js';
import type { Standing } from '../../audience/figures/promise.js';
import type { Commitment, PublicHistory } from '../../audience/publicHistory.js';
import { compareDays, type Day } from '../../time/day.js';
import { usePage } from '../frame.js';
import { yearAddress } from '../link.js';
import type { Wording } from '../wording/wording.js';
import { CommitmentList } from '../component/commitmentList.js';
import { KeptRecord } from './keptRecord.js';
import { describeTaking, KeptTaking } from './keptTaking.js';
import { findFigures } from './siteFigures.js';

interface LedgerProps {
  ledger: LedgerFigures;
  history: PublicHistory;
  level: 2 | 3;
  /** Begins the ids in it, where there are several on a page. */
  name: string;
}

/**
 * Everything that was promised, in the order in which it matters: what is late, what is open, how promises were kept, and then what is
 * done, dropped or replaced. What was dropped is never left out. Last and by itself what nobody has followed since its report: it may
 * all be done.
 */
export function Ledger(props: LedgerProps) {
  const { ledger, history } = props;
  const { wording } = usePage();
  const words = wording.ledger;
  const list = (...standings: Standing[]) =>
    ledger.entries.filter(({ standing }) => standings.includes(standing));
  const late = list('late').toSorted((a, b) => b.commitment.daysLate - a.commitment.daysLate);
  const open = list('open').toSorted((a, b) => compareDue(a.commitment, b.commitment));
  const done = list('in-time', 'done-late', 'done').toSorted((a, b) =>
    compareDone(b.commitment, a.commitment),
  );
  const told = list('not-followed').toSorted((a, b) => Number(isDone(a)) - Number(isDone(b)));
  const isCounted = ledger.quarters.some(({ sofar }) => sofar.due > 0);
  return (
    <>
      <Standings {...props} id="late" title={words.late} entries={late} />
      <Standings {...props} id="open" title={words.open} entries={open} />
      {isCounted && (
        <LedgerPart {...props} id="record" title={words.record}>
          <KeptRecord ledger={ledger} history={history} name={`${props.name}kept`} />
        </LedgerPart>
      )}
      {ledger.took.n > 0 && (
        <LedgerPart {...props} id="taking" title={words.taking}>
          <KeptTaking ledger={ledger} />
        </LedgerPart>
      )}
      <Standings {...props} id="done" title={words.done} entries={done} yearOf={yearDone} isCarried />
      <Standings
        {...props}
        id="dropped"
        title={words.dropped}
        entries={list('dropped')}
        yearOf={yearPromised}
      />
      <Standings
        {...props}
        id="replaced"
        title={words.superseded}
        entries={list('superseded')}
        yearOf={yearPromised}
      />
      <Standings
        {...props}
        id="told"
        title={words.notFollowed}
        text={words.notFollowedText}
        entries={told}
        yearOf={yearPromised}
      />
    </>
  );
}

interface PartProps {
  level: 2 | 3;
  name: string;
  id: string;
  title: string;
  /** How many stand in it. */
  count?: string;
  children: ComponentChildren;
}

function LedgerPart({ level, name, id, title, count, children }: PartProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div class="ledger">
      <Heading id={`${name}${id}`} class="ledger-title">
        {title}
        {count !== undefined && (
          <>
            {' '}
            <span class="quiet">{count}</span>
          </>
        )}
      </Heading>
      {children}
    </div>
  );
}

interface StandingsProps extends LedgerProps {
  id: string;
  title: string;
  text?: string;
  entries: readonly LedgerEntry[];
  /** By which year a long list folds; one without it never does. */
  yearOf?: (entry: LedgerEntry) => string;
  /** Whether the pages of years carry what was done in them: then the ledger leads there, and does not grow with every year. */
  isCarried?: boolean;
}

/** A list that is longer than this folds, a year at a time. */
const LONG = 10;

function Standings({ entries, text, yearOf, isCarried = false, history, ...part }: StandingsProps) {
  const { wording, link } = usePage();
  const words = wording.ledger;
  if (entries.length === 0) return null;
  const list = (own: readonly LedgerEntry[]) => <LedgerEntries entries={own} history={history} />;
  const years = yearOf === undefined || entries.length <= LONG ? [] : groupByYear(entries, yearOf);
  return (
    <LedgerPart {...part} count={words.promises(entries.length)}>
      {text !== undefined && <p class="ledger-text">{text}</p>}
      {years.length < 2
        ? list(entries)
        : years.map(({ year, own }, index) =>
            isCarried && index > 0 && isOnPageOfYear(year, own, history) ? (
              <p key={year} class="ledger-year">
                <a href={link(`${yearAddress(Number(year))}#done`)}>{year}</a>{' '}
                <span class="quiet">{words.promises(own.length)}</span>
              </p>
            ) : (
              <details key={year} class="ledger-year" open={index === 0}>
                <summary>
                  {year === '' ? words.undated : year} <span class="quiet">{words.promises(own.length)}</span>
                </summary>
                {list(own)}
              </details>
            ),
          )}
    </LedgerPart>
  );
}

/** Whether the page of a year tells of each of them that it was done. */
function isOnPageOfYear(year: string, own: readonly LedgerEntry[], history: PublicHistory): boolean {
  const { years, reportYears } = findFigures(history);
  const done = new Set(years.find(({ period }) => period.name === year)?.done);
  return (
    reportYears.some((one) => one.year === Number(year)) &&
    own.every(({ commitment }) => done.has(commitment))
  );
}

/** Promises as the ledger tells them. */
export function LedgerEntries({
  entries,
  history,
}: {
  entries: readonly LedgerEntry[];
  history: PublicHistory;
}) {
  const { wording } = usePage();
  const spans = new Map(entries.map(({ commitment, took }) => [commitment, took]));
  return (
    <CommitmentList
      commitments={entries.map(({ commitment }) => commitment)}
      known={history.commitments}
      tellTaking={(commitment) => tellTaking(spans.get(commitment), wording)}
    />
  );
}

function tellTaking(took: LedgerEntry['took'], wording: Wording): string {
  if (took === undefined) return '';
  if (took.max === 0) return wording.commitment.tookNothing;
  return wording.commitment.took(describeTaking(took, wording));
}

/** The newest year first, what has none last; within a year as they came. */
function groupByYear(
  entries: readonly LedgerEntry[],
  yearOf: (entry: LedgerEntry) => string,
): { year: string; own: LedgerEntry[] }[] {
  const years = [...new Set(entries.map(yearOf))].toSorted().toReversed();
  return years.map((year) => ({ year, own: entries.filter((entry) => yearOf(entry) === year) }));
}

function yearDone({ commitment: { done } }: LedgerEntry): string {
  return yearOfDay(done === 'unknown' ? undefined : done);
}

function yearPromised({ promised }: LedgerEntry): string {
  return yearOfDay(promised);
}

/** '' where it is not known. */
function yearOfDay(day: Day | undefined): string {
  return day?.last.slice(0, 4) ?? '';
}

function isDone({ commitment }: LedgerEntry): boolean {
  return commitment.state === 'done';
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
