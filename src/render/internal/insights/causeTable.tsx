import type { Cover, CoveredCause } from '../../../model/figures/causeCover.js';
import { InlineText } from '../../text.js';
import { IncidentLink } from '../itemCell.js';
import { TableRegion } from '../tableRegion.js';
import type { Tracker } from '../tracker.js';

const coverWords: Record<Cover, string> = {
  done: 'done',
  open: 'open',
  proposed: 'only proposed',
  dropped: 'dropped',
  none: 'nothing',
};

/** Causes with what stands against them. */
export function CauseTable(props: { caption: string; causes: readonly CoveredCause[]; tracker: Tracker }) {
  const { caption, causes, tracker } = props;
  return (
    <TableRegion label={caption}>
      <table class="dense insight-table cards">
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Cause</th>
            <th scope="col">Incident</th>
            <th scope="col">Kind</th>
            <th scope="col">Against it</th>
          </tr>
        </thead>
        <tbody>
          {causes.map(({ cause, incident, cover }) => (
            <tr key={`${incident.id} ${cause.id}`}>
              <th scope="row" class="title">
                <span class="item-id">{cause.id}</span> <InlineText text={cause.text} />
              </th>
              <td class="title">
                <IncidentLink incident={incident} tracker={tracker} />
              </td>
              <td data-label="Kind">{cause.kind}</td>
              <td data-label="Against it">{coverWords[cover]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
