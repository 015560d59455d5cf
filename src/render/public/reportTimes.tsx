import type { Distribution } from '../../time/distribution.js';
import type { PeriodFigures } from '../../audience/figures/periodFigures.js';
import type { PublicHistory } from '../../audience/publicHistory.js';
import { describeSpan } from '../../time/describeSpan.js';
import { DAY, HOUR } from '../../time/isoDay.js';
import type { Span } from '../../time/span.js';
import { usePage } from '../frame.js';
import type { Wording } from '../wording/wording.js';
import { findIncidents, listHurt, namePeriod } from './reportOpening.js';
import { createSpanScale, SpanAxis, SpanStrip } from './spanStrip.js';

/** So many values are told one by one; of more the middle and the longest. */
const mostTold = 3;

const kinds = ['toNotice', 'toTell', 'duration', 'toReport'] as const;

/**
 * How long it took until somebody noticed, until customers were told, until it was over and until the report was public: distributions,
 * never a mean. With `totals: false` a sentence says why there are none.
 */
export function ReportTimes({ figures, history }: { figures: PeriodFigures; history: PublicHistory }) {
  const { wording } = usePage();
  const { report } = wording;
  const hurt = listHurt(findIncidents(figures.incidents, history));
  const { overall } = figures;
  if (hurt.length === 0) return null;
  if (overall === undefined) return <p class="report-none basis">{report.noTotals}</p>;
  const rows = kinds
    .map((kind) => ({ kind, found: overall[kind], total: countTotal(kind, overall[kind], hurt) }))
    .filter(({ total }) => total > 0);
  const isDrawn = rows.some(({ found }) => found.n > mostTold);
  const scale = isDrawn
    ? createSpanScale(
        rows.flatMap(({ found }) => found.spans),
        wording.direction,
      )
    : undefined;
  return (
    <section class="report-times" aria-labelledby="times">
      <h2 id="times">{report.timesTitle}</h2>
      <table class="times">
        <caption class="visually-hidden">
          {report.timesCaption(namePeriod(figures.period.name, wording))}
        </caption>
        <tbody>
          {rows.map(({ kind, found, total }) => (
            <tr key={kind}>
              <th scope="row">{report.times[kind]}</th>
              <td>
                {describeDistribution(found, total, wording, kind === 'toReport' ? sayDays : saySpan)}
                {scale !== undefined && found.n > 0 && (
                  <SpanStrip id={kind} title={report.times[kind]} spans={found.spans} scale={scale} />
                )}
              </td>
            </tr>
          ))}
          {scale !== undefined && (
            <tr class="times-axis">
              <td />
              <td>
                <SpanAxis scale={scale} />
              </td>
            </tr>
          )}
        </tbody>
      </table>
      <p class="basis">{report.timesNote}</p>
    </section>
  );
}

/** Of how many incidents one could have been told. */
function countTotal(
  kind: (typeof kinds)[number],
  found: Distribution,
  hurt: readonly { ongoing: boolean }[],
): number {
  if (kind === 'toReport') return found.n + found.unknown;
  return kind === 'duration' ? hurt.filter(({ ongoing }) => !ongoing).length : hurt.length;
}

/** `4 min, 35 min and 3 h`; `half within 4 min, the longest 3 h; 2 of 9 do not say`. */
function describeDistribution(
  found: Distribution,
  total: number,
  wording: Wording,
  say: (span: Span, wording: Wording) => string = saySpan,
): string {
  const { report } = wording;
  const { n, median, max, spans } = found;
  if (n === 0 || max === undefined) return report.noneSays(total);
  const text =
    n <= mostTold
      ? report.values(spans.map((span) => say(span, wording)))
      : median === undefined || median.max === null
        ? report.longest(say(max, wording))
        : // At least half of them took no longer than the upper bound of the one in the middle.
          report.half(
            say(say === sayDays ? median : { min: median.max, max: median.max }, wording),
            say(max, wording),
          );
  return total > n ? report.unsaid(text, total - n, total) : text;
}

function saySpan(span: Span, { time }: Wording): string {
  return describeSpan(span, time);
}

/** In days of the calendar: of a report only the day is known. Where even that is not, as exactly as it can be said. */
function sayDays(span: Span, { report, time }: Wording): string {
  const { min, max } = span;
  if (min === null || max === null || max - min > 25 * HOUR) return describeSpan(span, time);
  const days = Math.round((min + max) / 2 / DAY);
  return days === 0 ? report.sameDay : time.days(days);
}
