import type { PublicHistory } from '../../../audience/publicHistory.js';
import { escapeHtml } from '../../html.js';
import { homeAddress, type Address } from '../../link.js';
import { capitalize } from '../../words.js';
import type { Statuspage } from '../api/statuspage.js';
import type { StatuspageIncident } from '../api/statuspageIncident.js';
import { createFeed, type Feed, type FeedEntry } from './feed.js';

export const historyFeedAddress: Address = 'history.atom';

/**
 * The feed that readers know from Statuspage: an entry per incident, which is written anew with each update, the newest
 * incident first.
 */
export function createStatuspageFeed(history: PublicHistory, { incidents, maintenances }: Statuspage): Feed {
  const host = new URL(history.site.url).hostname;
  const entries = [...incidents, ...maintenances]
    .toSorted((a, b) => Date.parse(b.created_at) - Date.parse(a.created_at))
    .slice(0, 50)
    .map((incident) => createEntry(incident, host));
  return createFeed(history, {
    address: historyFeedAddress,
    title: `${history.site.title} - Incident History`,
    page: homeAddress,
    entries,
  });
}

function createEntry(incident: StatuspageIncident, host: string): FeedEntry {
  const { incident_updates: updates } = incident;
  return {
    id: `tag:${host},2005:Incident/${incident.id}`,
    url: incident.shortlink,
    title: incident.name,
    published: Date.parse(incident.created_at),
    updated: Date.parse(incident.updated_at),
    summary: '',
    content: updates.map(renderUpdate).join(''),
    categories: [],
  };
}

/** One update as Statuspage writes it: clients take it apart. */
function renderUpdate({
  display_at: at,
  status,
  body,
}: StatuspageIncident['incident_updates'][number]): string {
  const [, day, month, , time] = new Date(at).toUTCString().split(' ');
  const name = capitalize(status.replaceAll('_', ' '));
  return `<p><small>${month} <var data-var="date">${Number(day)}</var>, <var data-var="time">${time?.slice(0, 5)}</var> UTC</small><br><strong>${name}</strong> - ${escapeHtml(body).replaceAll('\n', '<br>')}</p>`;
}
