import { createGrammar, type Nouns } from '../grammar.js';

const { count } = createGrammar('en-GB');

const incidents: Nouns = { one: 'incident', other: 'incidents' };

/**
 * Finding an incident: the lists that lead to plain pages, and the controls that a script makes of them. A `#` stands for a number that
 * the script puts there; of two forms it takes the one that the language has for it.
 */
export const search = {
  title: 'Search',
  description: 'Search everything that is published here about incidents.',
  finder: 'Find an incident',
  service: 'Service',
  severity: 'Severity',
  cause: 'Cause',
  year: 'Year',
  count: (amount: number) => count(amount, incidents),
  /** The first page, as the way to all incidents. */
  everything: 'All incidents',
  together: 'Search, and combine these',

  /** What the search page says of itself, with and without scripts. */
  about:
    'Searched is every text of the published reports: titles, summaries, timelines, causes, updates, promises and questions. It happens in your browser; what you type is sent to nobody.',
  needsScript:
    'Searching and combining needs JavaScript, and a page that was opened from the web. The lists above lead to every incident without either.',

  // Said by the script.
  words: 'Words in the reports',
  any: 'All',
  clear: 'Clear all',
  results: 'Results',
  found: { one: '# incident', other: '# incidents' } satisfies Nouns,
  similar: {
    one: 'Nothing has exactly these words; # incident has similar ones',
    other: 'Nothing has exactly these words; # incidents have similar ones',
  } satisfies Nouns,
  nothing: 'No published incident fits all of this.',
  wayOut: 'Show all incidents',
  more: { one: 'Show # more', other: 'Show # more' } satisfies Nouns,
  loading: 'Searching…',
  failed: 'The search could not be loaded. These lists lead to every incident without it.',
  ownPage: 'This list has a page of its own',
};
