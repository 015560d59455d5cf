import { listChanges, type ItemChange } from '../../../model/itemChange.js';
import type { TrackedItem } from '../../../model/trackedItem.js';
import { compareText } from '../../../diagnostic/diagnostic.js';
import { formatIsoDay } from '../../../time/day.js';
import { addDays, daysBetween } from '../../../time/isoDay.js';
import { englishTime } from '../../../time/wording.js';
import { InlineText } from '../../text.js';
import { countOf, formatCount } from '../count.js';
import { DayText } from '../dayText.js';
import type { Tracker } from '../tracker.js';
import { Capped } from './capped.js';
import { ItemLine } from './itemLine.js';

/** As far back as the list of the command line with `--since 7d`: the day of last week's meeting counts again. */
const DAYS = 7;
const most = 4;

interface Changed {
  tracked: TrackedItem;
  change: ItemChange;
}

const kinds: readonly { is: ItemChange['is']; heading: string; none: string; rest: string }[] = [
  { is: 'overdue', heading: 'Became overdue', none: 'nothing', rest: 'more became overdue' },
  { is: 'moved', heading: 'Due dates moved', none: 'none', rest: 'more due dates were moved' },
  { is: 'done', heading: 'Done', none: 'nothing', rest: 'more were done' },
  { is: 'opened', heading: 'Opened', none: 'nothing', rest: 'more were opened' },
];

/** What became of items in the week up to asOf, by name. */
export function ChangesSection({ tracker }: { tracker: Tracker }) {
  const { items, history } = tracker;
  const since = addDays(history.asOf, -DAYS);
  const changes = items
    .flatMap((tracked) =>
      listChanges(tracked, since, history.asOf).map((change): Changed => ({ tracked, change })),
    )
    // The latest first.
    .toSorted(
      (a, b) =>
        compareText(b.change.on.last, a.change.on.last) ||
        compareText(a.tracked.item.globalId, b.tracked.item.globalId),
    );
  return (
    <section id="changes" aria-labelledby="changes-heading">
      <h2 id="changes-heading">
        Changed since {formatIsoDay(since, englishTime)}{' '}
        <span class="count">{formatCount(changes.length)}</span>
      </h2>
      {kinds.map(({ is, heading, none, rest }) => {
        const own = changes.filter(({ change }) => change.is === is);
        if (own.length === 0) {
          return (
            <p key={is} id={`changes-${is}`} class="change-none">
              {heading}: <span class="muted">{none}</span>
            </p>
          );
        }
        return (
          <div key={is} id={`changes-${is}`} class="change-group">
            <h3>
              {heading} <span class="count">{formatCount(own.length)}</span>
            </h3>
            <Capped things={own} most={most} rest={rest}>
              {(shown) => (
                <ul class="item-lines">
                  {shown.map((one, index) => (
                    <ItemLine
                      key={`${one.tracked.item.globalId} ${index}`}
                      tracked={one.tracked}
                      tracker={tracker}
                      isShort
                    >
                      <ChangeWords change={one.change} />
                    </ItemLine>
                  ))}
                </ul>
              )}
            </Capped>
          </div>
        );
      })}
      <p class="basis">
        What has a date in that time, the first day included. Nobody writes on which day an item was begun,
        blocked or dropped.
      </p>
    </section>
  );
}

function ChangeWords({ change }: { change: ItemChange }) {
  if (change.is !== 'moved') return <DayText day={change.on} />;
  const { on, from, to, reason } = change;
  const days = to && daysBetween(from.last, to.last);
  return (
    <>
      <DayText day={on} />, from <DayText day={from} /> to{' '}
      {to === undefined ? 'no date at all' : <DayText day={to} />}
      {days !== undefined &&
        days !== 0 &&
        ` (${countOf(Math.abs(days), 'day')} ${days > 0 ? 'later' : 'sooner'})`}
      {reason !== undefined && (
        <>
          : <InlineText text={reason} />
        </>
      )}
    </>
  );
}
