import type { ComponentChildren } from 'preact';
import type { PublicHistory, PublicIncident } from '../../audience/publicHistory.js';
import { formatIsoDay } from '../../time/day.js';
import type { Frame } from '../frame.js';
import { causeAddress, commitmentsAddress, feedAddress, fileOfAddress, homeAddress, incidentAddress, incidentMarkdownAddress, monthAddress, notFoundAddress, searchAddress, serviceAddress, servicesAddress, severityAddress, yearAddress, type Address } from '../link.js'; // prettier-ignore
import { renderHeaders } from '../headers.js';
import type { Output } from '../output.js';
import { renderPage } from '../page.js';
import { renderScripts, type ScriptName } from '../script.js';
import { renderKindStylesheets, renderStylesheet, renderTheme, type StyleName } from '../stylesheet.js';
import { plainInline } from '../text.js';
import { CommitmentsPage } from './commitmentsPage.js';
import { listCategories } from './dimension.js';
import { CausePage, SeverityPage } from './filterPage.js';
import { HomePage } from './homePage.js';
import { listIncidentMarkdown, renderIncidentMarkdown } from './incidentMarkdown.js';
import { IncidentPage } from './incidentPage.js';
import { cutWords, nameCategory } from './incidentWords.js';
import { listMachineFiles, renderMachineFiles } from './machineFiles.js';
import { listSearchAddresses, renderSearchIndex } from './searchIndex.js';
import { SearchPage } from './searchPage.js';
import { MonthPage } from './monthPage.js';
import { namePeriod } from './reportOpening.js';
import { ServicePage } from './servicePage.js';
import { ServicesPage } from './servicesPage.js';
import { findFigures, hasUndated } from './siteFigures.js';
import { renderRobots, renderSitemap } from './siteFiles.js';
import { renderNotFoundPage, renderRedirects } from './sitePages.js';
import { findWording, type Wording } from '../wording/wording.js';
import { findUpdated } from './updated.js';
import { isSwitchable } from './zoneName.js';
import { UndatedPage, YearPage } from './yearPage.js';

/** A page before it is rendered. */
interface SitePage {
  address: Address;
  title: string | undefined;
  description: string;
  section?: Address;
  changed?: string;
  article?: { published: string; changed: string };
  style: StyleName;
  scripts?: readonly ScriptName[];
  markdown?: Address;
  content: ComponentChildren;
}

/**
 * The whole public site, from what customers may see and nothing else. The same history gives the same bytes. Static files
 * of the project are not among them. `wording` is what pages say by themselves; else it follows the site's language.
 */
export function renderPublicSite(
  history: PublicHistory,
  wording: Wording = findWording(history.site.language),
): Output[] {
  const pages = listPages(history, wording);
  const frame = createFrame(history, wording, new Set(pages.map(({ address }) => address)));
  const fonts = frame.fonts === true;
  return [
    ...pages.map(({ content, ...props }) => renderPage(frame, props, content)),
    ...renderRedirects(frame, history),
    renderNotFoundPage(frame),
    ...renderMachineFiles(history, frame),
    ...history.incidents.map((incident) => renderIncidentMarkdown(history, incident, wording, frame.hasPage)),
    ...renderSearchIndex(history, frame),
    renderSitemap(history.site.url, pages),
    renderRobots(history.site.url),
    renderHeaders('public', fonts),
    ...renderStyles(history),
    ...renderScripts('public'),
    ...renderPictures(history),
  ];
}

function renderStyles({ site: { theme } }: PublicHistory): Output[] {
  const own = theme === undefined ? [] : [renderTheme(theme)];
  return [renderStylesheet('public'), ...renderKindStylesheets(), ...own];
}

/**
 * The paths of all files that `renderPublicSite` gives, without rendering a page; so `check` knows them too. A redirect may
 * be among them that a page of its own makes needless.
 */
export function listPublicFiles(history: PublicHistory): string[] {
  return [
    ...listPages(history, findWording(history.site.language)).map(({ address }) => fileOfAddress(address)),
    ...history.redirects.map(({ from }) => fileOfAddress(from.replace(/^\/+/, ''))),
    notFoundAddress,
    ...listMachineFiles(history),
    ...listIncidentMarkdown(history),
    ...listSearchAddresses(history),
    'sitemap.xml',
    'robots.txt',
    '_headers',
    ...renderStyles(history).map(({ path }) => path),
    ...renderScripts('public').map(({ path }) => path),
    ...history.incidents.flatMap(({ body }) => body.pictures.map(({ path }) => path)),
  ];
}

