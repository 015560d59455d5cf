import { formatIsoDay } from '../../../time/day.js';
import { englishTime } from '../../../time/wording.js';
import { usePage } from '../../frame.js';
import { serviceAddress } from '../../link.js';
import { WorkTable } from '../insights/workTable.js';
import type { Tracker } from '../tracker.js';
import type { ServiceRecord } from './serviceRecord.js';

/** Every service. */
export function ServicesPage({
  services,
  tracker,
}: {
  services: readonly ServiceRecord[];
  tracker: Tracker;
}) {
  const { link } = usePage();
  const { asOf } = tracker.history;
  return (
    <>
      <h1>Services</h1>
      {services.length === 0 ? (
        <p>
          As of {formatIsoDay(asOf, englishTime)} there is no service. Those of <code>services</code> in{' '}
          <code>site/site.yaml</code> stand here, with what happened to them and what was promised after it.
        </p>
      ) : (
        <>
          <p class="lede">
            As of {formatIsoDay(asOf, englishTime)}: incidents that affected each, and what was promised after
            them. An item stands with every service that its incident affected. What has most overdue stands
            first.
          </p>
          <WorkTable
            caption="Incidents and items by service"
            corner="Service"
            rows={services.map(({ id, name, items, incidents }) => ({
              key: id,
              name: <a href={link(serviceAddress(id))}>{name}</a>,
              items,
              incidents: incidents.length,
            }))}
            asOf={asOf}
          />
        </>
      )}
    </>
  );
}
