import { listSlips, type Slip } from '../../../model/figures/slip.js';
import { usePage } from '../../frame.js';
import { itemsViewAddress } from '../address.js';
import { countOf, formatCount } from '../count.js';
import { DayText, NoValue } from '../dayText.js';
import { IncidentLink, ItemLink, OwnerLink } from '../itemCell.js';
import { ItemState } from '../mark.js';
import { TableRegion } from '../tableRegion.js';
import type { Tracker } from '../tracker.js';
import { InsightSection } from './insightSection.js';
import { NumberHead } from './spreadTable.js';

/** So many are shown here. */
const WORST = 10;

/** Which due dates were moved, how often and by how much. */
export function SlipSection({ tracker }: { tracker: Tracker }) {
  const { link } = usePage();
  const slips = listSlips(tracker.items);
  return (
    <InsightSection
      id="slips"
      heading="Due dates that were moved"
      count={slips.length}
      method={
        <>
          As <code>moved</code> in the files tells it: days from the last day of the first due date to the
          last day of the present one. A date that was changed without a word there is not seen.
        </>
      }
    >
      {slips.length === 0 ? (
        <p class="none">
          No due date was moved. <code>afterword remediation due ID DATE</code> keeps the old one, and the
          item stands here.
        </p>
      ) : (
        <>
          <p class="insight-answer">{describe(slips, tracker.items.length)}</p>
          <SlipTable caption="Moved the farthest" slips={slips.slice(0, WORST)} tracker={tracker} />
          {slips.length > WORST && (
            <p>
              <a href={link(itemsViewAddress({ sort: '-moved', group: 'none' }))}>
                {countOf(slips.length - WORST, 'other')}, in the table of all items
              </a>
            </p>
          )}
        </>
      )}
    </InsightSection>
  );
}

function describe(slips: readonly Slip[], all: number): string {
  const times = slips.reduce((sum, slip) => sum + slip.times, 0);
  const later = slips.reduce((sum, { days = 0 }) => sum + Math.max(0, days), 0);
  const nearer = slips.filter(({ days = 0 }) => days < 0).length;
  const often = slips.filter((slip) => slip.times > 1).length;
  const parts = [
    `${formatCount(slips.length)} of ${countOf(all, 'item')} had the due date moved, ${countOf(times, 'time')} in all and by ${countOf(later, 'day')} together.`,
    ...(often > 0 ? [`${formatCount(often)} of them more than once.`] : []),
    ...(nearer > 0 ? [`${formatCount(nearer)} ${nearer === 1 ? 'was' : 'were'} drawn nearer.`] : []),
  ];
  return parts.join(' ');
}

function SlipTable(props: { caption: string; slips: readonly Slip[]; tracker: Tracker }) {
  const { caption, slips, tracker } = props;
  return (
    <TableRegion label={caption}>
      <table class="dense insight-table cards">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Item</th>
            <th scope="col">Incident</th>
            <NumberHead>Days</NumberHead>
            <NumberHead>Times</NumberHead>
            <th scope="col">First due</th>
            <th scope="col">Now due</th>
            <th scope="col">State</th>
            <th scope="col">Owner</th>
          </tr>
        </thead>
        <tbody>
          {slips.map(({ tracked, times, first, days }) => (
            <tr key={tracked.item.globalId}>
              <th scope="row" class="title">
                <ItemLink item={tracked.item} />
              </th>
              <td class="title">
                <IncidentLink incident={tracked.incident} tracker={tracker} />
              </td>
              <td class="number" data-label="Days">
                {days === undefined ? <NoValue /> : signed(days)}
              </td>
              <td class="number" data-label="Times">
                {formatCount(times)}
              </td>
              <td data-label="First due">
                <DayText day={first} />
              </td>
              <td data-label="Now due">
                <DayText day={tracked.item.due} />
              </td>
              <td class="state">
                <ItemState tracked={tracked} late="word" />
              </td>
              <td data-label="Owner">
                <OwnerLink owner={tracked.item.owner} tracker={tracker} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}

/** `+12`, `−3` with a true minus sign, `0`. */
function signed(days: number): string {
  return days > 0 ? `+${formatCount(days)}` : days < 0 ? `−${formatCount(-days)}` : '0';
}