/** Every picture that a shown section names, once. */
function renderPictures({ incidents }: PublicHistory): Output[] {
  const pictures = new Map(incidents.flatMap(({ body }) => body.pictures.map((one) => [one.path, one])));
  return [...pictures.values()].map(({ path, load }) => ({ path, content: load() }));
}

function createFrame(history: PublicHistory, wording: Wording, addresses: ReadonlySet<Address>): Frame {
  const { site, severities, asOf } = history;
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
      { label: wording.search.title, address: searchAddress },
    ],
    stylesheet: renderStylesheet('public').path,
    ...(site.theme === undefined ? {} : { theme: renderTheme(site.theme).path }),
    ...(site.theme !== undefined && /@font-face/i.test(site.theme) ? { fonts: true as const } : {}),
    feed: feedAddress,
    brand: site.brand,
    severityCount: severities.length,
    hasPage: (address) => addresses.has(address),
  };
}

function listPages(history: PublicHistory, wording: Wording): SitePage[] {
  const { site, services, incidents, asOf } = history;
  return [
    {
      address: homeAddress,
      title: undefined,
      description: wording.home.description(site.title, formatIsoDay(asOf, wording.time)),
      style: 'history',
      scripts: ['finder'],
      content: <HomePage history={history} />,
    },
    ...listReports(history, wording),
    ...incidents.map((incident) => createIncidentPage(history, incident, wording)),
    {
      address: servicesAddress,
      title: wording.service.title,
      description: wording.service.description,
      style: 'service',
      content: <ServicesPage history={history} />,
    },
    ...services.map((service) => ({
      address: serviceAddress(service.id),
      title: service.name,
      description: wording.service.descriptionOf(service.name),
      section: servicesAddress,
      style: 'service' as const,
      content: <ServicePage history={history} service={service} />,
    })),
    {
      address: commitmentsAddress,
      title: wording.ledger.title,
      description: wording.ledger.description(formatIsoDay(asOf, wording.time)),
      style: 'ledger',
      content: <CommitmentsPage history={history} />,
    },
    ...history.severities.map((severity) => ({
      address: severityAddress(severity.rank),
      title: wording.list.severityTitle(severity.label),
      description: wording.list.severityLead(severity.label),
      section: homeAddress,
      style: 'history' as const,
      content: <SeverityPage history={history} severity={severity} />,
    })),
    ...listCategories(history).map((category) => ({
      address: causeAddress(category),
      title: wording.list.causeTitle(nameCategory(category, wording)),
      description: wording.list.causeLead(nameCategory(category, wording)),
      section: homeAddress,
      style: 'history' as const,
      content: <CausePage history={history} category={category} />,
    })),
    {
      address: searchAddress,
      title: wording.search.title,
      description: wording.search.description,
      style: 'history',
      scripts: ['finder'],
      content: <SearchPage history={history} />,
    },
  ];
}

/** The pages of years and months, newest first, and that of the incidents without a date. */
function listReports(history: PublicHistory, wording: Wording): SitePage[] {
  const { report } = wording;
  const createReport = (name: string, address: Address, content: ComponentChildren): SitePage => ({
    address,
    title: report.title(namePeriod(name, wording)),
    description: report.description(namePeriod(name, wording)),
    section: homeAddress,
    style: 'report',
    content,
  });
  const reports = findFigures(history).reportYears.flatMap(({ year, months }) => [
    ...months.map(({ name }) =>
      createReport(
        name,
        monthAddress(year, Number(name.slice(5))),
        <MonthPage history={history} name={name} />,
      ),
    ),
    createReport(String(year), yearAddress(year), <YearPage history={history} year={year} />),
  ]);
  const undated: SitePage = {
    address: yearAddress(undefined),
    title: report.undatedTitle,
    description: report.undatedDescription,
    section: homeAddress,
    style: 'report',
    content: <UndatedPage history={history} />,
  };
  return [...reports.toReversed(), ...(hasUndated(history) ? [undated] : [])];
}

function createIncidentPage(history: PublicHistory, incident: PublicIncident, wording: Wording): SitePage {
  const { summary, retracted, title } = incident;
  const words =
    retracted === undefined
      ? summary === undefined
        ? title
        : plainInline(summary)
      : wording.incident.retracted;
  const changed = findUpdated(incident, history.asOf).slice(0, 10);
  return {
    address: incidentAddress(incident.id),
    title,
    description: cutWords(words, 160),
    section: homeAddress,
    style: 'incident',
    changed,
    article: { published: incident.since.first, changed },
    markdown: incidentMarkdownAddress(incident.id),
    ...(isSwitchable(incident) ? { scripts: ['zone'] as const } : {}),
    content: <IncidentPage history={history} incident={incident} />,
  };
}
