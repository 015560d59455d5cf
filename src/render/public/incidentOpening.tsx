import { isAhead } from '../../audience/ahead.js';
import type { ComponentChildren } from 'preact';
import type { PublicHistory, PublicIncident } from '../../audience/publicHistory.js';
import { formatOnDay } from '../../time/day.js';
import { usePage } from '../frame.js';
import { InlineParagraph } from '../text.js';
import { RecurrenceNote } from './related.js';

/** The summary, and what has to be known before one reads on. */
export function Opening({
  history,
  incident,
  children,
}: {
  history: PublicHistory;
  incident: PublicIncident;
  children: ComponentChildren;
}) {
  return (
    <div class="opening">
      <div class="opening-text">
        {incident.summary !== undefined && <InlineParagraph text={incident.summary} class="lead" />}
        <Preliminary incident={incident} />
        <RecurrenceNote history={history} incident={incident} />
        <Corrected incident={incident} />
      </div>
      {children}
    </div>
  );
}

function Preliminary({ incident }: { incident: PublicIncident }) {
  const { wording } = usePage();
  if (!incident.preliminary || isAhead(incident)) return null;
  const { ongoingNote, preliminaryNote } = wording.incident;
  return <p class="preliminary">{incident.ongoing ? ongoingNote : preliminaryNote}</p>;
}

/** That the text is not any more what it was, before one reads it. */
function Corrected({ incident: { corrections } }: { incident: PublicIncident }) {
  const { wording } = usePage();
  const last = corrections.at(-1);
  if (last === undefined) return null;
  return (
    <p class="opening-note">
      {wording.incident.corrected(formatOnDay(last.date, wording.time), corrections.length)}:{' '}
      <a href="#corrections">{wording.incident.correctedLink}</a>
    </p>
  );
}

/** The parts of a long report, each a link. */
export function Contents({ parts }: { parts: readonly { id: string; title: string }[] }) {
  const { wording } = usePage();
  return (
    <nav class="contents" aria-labelledby="contents">
      <p class="label" id="contents">
        {wording.incident.contents}
      </p>
      <ul>
        {parts.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
