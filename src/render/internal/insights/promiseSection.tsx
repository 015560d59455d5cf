import { countDue, createDuePeriods } from '../../../audience/figures/duePeriod.js';
import { createFirstDueLedger } from '../../../audience/figures/firstDue.js';
import { measureLateness } from '../../../model/figures/standing.js';
import { createDistribution } from '../../../time/distribution.js';
import { countOf, formatCount } from '../count.js';
import type { Tracker } from '../tracker.js';
import { InsightSection } from './insightSection.js';
import { OutcomeTable } from './outcomeBar.js';
import { daysText, spreadText } from './spreadWords.js';
import { dueOutcomes, shareText } from './standingWords.js';

/** How what customers were promised was kept, by the first date that they could read. */
export function PromiseSection({ tracker }: { tracker: Tracker }) {
  const { publicHistory, history } = tracker;
  const { asOf } = history;
  const ledger = createFirstDueLedger(publicHistory);
  const { due, standings } = countDue(ledger, asOf);
  const years = createDuePeriods('year', ledger, publicHistory);
  const late = ledger.entries.flatMap(({ commitment }) => measureLateness(commitment, asOf) ?? []);
  const doneLate = spreadText(createDistribution(late.filter(({ max }) => max !== null)));
  const openLate = createDistribution(
    late.filter(({ max }) => max === null).map(({ min }) => ({ min, max: min })),
  );
  return (
    <InsightSection
      id="promises"
      heading="Kept, by the first date that customers could read"
      count={due}
      method="Items that customers see, by the due date that stood when the report became public: a date that was certainly moved before that day nobody outside had read, one that was moved on an unknown day counts as read. Customers’ own page counts by the present date; it shows each date that was moved. So far: of all due by the end of the year, as they stood then."
    >
      {due === 0 ? (
        <p class="none">
          No due day that customers could read is over yet. Here stands how many of those promises were kept
          by it.
        </p>
      ) : (
        <>
          <p class="insight-answer">
            {countOf(due, 'promise was', 'promises were')} due: {shareText(standings['in-time'], due)} kept in
            time, {formatCount(standings['done-late'])} done late, {formatCount(standings.late)} still open.
            {doneLate !== undefined && ` Done late: ${doneLate} after that date.`}
            {openLate.max !== undefined && ` What is open is late by up to ${daysText(openLate.max)} so far.`}
          </p>
          <OutcomeTable
            caption="Promises by the year in which they were first due"
            corner="First due in"
            whole="Due"
            outcomes={dueOutcomes}
            rows={years.toReversed().map(({ period, standings: counts, inTime }) => ({
              key: period.name,
              name: period.running ? `${period.name}, so far` : period.name,
              counts,
              more: inTime === undefined ? '' : percentText(inTime.min, inTime.max),
            }))}
            more="In time so far"
          />
        </>
      )}
    </InsightSection>
  );
}

/** `68 %`, `60 to 68 %`. */
function percentText(min: number, max: number): string {
  const [low, high] = [Math.round(min * 100), Math.round(max * 100)];
  return low === high ? `${low} %` : `${low} to ${high} %`;
}
