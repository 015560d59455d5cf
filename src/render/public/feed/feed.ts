import type { PublicHistory } from '../../../audience/publicHistory.js';
import { escapeHtml } from '../../html.js';
import { createPageContext, type Frame, type PageContext } from '../../frame.js';
import { absoluteLink, feedAddress, incidentAddress, serviceAddress, homeAddress, commitmentsAddress, type Address } from '../../link.js'; // prettier-ignore
import { plainInline, renderInline } from '../../text.js';
import { findWording, type Wording } from '../../wording/wording.js';
import { servicesOf } from '../incidentWords.js';
import { instantOfDay, instantOfIsoDay } from '../instant.js';
import type { Event } from './event.js';
import { addressOf, categoriesOf, contentOf, plainContent, titleOf, type Content } from './eventWords.js';

/** A feed, whatever it is written as. */
export interface Feed {
  /** Its name for good; its address where absent. */
  id?: string;
  address: Address;
  title: string;
  language: string;
  /** The page that it tells of. */
  page: string;
  /** When it last had something new, in ms. */
  updated: number;
  author: Author;
  rights: string | undefined;
  logo: string | undefined;
  entries: FeedEntry[];
}

export interface Author {
  name: string;
  url?: string | undefined;
}

export interface FeedEntry {
  /** Stays what it is for good. */
  id: string;
  url: string;
  title: string;
  /** In ms. */
  published: number;
  updated: number;
  summary: string;
  /** HTML with whole addresses. */
  content: string;
  categories: string[];
  author?: Author;
}

/** No feed has more entries: what is older stands in `/api/history.json`. */
const mostEntries = 100;

/** Which events a feed has, and of which page it tells. */
interface Choice {
  address: Address;
  title: string;
  page: Address;
  has: (event: Event) => boolean;
}

/** The lists that there are feeds of. */
function listChoices(
  { site, services }: Pick<PublicHistory, 'site' | 'services'>,
  { feed }: Wording,
): Choice[] {
  return [
    { address: feedAddress, title: site.title, page: homeAddress, has: () => true },
    {
      address: feedOf('major'),
      title: feed.major(site.title),
      page: homeAddress,
      has: ({ incident }) => incident.severity?.major === true && incident.kind !== 'near-miss',
    },
    {
      address: feedOf('postmortems'),
      title: feed.reports(site.title),
      page: homeAddress,
      has: ({ kind }) => kind === 'report' || kind === 'correction' || kind === 'retracted',
    },
    {
      address: feedOf('kept'),
      title: feed.kept(site.title),
      page: commitmentsAddress,
      has: ({ kind }) => kind === 'kept',
    },
    ...services.map(({ id, name }): Choice => ({
      address: feedOf(`service-${id}`),
      title: feed.service(site.title, name),
      page: serviceAddress(id),
      has: ({ incident }) => servicesOf(incident).some((service) => service.id === id),
    })),
  ];
}

function feedOf(list: string): Address {
  return `feeds/${list}.atom`;
}

/** The addresses of the feeds that `createFeeds` gives. */
export function listFeedAddresses(history: Pick<PublicHistory, 'site' | 'services'>): Address[] {
  return listChoices(history, findWording(history.site.language)).map(({ address }) => address);
}

/** The feeds of a history, given its events; the first has all of them. */
export function createFeeds(history: PublicHistory, events: readonly Event[], frame: Frame): Feed[] {
  const context = createPageContext(frame, feedAddress, true);
  const made = new Map<Event, FeedEntry>();
  const entryOf = (event: Event): FeedEntry => {
    const entry = made.get(event) ?? createEntry(event, context);
    made.set(event, entry);
    return entry;
  };
  return listChoices(history, frame.wording).map(({ address, title, page, has }) => {
    const entries = events.filter(has).slice(0, mostEntries).map(entryOf);
    return createFeed(history, { address, title, page, entries });
  });
}

/** Fills in what all feeds of a site have in common. */
export function createFeed(
  { site, incidents, asOf }: PublicHistory,
  { page, entries, ...feed }: Pick<Feed, 'address' | 'title' | 'entries'> & { page: Address },
): Feed {
  const { home, footer, logo } = site.brand;
  const published = incidents.map(({ since }) => instantOfDay(since));
  return {
    ...feed,
    language: site.language,
    page: absoluteLink(site.url, page),
    // A feed in which nothing stands yet is as old as what is published, so that it does not change from day to day.
    updated: Math.max(
      ...(entries.length > 0
        ? entries.map(({ updated }) => updated)
        : published.length > 0
          ? published
          : [instantOfIsoDay(asOf)]),
    ),
    author: { name: site.title, url: home },
    rights: footer === undefined ? undefined : plainInline(footer),
    logo: logo === undefined ? undefined : absoluteLink(site.url, logo),
    entries,
  };
}

function createEntry(event: Event, context: PageContext): FeedEntry {
  const { name, at, incident, kind } = event;
  const { wording } = context;
  const content = contentOf(event, wording);
  const url = absoluteLink(context.frame.url, addressOf(event));
  return {
    id: `${absoluteLink(context.frame.url, incidentAddress(incident.id))}#${name}`,
    url,
    title: titleOf(event, wording),
    published: at,
    updated: at,
    summary: plainContent(content),
    content: renderContent(content, kind === 'report' ? url : undefined, context),
    categories: categoriesOf(event),
    ...(kind === 'report' && incident.signed !== undefined ? { author: { name: incident.signed } } : {}),
  };
}

function renderContent({ facts, texts }: Content, more: string | undefined, context: PageContext): string {
  return [
    ...(facts.length === 0 ? [] : [`<p>${facts.map(escapeHtml).join(' · ')}</p>`]),
    ...texts.map((text) => `<p>${renderInline(text, context)}</p>`),
    ...(more === undefined
      ? []
      : [`<p><a href="${escapeHtml(more)}">${escapeHtml(context.wording.feed.readReport)}</a></p>`]),
  ].join('');
}
