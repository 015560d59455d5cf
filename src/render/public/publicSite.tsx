import type { ComponentChildren } from 'preact';
import type { PublicHistory, PublicIncident } from '../../audience/publicHistory.js';
import { formatIsoDay } from '../../time/day.js';
import type { Frame } from '../frame.js';
import { commitmentsAddress, feedAddress, fileOfAddress, homeAddress, incidentAddress, notFoundAddress, serviceAddress, servicesAddress, yearAddress, type Address } from '../link.js'; // prettier-ignore
import { renderHeaders } from '../headers.js';
import type { Output } from '../output.js';
import { renderPage } from '../page.js';
import { renderScripts } from '../script.js';
import { renderStylesheet } from '../stylesheet.js';
import { plainInline } from '../text.js';
import { CommitmentsPage } from './commitmentsPage.js';
import { HomePage, listYears, yearTitle } from './homePage.js';
import { IncidentPage } from './incidentPage.js';
import { cutWords } from './incidentWords.js';
import { listMachineFiles, renderMachineFiles } from './machineFiles.js';
import { ServicePage, ServicesPage } from './servicePage.js';
import { renderRobots, renderSitemap } from './siteFiles.js';
import { renderNotFoundPage, renderRedirects } from './sitePages.js';
import { findWording } from '../wording/wording.js';
import { findUpdated } from './updated.js';
import { YearPage } from './yearPage.js';

/** A page before it is rendered. */
interface SitePage {
  address: Address;
  title: string | undefined;
  description: string;
  section?: Address;
  changed?: string;
  content: ComponentChildren;
}

/**
 * The whole public site, from what customers may see and nothing else. The same history gives the same bytes. Static files
 * of the project are not among them.
 */
export function renderPublicSite(history: PublicHistory): Output[] {
  const pages = listPages(history);
  const stylesheet = renderStylesheet('public', history.site.theme);
  const frame = createFrame(history, new Set(pages.map(({ address }) => address)), stylesheet.path);
  const fonts = frame.fonts === true;
  return [
    ...pages.map(({ content, ...props }) => renderPage(frame, props, content)),
    ...renderRedirects(frame, history),
    renderNotFoundPage(frame),
    ...renderMachineFiles(history, frame),
    renderSitemap(history.site.url, pages),
    renderRobots(history.site.url),
    renderHeaders('public', fonts),
    stylesheet,
    ...renderScripts(),
    ...renderPictures(history),
  ];
}

/**
 * The paths of all files that `renderPublicSite` gives, without rendering a page; so `check` knows them too. A redirect may
 * be among them that a page of its own makes needless.
 */
export function listPublicFiles(history: PublicHistory): string[] {
  return [
    ...listPages(history).map(({ address }) => fileOfAddress(address)),
    ...history.redirects.map(({ from }) => fileOfAddress(from.replace(/^\/+/, ''))),
    notFoundAddress,
    ...listMachineFiles(history),
    'sitemap.xml',
    'robots.txt',
    '_headers',
    renderStylesheet('public', history.site.theme).path,
    ...renderScripts().map(({ path }) => path),
    ...history.incidents.flatMap(({ body }) => body.pictures.map(({ path }) => path)),
  ];
}

/** Every picture that a shown section names, once. */
function renderPictures({ incidents }: PublicHistory): Output[] {
  const pictures = new Map(incidents.flatMap(({ body }) => body.pictures.map((one) => [one.path, one])));
  return [...pictures.values()].map(({ path, load }) => ({ path, content: load() }));
}

function createFrame(history: PublicHistory, addresses: ReadonlySet<Address>, stylesheet: Address): Frame {
  const { site, severities, asOf } = history;
  const wording = findWording(site.language);
  return {
    site: 'public',
    title: site.title,
    language: site.language,
    wording,
    url: site.url,
    asOf,
    navigation: [
      { label: wording.page.incidents, address: homeAddress },
      { label: wording.page.services, address: servicesAddress },
      { label: wording.page.commitments, address: commitmentsAddress },
    ],
    stylesheet,
    ...(site.theme !== undefined && /@font-face/i.test(site.theme) ? { fonts: true as const } : {}),
    feed: feedAddress,
    brand: site.brand,
    severityCount: severities.length,
    hasPage: (address) => addresses.has(address),
  };
}

function listPages(history: PublicHistory): SitePage[] {
  const { site, services, incidents, asOf } = history;
  const years = listYears(history).map(({ year }) => year);
  return [
    {
      address: homeAddress,
      title: undefined,
      description: `${site.title}: what happened, why, and what was promised, as of ${formatIsoDay(asOf)}.`,
      content: <HomePage history={history} />,
    },
    ...years.map((year) => ({
      address: yearAddress(year),
      title: yearTitle(year),
      description: `${yearTitle(year)}: what happened, for whom, and how long.`,
      section: homeAddress,
      content: <YearPage history={history} year={year} />,
    })),
    ...incidents.map((incident) => createIncidentPage(history, incident)),
    {
      address: servicesAddress,
      title: 'Services',
      description: 'The services whose incidents are published here.',
      content: <ServicesPage history={history} />,
    },
    ...services.map((service) => ({
      address: serviceAddress(service.id),
      title: service.name,
      description: `The published incidents of ${service.name}.`,
      section: servicesAddress,
      content: <ServicePage history={history} service={service} />,
    })),
    {
      address: commitmentsAddress,
      title: 'Commitments',
      description: `Everything that was promised after incidents, and what became of it, as of ${formatIsoDay(asOf)}.`,
      content: <CommitmentsPage history={history} />,
    },
  ];
}

function createIncidentPage(history: PublicHistory, incident: PublicIncident): SitePage {
  const { summary, retracted, title } = incident;
  const words =
    retracted === undefined
      ? summary === undefined
        ? title
        : plainInline(summary)
      : 'This report was retracted.';
  return {
    address: incidentAddress(incident.id),
    title,
    description: cutWords(words, 160),
    section: homeAddress,
    changed: findUpdated(incident, history.asOf).slice(0, 10),
    content: <IncidentPage history={history} incident={incident} />,
  };
}
