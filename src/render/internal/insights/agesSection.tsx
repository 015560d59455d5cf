import { measureWaiting, measureTaking } from '../../../model/figures/taking.js';
import { createSpread } from '../../../model/figures/spread.js';
import { groupByKey } from '../../../model/figures/grouping.js';
import type { TrackedItem } from '../../../model/trackedItem.js';
import { createDistribution, type Distribution } from '../../../time/distribution.js';
import type { Span } from '../../../time/span.js';
import { itemTypes } from '../../../validate/schema/remediation.js';
import { usePage } from '../../frame.js';
import { itemsViewAddress } from '../address.js';
import { countOf, formatCount } from '../count.js';
import type { Tracker } from '../tracker.js';
import { InsightSection } from './insightSection.js';
import { SpreadChart } from './spreadChart.js';
import { SpreadTable, type SpreadRow } from './spreadTable.js';
import { daysText, spreadText } from './spreadWords.js';

/** How long open items have been open. */
export function AgeSection({ tracker }: { tracker: Tracker }) {
  const { asOf } = tracker.history;
  const open = tracker.items.filter((tracked) => tracked.open);
  const all = createDistribution(open.map(({ item }) => measureWaiting(item, asOf)));
  return (
    <InsightSection
      id="open-age"
      heading="How long open items have been open"
      count={open.length}
      method="From the day an item was opened to the day of this page. An item that says no day of its own was opened on the day of the review, else when the incident was over."
    >
      {open.length === 0 ? (
        <p class="none">Nothing is open. Here stands how long what is open has been waiting.</p>
      ) : (
        <Spreads
          name="age"
          items={open}
          distribution={all}
          measure={({ item }) => measureWaiting(item, asOf)}
          said={`${countOf(open.length, 'item is', 'items are')} open`}
          query={{ open: '1' }}
          tracker={tracker}
        />
      )}
    </InsightSection>
  );
}

/** How long it took until items were done. */
export function TakenSection({ tracker }: { tracker: Tracker }) {
  const { asOf } = tracker.history;
  const done = tracker.items.filter(({ item }) => item.state === 'done' && item.lastTold === undefined);
  const all = createDistribution(done.map(({ item }) => measureTaking(item, item.opened, asOf)));
  return (
    <InsightSection
      id="taken"
      heading="How long it took until items were done"
      count={done.length}
      method="From the day an item was opened to the day it was done. What is still open is not in it, so that a slow year shows only when its items are done; how old those are stands above."
    >
      {done.length === 0 ? (
        <p class="none">Nothing is done yet. Here stands how long it took, by priority and by type.</p>
      ) : (
        <Spreads
          name="taken"
          items={done}
          distribution={all}
          measure={({ item }) => measureTaking(item, item.opened, asOf)}
          said={`${countOf(done.length, 'item is', 'items are')} done`}
          query={{ state: 'done' }}
          tracker={tracker}
        />
      )}
    </InsightSection>
  );
}

interface SpreadsProps {
  name: 'age' | 'taken';
  items: readonly TrackedItem[];
  distribution: Distribution;
  measure: (tracked: TrackedItem) => Span | undefined;
  said: string;
  query: Record<string, string>;
  tracker: Tracker;
}

function Spreads({ name, items, distribution, measure, said, query, tracker }: SpreadsProps) {
  const { link } = usePage();
  const spread = createSpread(distribution.spans);
  const what = name === 'age' ? 'Ages of open items' : 'Days until items were done';
  const rowsBy = (field: 'priority' | 'type', order: readonly string[]): SpreadRow[] =>
    groupByKey(items, ({ item }) => item[field], order).map(({ key, members }) => ({
      key: key ?? '',
      name:
        key === undefined ? (
          `No ${field}`
        ) : (
          <a href={link(itemsViewAddress({ ...query, [field]: key }))}>{key}</a>
        ),
      distribution: createDistribution(members.map(measure)),
    }));
  const whole: SpreadRow = { key: 'all', name: 'All', distribution };
  return (
    <>
      <p class="insight-answer">{describe(distribution, said, name)}</p>
      <div class="insight-pair">
        {distribution.n > 1 && <SpreadChart id={name} title={what} spread={spread} />}
        <SpreadTable
          caption={`${what}, by priority`}
          corner="Priority"
          rows={[whole, ...rowsBy('priority', tracker.history.settings.priorities)]}
        />
      </div>
      <details>
        <summary>By type</summary>
        <SpreadTable
          caption={`${what}, by type`}
          corner="Type"
          rows={[whole, ...rowsBy('type', Object.keys(itemTypes))]}
        />
      </details>
    </>
  );
}

/** The answer in a sentence or two. */
function describe(distribution: Distribution, said: string, name: 'age' | 'taken'): string {
  const { n, unknown, median, p90, max } = distribution;
  const missing =
    unknown === 0
      ? ''
      : ` Of ${n === 0 ? 'none' : formatCount(unknown)} of them ${n === 0 ? 'the day is' : 'no day is'} known.`;
  if (median === undefined || max === undefined) return `${said}.${missing}`;
  if (n === 1)
    return `${said}, ${name === 'age' ? `for ${daysText(max)}` : `after ${daysText(max)}`}.${missing}`;
  if (name === 'taken') return `${said}: ${spreadText(distribution)}.${missing}`;
  const most = p90 === undefined ? '' : `, nine of ten for up to ${daysText(p90)}`;
  return `${said}: half of them for up to ${daysText(median)}${most}, the oldest for ${daysText(max)}.${missing}`;
}
