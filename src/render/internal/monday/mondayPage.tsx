import { createRecurrences } from '../../../model/figures/recurrence.js';
import { formatIsoDay } from '../../../time/day.js';
import { englishTime } from '../../../time/wording.js';
import { countOf } from '../count.js';
import { IncidentLink } from '../itemCell.js';
import type { Tracker } from '../tracker.js';
import { createPolicyRecords } from './brokenPolicy.js';
import { ChangesSection } from './changesSection.js';
import { Headline } from './headline.js';
import { OpenByIncident, OpenByOwner } from './openTable.js';
import { OwedSection } from './owedSection.js';
import { PileSection } from './pileSection.js';
import { PolicySection } from './policySection.js';
import { createQuestions } from './question.js';
import { countAgain, RecurrenceSection } from './recurrenceSection.js';
import { ShortItems } from './shortItems.js';
import { OpenByTeam } from './teamTable.js';
import { WaivedSection } from './waivedSection.js';

/** The first page: what is late and what comes, what changed, whether the pile grows, who has it, what is owed. */
export function MondayPage({ tracker }: { tracker: Tracker }) {
  const { items, history } = tracker;
  const questions = createQuestions(items, history.asOf);
  const recurrences = createRecurrences(history);
  const policies = createPolicyRecords(tracker.owed, history);
  return (
    <>
      <h1>Remediation as of {formatIsoDay(history.asOf, englishTime)}</h1>
      <Ongoing tracker={tracker} />
      <Headline
        questions={questions}
        recurrences={countAgain(recurrences)}
        policies={
          policies.length === 0 ? undefined : policies.filter(({ breaches }) => breaches.length > 0).length
        }
        tracker={tracker}
      />
      {items.length === 0 ? (
        <>
          <NoItems />
          {policies.length > 0 && <PolicySection records={policies} tracker={tracker} />}
        </>
      ) : (
        <>
          <div class="desk">
            <div class="desk-main">
              {questions.slice(0, 2).map((question) => (
                <ShortItems key={question.id} question={question} tracker={tracker} />
              ))}
              <div class="desk-columns">
                {questions.slice(2).map((question) => (
                  <ShortItems key={question.id} question={question} tracker={tracker} />
                ))}
              </div>
              <RecurrenceSection recurrences={recurrences} tracker={tracker} />
              {policies.length > 0 && <PolicySection records={policies} tracker={tracker} />}
            </div>
            <div class="desk-side">
              <PileSection tracker={tracker} />
              <ChangesSection tracker={tracker} />
              <OpenByTeam tracker={tracker} />
            </div>
          </div>
          <div class="desk-more">
            <OpenByOwner tracker={tracker} />
            <OpenByIncident tracker={tracker} />
          </div>
        </>
      )}
      <OwedSection tracker={tracker} />
      <WaivedSection tracker={tracker} />
    </>
  );
}

/** Incidents of which nobody has written that they are over. */
function Ongoing({ tracker }: { tracker: Tracker }) {
  const ongoing = tracker.history.incidents.filter((incident) => incident.ongoing);
  if (ongoing.length === 0) return null;
  return (
    <p class="ongoing">
      <strong>{countOf(ongoing.length, 'incident goes on', 'incidents go on')}:</strong>{' '}
      {ongoing.map((incident, index) => (
        <span key={incident.id}>
          {index > 0 && '; '}
          <IncidentLink incident={incident} tracker={tracker} />
        </span>
      ))}
    </p>
  );
}

function NoItems() {
  return (
    <p>
      No incident promises anything yet. What the incident files list under <code>remediation</code> will
      stand here: what is overdue first, then what is due within two weeks, what is blocked, and what lacks an
      owner or a date.
    </p>
  );
}
