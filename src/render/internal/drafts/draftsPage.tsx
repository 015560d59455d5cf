import type { ComponentChildren } from 'preact';
import type { Incident } from '../../../model/incident.js';
import { formatDay, formatIsoDay } from '../../../time/day.js';
import { englishTime } from '../../../time/wording.js';
import { Time } from '../../component/time.js';
import { countOf, formatCount } from '../count.js';
import { NoValue } from '../dayText.js';
import { IncidentLink } from '../itemCell.js';
import { TableRegion } from '../tableRegion.js';
import type { Tracker } from '../tracker.js';
import { compareDeadlines, findReportDeadlines } from './deadline.js';
import { DeadlineList } from './deadlineList.js';
import { UnfinishedTable } from './unfinishedTable.js';

/** What is not published yet, and what each waits for. */
export function DraftsPage({ tracker }: { tracker: Tracker }) {
  const { incidents, asOf } = tracker.history;
  const unfinished = incidents.filter(({ status }) => status !== 'final');
  const coming = incidents
    .filter((incident) => tracker.exposureOf(incident).incident.is === 'coming')
    .toSorted((a, b) => ((a.publication?.since?.first ?? '') < (b.publication?.since?.first ?? '') ? -1 : 1));
  const internal = incidents.filter(
    (incident) => incident.status === 'final' && tracker.exposureOf(incident).incident.is === 'internal',
  );
  return (
    <>
      <h1>Drafts and what comes</h1>
      <p class="lede">
        As of {formatIsoDay(asOf, englishTime)}: {countOf(unfinished.length, 'report')} not final,{' '}
        {formatCount(coming.length)} with a day on which customers will see it, {formatCount(internal.length)}{' '}
        final and internal.
      </p>
      <List id="drafts" heading="Drafts and reviews" count={unfinished.length}>
        {unfinished.length === 0 ? (
          <p class="none">
            Every report is final. A new one begins with <code>afterword new "What happened"</code> and stands
            here until its status is <code>final</code>.
          </p>
        ) : (
          <UnfinishedTable incidents={unfinished} tracker={tracker} />
        )}
      </List>
      <List id="coming" heading="Becoming public" count={coming.length}>
        {coming.length === 0 ? (
          <p class="none">
            Nothing waits for its day. An incident whose <code>public.since</code> lies ahead stands here
            until that day.
          </p>
        ) : (
          <ComingTable incidents={coming} tracker={tracker} />
        )}
      </List>
      <List id="internal" heading="Final and internal" count={internal.length}>
        {internal.length === 0 ? (
          <p class="none">
            Every final report has a <code>public</code> block. One without stands here; it stays internal
            until it is given one.
          </p>
        ) : (
          <InternalTable incidents={internal} tracker={tracker} />
        )}
      </List>
    </>
  );
}

interface ListProps {
  id: string;
  heading: string;
  count: number;
  children: ComponentChildren;
}

function List({ id, heading, count, children }: ListProps) {
  return (
    <section id={id} class="tracker-section" aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`}>
        {heading} <span class="count">{formatCount(count)}</span>
      </h2>
      {children}
    </section>
  );
}

interface TableProps {
  incidents: readonly Incident[];
  tracker: Tracker;
}

function ComingTable({ incidents, tracker }: TableProps) {
  return (
    <TableRegion label="Becoming public">
      <table class="dense">
        <caption class="visually-hidden">Incidents that become public, by their day</caption>
        <thead>
          <tr>
            <th scope="col">Incident</th>
            <th scope="col">Public from</th>
            <th scope="col">Report</th>
            <th scope="col">Parts</th>
            <th scope="col">Sections</th>
            <th scope="col">Redirects from</th>
          </tr>
        </thead>
        <tbody>
          {incidents.map((incident) => {
            const exposure = tracker.exposureOf(incident);
            const parts =
              incident.publication?.show.filter((part) => exposure.part(part).is === 'coming') ?? [];
            const sections =
              incident.publication?.sections.filter((heading) => exposure.section(heading).is === 'coming') ??
              [];
            return (
              <tr key={incident.id}>
                <th scope="row" class="title">
                  <IncidentLink incident={incident} tracker={tracker} />
                </th>
                <td>{incident.publication?.since && formatDay(incident.publication.since, englishTime)}</td>
                <td>{incident.status}</td>
                <td class="title">{parts.length === 0 ? <NoValue /> : parts.join(', ')}</td>
                <td class="title">{sections.length === 0 ? <NoValue /> : sections.join(', ')}</td>
                <td>{incident.aliases.length === 0 ? <NoValue /> : incident.aliases.join(', ')}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableRegion>
  );
}

/** Those first that a policy asks to be public, by the day it asks for. */
function InternalTable({ incidents, tracker }: TableProps) {
  const rows = incidents
    .map((incident) => ({ incident, deadlines: findReportDeadlines(incident, tracker.history) }))
    .toSorted((a, b) => compareDeadlines(a.deadlines, b.deadlines));
  return (
    <TableRegion label="Final and internal">
      <table class="dense cards">
        <caption class="visually-hidden">Final reports without a public block</caption>
        <thead>
          <tr>
            <th scope="col">Incident</th>
            <th scope="col">Kind</th>
            <th scope="col">Started</th>
            <th scope="col">Final since</th>
            <th scope="col">Asked for</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ incident, deadlines }) => (
            <tr key={incident.id}>
              <th scope="row" class="title">
                <IncidentLink incident={incident} tracker={tracker} />
              </th>
              <td data-label="Kind">{incident.kind}</td>
              <td data-label="Started">
                <Time when={incident.started} />
              </td>
              <td data-label="Final since">
                {incident.finished ? formatDay(incident.finished, englishTime) : <NoValue />}
              </td>
              <td data-label="Asked for">
                <DeadlineList deadlines={deadlines} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
