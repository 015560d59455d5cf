import { formatDay } from '../../../time/day.js';
import { englishTime } from '../../../time/wording.js';
import { InlineText } from '../../text.js';
import { NoValue } from '../dayText.js';
import { IncidentLink } from '../itemCell.js';
import { findName } from '../ownership.js';
import { TableRegion } from '../tableRegion.js';
import type { Tracker } from '../tracker.js';
import type { Waiver } from '../waiver.js';
import { formatCount } from '../count.js';

/** What was waived, why and by whom. */
export function WaivedSection({ tracker }: { tracker: Tracker }) {
  const { waivers } = tracker;
  return (
    <section id="waived" class="tracker-section" aria-labelledby="waived-heading">
      <h2 id="waived-heading">
        Waived <span class="count">{formatCount(waivers.length)}</span>
      </h2>
      {waivers.length === 0 ? (
        <p class="none">
          Nothing is waived. A rule that an incident file sets aside under <code>waive</code> stands here with
          its reason.
        </p>
      ) : (
        <WaiverTable caption="Rules set aside, by rule" waivers={waivers} tracker={tracker} />
      )}
    </section>
  );
}

interface WaiverTableProps {
  caption: string;
  waivers: readonly Waiver[];
  tracker: Tracker;
  /** Whether the page itself says which incident is meant. */
  ofOneIncident?: boolean;
}

export function WaiverTable({ caption, waivers, tracker, ofOneIncident = false }: WaiverTableProps) {
  return (
    <TableRegion label={caption}>
      <table class="dense waiver-table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Rule</th>
            {!ofOneIncident && <th scope="col">Incident</th>}
            <th scope="col">For</th>
            <th scope="col">Reason</th>
            <th scope="col">By</th>
            <th scope="col">Until</th>
          </tr>
        </thead>
        <tbody>
          {waivers.map((waiver) => {
            const { incident, waived } = waiver;
            return (
              <tr key={`${incident.id} ${waived.rule} ${waived.at ?? ''}`}>
                <th scope="row">
                  <code>{waived.rule}</code>
                </th>
                {!ofOneIncident && (
                  <td class="title">
                    <IncidentLink incident={incident} tracker={tracker} />
                  </td>
                )}
                <td>{waived.at === undefined ? 'the whole file' : <code>{waived.at}</code>}</td>
                <td class="title">
                  <InlineText text={waived.reason} />
                </td>
                <td>{findName(tracker.history.settings, waived.by)}</td>
                <td>
                  <Until waiver={waiver} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableRegion>
  );
}

function Until({ waiver: { waived, lapsed } }: { waiver: Waiver }) {
  if (waived.until === undefined) return <NoValue />;
  return lapsed ? (
    <strong>lapsed after {formatDay(waived.until, englishTime)}</strong>
  ) : (
    <>{formatDay(waived.until, englishTime)}</>
  );
}
