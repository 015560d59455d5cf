import type { Ledger } from '../../audience/figures/ledger.js';
import { DAY } from '../../time/isoDay.js';
import type { Span } from '../../time/span.js';
import { usePage } from '../frame.js';
import type { Wording } from '../wording/wording.js';

/** Below so many each length is named; from so many on it is told how they are spread. */
const FEW = 4;
const MANY = 10;

const steps = [
  { name: 'week', days: 7 },
  { name: 'month', days: 30 },
  { name: 'quarter', days: 90 },
  { name: 'half', days: 183 },
] as const;

/** A length in whole days: `15 days`, `30 to 60 days`, `less than a day`. */
export function describeTaking({ min, max }: Span, { time, ledger }: Wording): string {
  const low = Math.round((min ?? 0) / DAY);
  if (max === null) return time.atLeast(time.days(low));
  const high = Math.round(max / DAY);
  if (high === 0) return ledger.lessThanADay;
  if (high === low) return time.days(high);
  return low === 0 ? time.upTo(time.days(high)) : time.betweenLengths(time.days(low), time.days(high));
}

/** How long it took until promises were kept: few by themselves; of many the middle, the slowest, and how they are spread. */
export function KeptTaking({ ledger }: { ledger: Ledger }) {
  const { wording } = usePage();
  const words = wording.ledger;
  const { n, unknown, median, p90, max } = ledger.took;
  if (n === 0 || median === undefined || max === undefined) return null;
  const spans = ledger.entries.flatMap(({ took, standing }) =>
    took === undefined || standing === 'not-followed' ? [] : [took],
  );
  const text =
    n < FEW
      ? words.takingFew(spans.map((span) => describeTaking(span, wording)))
      : words.takingText(n, describeTaking(median, wording), describeTaking(max, wording));
  return (
    <>
      <p class="ledger-text">
        {text}
        {p90 !== undefined && ` ${words.takingMost(describeTaking(p90, wording))}`}
        {unknown > 0 && ` ${words.takingUnknown(unknown)}`}
      </p>
      {n >= MANY && <Steps spans={spans} />}
    </>
  );
}

function Steps({ spans }: { spans: readonly Span[] }) {
  const words = usePage().wording.ledger;
  return (
    <table class="kept-steps">
      <caption class="visually-hidden">{words.taking}</caption>
      <tbody>
        {steps.map(({ name, days }) => {
          const done = spans.filter(({ max }) => max !== null && max <= days * DAY).length;
          const width = `${Math.round((done / spans.length) * 1e3) / 10}%`;
          return (
            <tr key={name}>
              <th scope="row">{words.within(words.steps[name])}</th>
              <td class="kept-step">{words.stepOf(done, spans.length)}</td>
              <td class="kept-bar">
                <svg width="100%" height="9" aria-hidden="true" focusable="false">
                  <rect class="kept-bar-all" width="100%" height="9" />
                  <rect class="kept-bar-done" width={width} height="9" />
                </svg>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
