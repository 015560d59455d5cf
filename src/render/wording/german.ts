import { page } from './german/page.js';
import type { Wording } from './wording.js';

/** Everything that pages say by themselves, in German. */
export const german: Wording = {
  language: 'de',
  direction: 'ltr',
  page,
};
