import type { PublicHistory } from '../../audience/publicHistory.js';
import type { Frame } from '../frame.js';
import type { Address } from '../link.js';
import type { Output } from '../output.js';
import { listHistoryAddresses, renderHistory } from './api/history.js';
import { createStatuspage, renderStatuspage, statuspageAddresses } from './api/statuspage.js';
import { calendarAddress, renderCalendar } from './calendar.js';
import { renderAtom } from './feed/atom.js';
import { listEvents } from './feed/event.js';
import { createFeeds, listFeedAddresses } from './feed/feed.js';
import { renderJsonFeed } from './feed/jsonFeed.js';
import { renderRss } from './feed/rss.js';
import { createStatuspageFeed, historyFeedAddress } from './feed/statuspageFeed.js';

const rssAddress: Address = 'feeds/all.rss';
const jsonFeedAddress: Address = 'feeds/all.json';
const historyRssAddress: Address = 'history.rss';

/** The files for machines: feeds, the calendar, and the APIs. */
export function renderMachineFiles(history: PublicHistory, frame: Frame): Output[] {
  const base = history.site.url;
  const feeds = createFeeds(history, listEvents(history), frame);
  const [all] = feeds;
  const page = createStatuspage(history, frame.wording);
  const past = createStatuspageFeed(history, page);
  return [
    ...feeds.map((feed) => renderAtom(feed, base)),
    ...(all ? [renderRss(all, rssAddress, base), renderJsonFeed(all, jsonFeedAddress, base)] : []),
    renderAtom(past, base),
    renderRss(past, historyRssAddress, base),
    renderCalendar(history, frame.wording),
    ...renderStatuspage(page),
    ...renderHistory(history, frame),
  ];
}

/** The addresses of all of them, without rendering any. */
export function listMachineFiles(history: PublicHistory): Address[] {
  return [
    ...listFeedAddresses(history),
    rssAddress,
    jsonFeedAddress,
    historyFeedAddress,
    historyRssAddress,
    calendarAddress,
    ...statuspageAddresses,
    ...listHistoryAddresses(history),
  ];
}
