import type { ComponentChildren } from 'preact';
import type { Incident } from '../../../model/incident.js';
import { formatDay } from '../../../time/day.js';
import { describeSpan } from '../../../time/describeSpan.js';
import { describeZone } from '../../../time/zone.js';
import { englishTime } from '../../../time/wording.js';
import { DayTime, Time } from '../../component/time.js';
import { listOf } from '../count.js';
import { findName } from '../ownership.js';
import type { Tracker } from '../tracker.js';

/** What is known of an incident in a word or two each; facts that nobody gave are left out. */
export function IncidentFacts({ incident, tracker }: { incident: Incident; tracker: Tracker }) {
  const { settings } = tracker.history;
  const names = (ids: readonly string[]): string => listOf(ids.map((id) => findName(settings, id)));
  const { started, detected, mitigated, resolved, scheduled, review, origin, publication } = incident;
  return (
    <dl class="fact-list">
      <Fact term="Severity">{incident.severity?.label ?? incident.severityId}</Fact>
      <Fact term="Kind">{incident.kind}</Fact>
      <Fact term="Report">
        {incident.status}
        {incident.finished && (
          <>
            , <DayTime day={incident.finished} />
          </>
        )}
      </Fact>
      <Fact term="Started">
        <Time when={started} />
      </Fact>
      <Fact term="Detected">{detected && <Time when={detected} />}</Fact>
      <Fact term="Mitigated">{mitigated && <Time when={mitigated} />}</Fact>
      <Fact term="Resolved">
        {resolved ? <Time when={resolved} /> : incident.ongoing && <strong>still going on</strong>}
      </Fact>
      <Fact term="Duration">{incident.duration && describeSpan(incident.duration, englishTime)}</Fact>
      <Fact term="Times in">{describeZone(incident.zone, started.anchor, englishTime)}</Fact>
      <Fact term="Planned">
        {scheduled && (
          <>
            <Time when={scheduled.from} />
            {scheduled.to && (
              <>
                {' to '}
                <Time when={scheduled.to} />
              </>
            )}
          </>
        )}
      </Fact>
      <Fact term="Announced">{scheduled?.announced && <Time when={scheduled.announced} />}</Fact>
      <Fact term="Authors">{incident.authors.length > 0 && names(incident.authors)}</Fact>
      {Object.entries(incident.roles).map(([role, id]) => (
        <Fact key={role} term={`Role: ${role}`}>
          {names([id])}
        </Fact>
      ))}
      <Fact term="Review">
        {review && (
          <>
            {review.date && formatDay(review.date, englishTime)}{' '}
            {review.attended?.length ? `with ${names(review.attended)}` : ''}{' '}
            {review.notes !== undefined && <a href={review.notes}>Notes of the review</a>}
          </>
        )}
      </Fact>
      <Fact term="Links">
        {incident.links.length > 0 && (
          <ul class="plain">
            {incident.links.map(({ title, url }) => (
              <li key={url}>
                <a href={url}>{title}</a>
              </li>
            ))}
          </ul>
        )}
      </Fact>
      <Fact term="Tags">{incident.tags.length > 0 && incident.tags.join(', ')}</Fact>
      <Fact term="Signed">{publication?.signed}</Fact>
      <Fact term="Redirects from">{incident.aliases.length > 0 && incident.aliases.join(', ')}</Fact>
      <Fact term="Imported from">
        {origin && (
          <>
            {origin.url === undefined ? origin.from : <a href={origin.url}>{origin.from}</a>} {origin.id}
          </>
        )}
      </Fact>
      <Fact term="File">
        <code>{incident.path}</code>
      </Fact>
    </dl>
  );
}

/** One fact; nothing where there is nothing to say. */
function Fact({ term, children }: { term: string; children?: ComponentChildren }) {
  if (children === undefined || children === false || children === '') return null;
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
