import { countFixOutcomes, type FixOutcome } from '../../../model/figures/fixOutcome.js';
import { groupByKey } from '../../../model/figures/grouping.js';
import { countEffects } from '../../../model/figures/verification.js';
import type { TrackedItem } from '../../../model/trackedItem.js';
import { itemTypes } from '../../../validate/schema/remediation.js';
import { usePage } from '../../frame.js';
import { itemsViewAddress } from '../address.js';
import { countOf, formatCount } from '../count.js';
import type { Tracker } from '../tracker.js';
import { InsightSection } from './insightSection.js';
import { OutcomeTable } from './outcomeBar.js';
import { shareText } from './standingWords.js';

const outcomes: readonly { is: FixOutcome; name: string }[] = [
  { is: 'effective', name: 'Done, effective' },
  { is: 'done', name: 'Done, not verified' },
  { is: 'ineffective', name: 'Done, no effect' },
  { is: 'open', name: 'Open' },
  { is: 'overdue', name: 'Overdue' },
  { is: 'proposed', name: 'Proposed' },
  { is: 'dropped', name: 'Dropped' },
  { is: 'told', name: 'Not followed' },
];

/** Whether what was done helped, and which kinds of fix are done at all. */
export function EffectSection({ tracker }: { tracker: Tracker }) {
  const { effective, ineffective, unclear, unverified } = countEffects(tracker.items.map(({ item }) => item));
  const done = effective + ineffective + unclear + unverified;
  return (
    <InsightSection
      id="effect"
      heading="Whether it helped, by type"
      count={done}
      method={
        <>
          As <code>verified</code> in the files says. “Not verified” holds those whose result was unclear.
          Dropped are also those that another item took over.
        </>
      }
    >
      {tracker.items.length === 0 ? (
        <p class="none">
          No incident promises anything yet. Here stands which kinds of fix are done, and which of them
          helped.
        </p>
      ) : (
        <>
          {done > 0 && (
            <p class="insight-answer">
              {countOf(done, 'item is', 'items are')} done: {shareText(effective, done)} verified and
              effective, {formatCount(ineffective)} without effect, {formatCount(unclear)} unclear,{' '}
              {formatCount(unverified)} not verified.
            </p>
          )}
          <FixOutcomeTable items={tracker.items} caption="What became of items, by type" query={{}} />
        </>
      )}
    </InsightSection>
  );
}

interface FixOutcomeTableProps {
  items: readonly TrackedItem[];
  caption: string;
  /** What else narrows down the items that the name of a type leads to. */
  query: Readonly<Record<string, string>>;
}

/** Which kinds of fix are done and which never are. */
export function FixOutcomeTable({ items, caption, query }: FixOutcomeTableProps) {
  const { link } = usePage();
  return (
    <OutcomeTable
      caption={caption}
      corner="Type"
      whole="Items"
      outcomes={outcomes}
      rows={groupByKey(items, ({ item }) => item.type, Object.keys(itemTypes)).map(
        ({ key = '', members }) => ({
          key,
          name: <a href={link(itemsViewAddress({ ...query, type: key }))}>{key}</a>,
          counts: countFixOutcomes(members),
        }),
      )}
    />
  );
}
