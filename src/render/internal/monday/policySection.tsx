import { usePage } from '../../frame.js';
import { incidentAddress } from '../../link.js';
import { countOf, formatCount, listOf } from '../count.js';
import { IncidentLink } from '../itemCell.js';
import { MessageText } from '../messageText.js';
import type { Tracker } from '../tracker.js';
import { countMendable, type Breach, type PolicyRecord } from './brokenPolicy.js';
import { Capped } from './capped.js';

const most = 3;

/** Which policies are broken, and by which incidents. */
export function PolicySection({ records, tracker }: { records: readonly PolicyRecord[]; tracker: Tracker }) {
  const broken = records.filter(({ breaches }) => breaches.length > 0);
  const kept = records.filter(({ breaches }) => breaches.length === 0).map(({ id }) => id);
  return (
    <section id="policies" aria-labelledby="policies-heading">
      <h2 id="policies-heading">
        Broken policies <span class="count">{formatCount(broken.length)}</span>
      </h2>
      {broken.map((record) => (
        <div key={record.id} id={`policy-${record.id}`} class="policy">
          <h3>
            <code>{record.id}</code> <span class="count">{describeRecord(record)}</span>
          </h3>
          <Capped things={record.breaches} most={most} rest="more incidents">
            {(shown) => (
              <ul class="plain breaches">
                {shown.map((breach) => (
                  <BreachLine key={breach.incident.id} breach={breach} tracker={tracker} />
                ))}
              </ul>
            )}
          </Capped>
        </div>
      ))}
      {kept.length > 0 && <p class="none">Kept by every incident: {listOf(kept)}.</p>}
    </section>
  );
}

/** `12 incidents to mend, 4 too late`. */
function describeRecord(record: PolicyRecord): string {
  const mendable = countMendable(record);
  const late = record.breaches.length - mendable;
  const words = [
    ...(mendable === 0 ? [] : [`${countOf(mendable, 'incident')} to mend`]),
    ...(late === 0 ? [] : [mendable === 0 ? `${countOf(late, 'incident')} too late` : `${late} too late`]),
  ];
  return words.join(', ');
}

function BreachLine({ breach: { incident, open, missed }, tracker }: { breach: Breach; tracker: Tracker }) {
  const { link } = usePage();
  const [first, ...others] = [...open, ...missed];
  return (
    <li>
      <IncidentLink incident={incident} tracker={tracker} />{' '}
      <span class="breach-words muted">
        {first !== undefined && <MessageText text={`${first.diagnostic.message}.`} />}{' '}
        {others.length > 0 && (
          <a href={link(`${incidentAddress(incident.id)}#owed`)}>and {formatCount(others.length)} more</a>
        )}
      </span>
    </li>
  );
}
