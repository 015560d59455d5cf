import type { Incident } from '../../../model/incident.js';
import { EntryTable, type Entry } from './entryTable.js';
import type { IncidentPart } from './incidentPart.js';
import { IncidentLink } from '../itemCell.js';
import { entryStanding, type Exposure } from '../standing.js';
import type { Tracker } from '../tracker.js';

type How = Incident['related'][number]['how'];

const words: Record<How, string> = {
  'recurrence-of': 'recurrence of',
  'same-cause': 'same cause as',
  'caused-by': 'caused by',
  follows: 'follows',
};

const inverseWords: Record<How, string> = {
  'recurrence-of': 'recurred as',
  'same-cause': 'same cause as',
  'caused-by': 'caused',
  follows: 'followed by',
};

/** Relations that this incident names, and those of other incidents that name it. */
export function createRelatedPart(incident: Incident, exposure: Exposure, tracker: Tracker): IncidentPart[] {
  const standing = exposure.part('related');
  const named = incident.related.map(({ id, how, url, title }): Entry => {
    const other = id === undefined ? undefined : tracker.findIncident(id);
    return {
      cells: [
        words[how],
        other ? (
          <IncidentLink incident={other} tracker={tracker} />
        ) : url === undefined ? (
          id
        ) : (
          <a href={url}>{title}</a>
        ),
      ],
      standing: entryStanding(standing, !other || !isSeenWith(other, tracker)),
    };
  });
  const naming = tracker.history.incidents
    .filter((other) => other !== incident)
    .flatMap((other) =>
      other.related
        .filter(({ id }) => id === incident.id)
        .map(({ how }): Entry => ({
          cells: [inverseWords[how], <IncidentLink incident={other} tracker={tracker} />],
          standing: entryStanding(
            standing,
            !isSeenWith(other, tracker) || tracker.exposureOf(other).part('related').is === 'withheld',
          ),
        })),
    );
  const entries = [...named, ...naming];
  if (entries.length === 0) return [];
  const content = <EntryTable caption="Related incidents" columns={['How', 'Incident']} entries={entries} />;
  return [{ id: 'related', heading: 'Related', standing, content }];
}

/** A relation is shown only where the other incident is public too, and not taken back. */
function isSeenWith(other: Incident, tracker: Tracker): boolean {
  const published = tracker.findPublished(other.id);
  return published !== undefined && published.retracted === undefined;
}
