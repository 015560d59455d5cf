import { countDue, createDuePeriods, dueStandings, type DuePeriod } from '../../audience/figures/duePeriod.js'; // prettier-ignore
import type { Ledger } from '../../audience/figures/ledger.js';
import type { PublicHistory } from '../../audience/publicHistory.js';
import { formatIsoDay } from '../../time/day.js';
import { usePage } from '../frame.js';
import { KeptChart, laySquares, namePeriod } from './keptChart.js';

/** From so many promises that were due, in so many quarters, there is something to draw; below, words are enough. */
const FEW_PROMISES = 8;
const FEW_QUARTERS = 4;
/** So many quarters have room beside one another on a phone. */
const MANY_QUARTERS = 16;
/** A column of more squares fills the screen of a phone. */
const MANY_ROWS = 16;

/** How the promises of a ledger were kept: in a sentence with its basis and, where there are enough of them, over time. */
export function KeptRecord({
  ledger,
  history,
  name,
}: {
  ledger: Ledger;
  history: PublicHistory;
  name: string;
}) {
  const { wording } = usePage();
  const words = wording.ledger;
  const { due, standings } = countDue(ledger, history.asOf);
  if (due === 0) return null;
  const { quarters } = ledger;
  const moved = quarters.at(-1)?.sofar.moved.min ?? 0;
  const byQuarter = createDuePeriods('quarter', ledger, history);
  const isCrowded = quarters.length > MANY_QUARTERS || laySquares(byQuarter).rows > MANY_ROWS;
  const kind = isCrowded ? 'year' : 'quarter';
  const periods = isCrowded ? createDuePeriods('year', ledger, history) : byQuarter;
  const isDrawn = due >= FEW_PROMISES && quarters.length >= FEW_QUARTERS;
  return (
    <>
      <p class="ledger-text">
        {words.recordText(
          {
            due,
            inTime: standings['in-time'],
            undated: standings.done,
            late: standings['done-late'],
            open: standings.late,
            dropped: standings.dropped,
          },
          formatIsoDay(history.asOf, wording.time),
        )}
        {moved > 0 && ` ${words.moved(moved)}`}
      </p>
      {isDrawn && (
        <>
          <KeptChart kind={kind} periods={periods} name={name} />
          <KeptTable kind={kind} periods={periods} />
        </>
      )}
      <p class="basis ledger-basis">{words.counted}</p>
    </>
  );
}

function KeptTable({ kind, periods }: { kind: 'quarter' | 'year'; periods: readonly DuePeriod[] }) {
  const { wording } = usePage();
  const words = wording.ledger;
  const shown = dueStandings.filter((standing) => periods.some(({ standings }) => standings[standing] > 0));
  return (
    <div class="scroll" role="group" aria-label={words.table} tabIndex={0}>
      <table class="kept-table">
        <caption class="visually-hidden">{words.table}</caption>
        <thead>
          <tr>
            <th scope="col">{words.dueIn}</th>
            <th scope="col">{words.due}</th>
            {shown.map((standing) => (
              <th key={standing} scope="col">
                {words.standings[standing]}
              </th>
            ))}
            <th scope="col">{words.inTimeSoFar}</th>
          </tr>
        </thead>
        <tbody>
          {periods.map((one) => {
            const name = namePeriod(one, kind, wording.time);
            return (
              <tr key={one.period.name}>
                <th scope="row">{one.period.running ? words.running(name) : name}</th>
                <td>{words.number(one.due)}</td>
                {shown.map((standing) => (
                  <td key={standing}>{words.number(one.standings[standing])}</td>
                ))}
                <td>{one.inTime && words.share(one.inTime.min, one.inTime.max)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
