import { page } from './english/page.js';

/** Everything that pages say by themselves, in English. A noun of the pages a file; German has the same. */
export const english = {
  /** The BCP 47 tag of these words, for `lang` where a page is otherwise in another language, and for Intl. */
  language: 'en-GB',
  direction: 'ltr' as 'ltr' | 'rtl',
  page,
};
