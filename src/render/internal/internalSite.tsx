import { formatIsoDay } from '../../time/day.js';
import { englishTime } from '../../time/wording.js';
import type { Frame } from '../frame.js';
import { homeAddress, incidentAddress, type Address } from '../link.js';
import { renderHeaders } from '../headers.js';
import type { Output } from '../output.js';
import { renderPage } from '../page.js';
import { english } from '../wording/english.js';
import { renderScripts } from '../script.js';
import { renderStylesheet } from '../stylesheet.js';
import { draftsAddress, incidentsAddress, insightsAddress, itemsAddress } from './address.js';
import { DraftsPage } from './drafts/draftsPage.js';
import { IncidentPage } from './incident/incidentPage.js';
import { IncidentsPage } from './incident/incidentsPage.js';
import { Freshness } from './freshness.js';
import { renderChangesFeed } from './items/changesFeed.js';
import { renderItemCalendars } from './items/itemCalendar.js';
import { renderItemFiles } from './items/itemFile.js';
import { ItemsPage } from './items/itemsPage.js';
import { MondayPage } from './monday/mondayPage.js';
import { renderPictures } from './picture.js';
import { createInsightPages } from './insights/pages.js';
import type { InternalPage } from './internalPage.js';
import { createTracker, type InternalSite, type Tracker } from './tracker.js';

/**
 * The internal site: the remediation tracker, every incident in full, drafts, what is owed. Takes a history without
 * blocking diagnostics; gives all files of `out/internal`.
 */
export function renderInternalSite(site: InternalSite): Output[] {
  const tracker = createTracker(site);
  const stylesheet = renderStylesheet('internal');
  const pages = createPages(tracker);
  const frame = createFrame(tracker, pages, stylesheet.path);
  return [
    ...pages.map(({ content, scripts = [], ...props }) =>
      renderPage(
        frame,
        { ...props, scripts: ['freshness', ...scripts] },
        <>
          <Freshness history={tracker.history} />
          {content()}
        </>,
      ),
    ),
    ...renderItemFiles(tracker),
    ...renderItemCalendars(tracker),
    renderChangesFeed(tracker),
    ...renderScripts('internal'),
    ...renderPictures(tracker.documents.values(), tracker.pictures),
    stylesheet,
    { path: 'robots.txt', content: 'User-agent: *\nDisallow: /\n' },
    renderHeaders('internal', false),
  ];
}

/** Every page. A new one is a file and an entry here. */
function createPages(tracker: Tracker): InternalPage[] {
  return [
    {
      address: homeAddress,
      title: 'Tracker',
      layout: 'tracker',
      content: () => <MondayPage tracker={tracker} />,
    },
    {
      address: itemsAddress,
      title: 'Items',
      layout: 'tracker',
      scripts: ['items'],
      content: () => <ItemsPage tracker={tracker} />,
    },
    {
      address: incidentsAddress,
      title: 'Incidents',
      layout: 'tracker',
      content: () => <IncidentsPage tracker={tracker} />,
    },
    {
      address: draftsAddress,
      title: 'Drafts',
      layout: 'tracker',
      content: () => <DraftsPage tracker={tracker} />,
    },
    ...createInsightPages(tracker),
    ...tracker.history.incidents.map((incident): InternalPage => ({
      address: incidentAddress(incident.id),
      title: incident.title,
      section: incidentsAddress,
      layout: 'tracker',
      content: () => <IncidentPage incident={incident} tracker={tracker} />,
    })),
  ];
}

function createFrame({ history }: Tracker, pages: readonly InternalPage[], stylesheet: Address): Frame {
  const addresses = new Set(pages.map(({ address }) => address));
  return {
    site: 'internal',
    title: history.settings.title,
    language: history.settings.language,
    wording: english,
    url: history.settings.url,
    asOf: history.asOf,
    navigation: [
      { label: 'Tracker', address: homeAddress },
      { label: 'Items', address: itemsAddress },
      { label: 'Incidents', address: incidentsAddress },
      { label: 'Insights', address: insightsAddress },
      { label: 'Drafts', address: draftsAddress },
    ],
    stylesheet,
    brand: { footer: `As of ${formatIsoDay(history.asOf, englishTime)}, made of the files of this project.` },
    severityCount: history.settings.severities.length,
    hasPage: (address) => addresses.has(address),
  };
}
