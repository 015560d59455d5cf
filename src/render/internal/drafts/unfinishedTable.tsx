import type { Diagnostic } from '../../../diagnostic/diagnostic.js';
import type { Incident } from '../../../model/incident.js';
import { dayOf, formatDay } from '../../../time/day.js';
import { daysBetween } from '../../../time/isoDay.js';
import { englishTime } from '../../../time/wording.js';
import { Time } from '../../component/time.js';
import { countOf, listOf } from '../count.js';
import { NoValue } from '../dayText.js';
import { IncidentLink } from '../itemCell.js';
import { MessageText } from '../messageText.js';
import { findName } from '../ownership.js';
import { TableRegion } from '../tableRegion.js';
import type { Tracker } from '../tracker.js';
import { compareDeadlines, findReportDeadlines } from './deadline.js';
import { DeadlineList } from './deadlineList.js';
import { findStillMissing } from './stillMissing.js';

/** Drafts and reviews, the most urgent first: by the day that a policy gives them, then those that wait the longest. */
export function UnfinishedTable({
  incidents,
  tracker,
}: {
  incidents: readonly Incident[];
  tracker: Tracker;
}) {
  const missing = findStillMissing(incidents, tracker);
  const rows = incidents
    .map((incident) => ({ incident, deadlines: findReportDeadlines(incident, tracker.history) }))
    .toReversed()
    .toSorted((a, b) => compareDeadlines(a.deadlines, b.deadlines));
  return (
    <TableRegion label="Drafts and reviews">
      <table class="dense cards">
        <caption class="visually-hidden">
          Drafts and reviews with what each waits for, the most urgent first
        </caption>
        <thead>
          <tr>
            <th scope="col">Report</th>
            <th scope="col">Status</th>
            <th scope="col">Since</th>
            <th scope="col">Authors</th>
            <th scope="col">Asked for</th>
            <th scope="col">Waits for</th>
            <th scope="col">Owed</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ incident, deadlines }) => (
            <tr key={incident.id}>
              <th scope="row" class="title">
                <IncidentLink incident={incident} tracker={tracker} />
              </th>
              <td data-label="Status">{incident.status}</td>
              <td data-label="Since">
                <Since incident={incident} tracker={tracker} />
              </td>
              <td data-label="Authors">
                {incident.authors.length === 0 ? (
                  <span class="muted">nobody</span>
                ) : (
                  listOf(incident.authors.map((id) => findName(tracker.history.settings, id)))
                )}
              </td>
              <td data-label="Asked for">
                <DeadlineList deadlines={deadlines} />
              </td>
              <td class="title" data-label="Waits for">
                <Waits incident={incident} missing={missing.get(incident.path) ?? []} tracker={tracker} />
              </td>
              <td class="title" data-label="Owed">
                <Findings diagnostics={findOwed(incident, tracker)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}

/** Since when the report can be written: the incident's end, and how long ago that was; its beginning while it goes on. */
function Since({ incident, tracker }: { incident: Incident; tracker: Tracker }) {
  const { history } = tracker;
  const { resolved, started, ongoing } = incident;
  const day = resolved && dayOf(resolved, history.settings.timezone);
  const days = day && daysBetween(day.last, history.asOf);
  return (
    <>
      {ongoing ? 'goes on since ' : ''}
      <Time when={resolved ?? started} />
      {days !== undefined && days > 0 && <span class="muted">, {countOf(days, 'day')} ago</span>}
    </>
  );
}

/** What has to happen before customers can read the report, in the order in which it happens. */
function Waits({
  incident,
  missing,
  tracker,
}: {
  incident: Incident;
  missing: readonly Diagnostic[];
  tracker: Tracker;
}) {
  const [first, then] = describeWaits(incident, tracker);
  return (
    <ul class="plain">
      {first.map((wait) => (
        <li key={wait}>{wait}</li>
      ))}
      {missing.length > 0 && (
        <li>
          what a final report of it has:
          <Findings diagnostics={missing} />
        </li>
      )}
      {then.map((wait) => (
        <li key={wait}>{wait}</li>
      ))}
    </ul>
  );
}

/** What comes before the text is whole, and what after. */
function describeWaits(incident: Incident, tracker: Tracker): [string[], string[]] {
  const { publication, status } = incident;
  const standing = tracker.exposureOf(incident).incident;
  const first: string[] = [];
  const then: string[] = [];
  if (incident.ongoing) first.push('its end: it still goes on');
  if (status === 'draft')
    first.push(
      `its text: it is a draft${standing.is === 'public' ? '; its live parts are public already' : ''}`,
    );
  else then.push(`its review${standing.is === 'public' ? '; it is public already' : ''}`);
  if (standing.is === 'internal') {
    then.push(
      publication ? 'a day in its public block' : 'a public block: without one nobody outside sees it',
    );
  }
  if (standing.is === 'coming')
    then.push(`its day: customers see it from ${formatDay(standing.from, englishTime)} on`);
  return [first, then];
}

/** What is found in the file, but for the deadlines, which have a column of their own. */
function findOwed(incident: Incident, tracker: Tracker): Diagnostic[] {
  return tracker
    .owedOf(incident)
    .flatMap(({ diagnostic }) => (/^policy-(?:finished|public)$/.test(diagnostic.rule) ? [] : [diagnostic]));
}

function Findings({ diagnostics }: { diagnostics: readonly Diagnostic[] }) {
  if (diagnostics.length === 0) return <NoValue />;
  return (
    <ul class="plain">
      {diagnostics.map(({ message, place, rule }) => (
        <li key={`${rule} ${place?.start.offset} ${message}`}>
          <MessageText text={message} />{' '}
          <span class="muted">
            line {place?.start.line ?? 1}, <code>{rule}</code>
          </span>
        </li>
      ))}
    </ul>
  );
}
