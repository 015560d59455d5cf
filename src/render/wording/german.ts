import { figure } from './german/figure.js';
import { service } from './german/service.js';
import { report } from './german/report.js';
import { search } from './german/search.js';
import { list } from './german/list.js';
import { home } from './german/home.js';
import { commitment } from './german/commitment.js';
import { ledger } from './german/ledger.js';
import { timeline } from './german/timeline.js';
import { incident } from './german/incident.js';
import { impact } from './german/impact.js';
import { page } from './german/page.js';
import { api } from './german/api.js';
import { feed } from './german/feed.js';
import { site } from './german/site.js';
import { text } from './german/text.js';
import { period } from './german/period.js';
import { time } from './german/time.js';
import type { Wording } from './wording.js';

/** Everything that pages say by themselves, in German. */
export const german: Wording = {
  language: 'de',
  direction: 'ltr',
  commitment,
  ledger,
  time,
  home,
  list,
  search,
  timeline,
  incident,
  impact,
  page,
  report,
  service,
  figure,
  period,
  api,
  feed,
  site,
  text,
};
