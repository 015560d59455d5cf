import type { Wording } from '../wording.js';

export const period: Wording['period'] = {
  from: (start) => `von ${start}`,
  to: ' bis ',
  until: ', bis ',
};
