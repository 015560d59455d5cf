import { firstDue } from '../../../model/figures/slip.js';
import { countDue, type DueCount } from '../../../model/figures/standing.js';
import { countOf } from '../count.js';
import type { Tracker } from '../tracker.js';
import { InsightSection } from './insightSection.js';
import { OutcomeTable } from './outcomeBar.js';
import { dueOutcomes, shareText } from './standingWords.js';

/** Which share of what was due was done in time: by the date that stands there, and by the first one. */
export function PunctualSection({ tracker }: { tracker: Tracker }) {
  const { asOf } = tracker.history;
  const items = tracker.items.map(({ item }) => item);
  const moved = items.filter(({ moved: dates }) => dates.length > 0);
  const present = countDue(items, asOf);
  const first = countDue(items, asOf, firstDue);
  const rows: { key: string; name: string; counts: DueCount['standings'] }[] = [
    { key: 'present', name: 'By the date that stands there', counts: present.standings },
    { key: 'first', name: 'By the first date', counts: first.standings },
    ...(moved.length === 0
      ? []
      : [
          {
            key: 'moved',
            name: 'Of those moved: by the date that stands there',
            counts: countDue(moved, asOf).standings,
          },
          {
            key: 'moved-first',
            name: 'Of those moved: by the first date',
            counts: countDue(moved, asOf, firstDue).standings,
          },
        ]),
  ];
  return (
    <InsightSection
      id="in-time"
      heading="Done in time"
      count={present.due}
      method="Items whose due day is over. Of a month or a quarter its last day counts; one that was done on a day nobody wrote down is never counted as in time; what was superseded or only proposed is left out, and so is what nobody has followed since the report was told."
    >
      {present.due === 0 && first.due === 0 ? (
        <p class="none">
          No due day is over yet. Here stands how many items were done by theirs, and how many by the first
          date they had.
        </p>
      ) : (
        <>
          <p class="insight-answer">
            {countOf(present.due, 'item was', 'items were')} due:{' '}
            {shareText(present.standings['in-time'], present.due)} done in time. By the dates that they had
            first it is {shareText(first.standings['in-time'], first.due)}.
          </p>
          <OutcomeTable
            caption="What became of items whose due day is over"
            corner="Counted"
            whole="Due"
            outcomes={dueOutcomes}
            rows={rows}
          />
        </>
      )}
    </InsightSection>
  );
}
