import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import type { PublicHistory, PublicIncident } from '../../audience/publicHistory.js';
import { createPageContext, type Frame } from '../frame.js';
import { absoluteLink, feedAddress, homeAddress, incidentAddress } from '../link.js';
import type { Output } from '../output.js';
import { plainInline, renderInline } from '../text.js';
import { describeKept } from '../component/commitmentWords.js';
import { findUpdated, instantOf } from './updated.js';
import { describePeriod } from '../component/period.js';
import { describeDuration, describeServices, isAhead, servicesOf } from './incidentWords.js';

/**
 * All incidents as an Atom feed (RFC 4287). Ids are the pages' URLs, which are a contract; `updated` is the last thing that the data
 * date (publication, an update, the end, a correction, a promise kept), so that the same history gives the same feed.
 */
export function renderAtomFeed(history: PublicHistory, frame: Frame): Output {
  const { site, asOf } = history;
  const entries = history.incidents
    .map((incident) => ({ incident, updated: findUpdated(incident, asOf) }))
    .toSorted((a, b) => (a.updated < b.updated ? 1 : a.updated > b.updated ? -1 : 0));
  const home = absoluteLink(site.url, homeAddress);
  const feed = x('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': site.language }, [
    x('id', home),
    x('title', site.title),
    x('updated', entries[0]?.updated ?? instantOf(asOf)),
    x('link', { rel: 'self', type: 'application/atom+xml', href: absoluteLink(site.url, feedAddress) }),
    x('link', { rel: 'alternate', type: 'text/html', href: home }),
    x('author', [x('name', site.title)]),
    ...entries.map(({ incident, updated }) => createEntry(incident, updated, frame)),
  ]);
  const declaration = '<?xml version="1.0" encoding="utf-8"?>\n';
  return { path: feedAddress, content: `${declaration}${toXml(feed)}\n` };
}

function createEntry(incident: PublicIncident, updated: string, frame: Frame) {
  const url = absoluteLink(frame.url, incidentAddress(incident.id));
  const { severity, summary } = incident;
  return x('entry', [
    x('id', url),
    x('title', incident.title),
    x('published', instantOf(incident.since.first)),
    x('updated', updated),
    x('link', { rel: 'alternate', type: 'text/html', href: url }),
    ...(severity === undefined ? [] : [x('category', { term: severity.label })]),
    ...(summary === undefined ? [] : [x('summary', plainInline(summary))]),
    x('content', { type: 'html' }, renderContent(incident, frame)),
  ]);
}

/** What a feed reader shows: HTML, which the writer of XML escapes once more. */
function renderContent(incident: PublicIncident, frame: Frame): string {
  const context = createPageContext(frame, feedAddress, true);
  const paragraph = (text: string): string => `<p>${renderInline(text, context)}</p>`;
  if (incident.retracted !== undefined)
    return `<p>This report was retracted.</p>${paragraph(incident.retracted.text)}`;
  const { remediation, corrections } = incident;
  const facts = [
    incident.severity?.label,
    describeServices(servicesOf(incident)),
    describeDuration(incident),
    remediation === undefined || remediation.length === 0 ? undefined : describeKept(remediation),
    isAhead(incident, frame.asOf) && incident.scheduled !== undefined
      ? `Planned for ${describePeriod(incident.scheduled.from, incident.scheduled.to)}`
      : incident.preliminary
        ? 'A report will follow'
        : undefined,
  ].filter((fact) => fact !== undefined && fact !== '');
  return [
    ...(facts.length === 0 ? [] : [`<p>${facts.map((fact) => escapeText(fact ?? '')).join(' · ')}</p>`]),
    ...(incident.summary === undefined ? [] : [paragraph(incident.summary)]),
    ...corrections.map(({ text }) => `<p>Correction:</p>${paragraph(text)}`),
  ].join('');
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
