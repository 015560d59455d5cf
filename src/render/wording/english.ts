import { figure } from './english/figure.js';
import { service } from './english/service.js';
import { report } from './english/report.js';
import { search } from './english/search.js';
import { list } from './english/list.js';
import { home } from './english/home.js';
import { commitment } from './english/commitment.js';
import { ledger } from './english/ledger.js';
import { englishTime } from '../../time/wording.js';
import { timeline } from './english/timeline.js';
import { incident } from './english/incident.js';
import { impact } from './english/impact.js';
import { page } from './english/page.js';
import { api } from './english/api.js';
import { feed } from './english/feed.js';
import { site } from './english/site.js';
import { text } from './english/text.js';
import { period } from './english/period.js';

/** Everything that pages say by themselves, in English. A noun of the pages a file; German has the same. */
export const english = {
  /** The BCP 47 tag of these words, for `lang` where a page is otherwise in another language, and for Intl. */
  language: 'en-GB',
  direction: 'ltr' as 'ltr' | 'rtl',
  commitment,
  ledger,
  time: englishTime,
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
