// What the company of these tests has, and what breaks there: a shipping line that does not exist.

/** @typedef {'prevent' | 'detect' | 'mitigate' | 'repair' | 'process' | 'investigate'} ItemType */

export const teams = ['bookings', 'timetable', 'payments', 'harbour', 'partners', 'platform'];

/** First and family names; the first one is the id. The nth person belongs to the nth team, round and round. */
export const people =
  `Alda Brekke,Bruno Castell,Cilla Dunmore,Dario Estrup,Edda Falk,Felix Grimshaw,Gudny Holt,Hamo Istvan,
Ilka Jarrow,Jorun Kell,Kasimir Lund,Lovisa Marsh,Milo Norrby,Nanna Oake,Odin Parr,Petra Quill,Quentin Rask,Runa Stroud,
Stellan Thorn,Tuva Umber,Ulla Vance,Viggo Wray,Wilma Yarrow,Xenia Zeller,Yrsa Ashdown`
    .split(/,\s*/)
    .map((name, index) => ({
      id: (name.split(' ')[0] ?? '').toLowerCase(),
      name,
      team: teams[index % teams.length] ?? '',
    }));

/** `internal`: customers do not know it. */
export const services = [
  { id: 'booking', name: 'Booking', group: 'Travel', team: 'bookings' },
  { id: 'cabins', name: 'Cabin plans', group: 'Travel', team: 'bookings' },
  { id: 'accounts', name: 'Traveller accounts', group: 'Travel', team: 'bookings' },
  { id: 'timetable', name: 'Timetable', group: 'Travel', team: 'timetable' },
  { id: 'delays', name: 'Delay notices', group: 'Travel', team: 'timetable' },
  { id: 'cards', name: 'Card payments', group: 'Money', team: 'payments' },
  { id: 'refunds', name: 'Refunds', group: 'Money', team: 'payments' },
  { id: 'gates', name: 'Boarding gates', group: 'Quay', team: 'harbour' },
  { id: 'freight', name: 'Freight desk', group: 'Quay', team: 'harbour' },
  { id: 'agents', name: 'Agents’ portal', group: 'Trade', team: 'partners' },
  { id: 'ledger', name: 'Sandglass', team: 'payments', internal: true },
  { id: 'deploy', name: 'Gangway', team: 'platform', internal: true },
];

export const severities = [
  { id: 'critical', label: 'Critical outage', major: true, statuspage: 'critical', often: 1 },
  { id: 'major', label: 'Major disruption', major: true, statuspage: 'major', often: 3 },
  { id: 'minor', label: 'Minor disruption', statuspage: 'minor', often: 5 },
  { id: 'notice', label: 'Notice', statuspage: 'none', often: 2 },
];

export const priorities = ['P0', 'P1', 'P2', 'P3'];

/** What one saw, with the level of the impact. */
export const symptoms = [
  ['turned travellers away', 'outage'],
  ['answered with errors', 'outage'],
  ['could not be reached', 'outage'],
  ['failed for one request in three', 'partial'],
  ['stood still for part of the fleet', 'partial'],
  ['showed yesterday’s state', 'degraded'],
  ['was very slow', 'degraded'],
  ['answered twice', 'degraded'],
];

/** Why it broke: the category, what set it off, why it could, what made it worse; and what can be done about each. */
export const mechanisms = [
  {
    category: 'capacity',
    causes: [
      'The school holidays began, and requests came at twice the rate of the week before.',
      'Every copy holds its own connections to the database, and together they may take more than there are.',
      'The alert counts errors and not waiting, so the first hour looked well.',
    ],
    fixes: [
      ['prevent', 'Share the connections to the database through one pool'],
      ['detect', 'Alert when requests wait longer than two seconds'],
      ['mitigate', 'Let travellers queue in a waiting room'],
      ['process', 'Rehearse the first day of the holidays in spring'],
      ['investigate', 'Find out why each request needs eleven queries'],
    ],
  },
  {
    category: 'change',
    causes: [
      'A release changed the order in which two tables are written.',
      'Releases reach all harbours at once, so none can serve as the first to notice.',
      'The way back needs a migration that takes forty minutes.',
    ],
    fixes: [
      ['prevent', 'Release to one harbour first and wait for an hour'],
      ['mitigate', 'Make every migration one that can be taken back'],
      ['detect', 'Compare the figures of old and new copies during a release'],
      ['process', 'Ask for a second reader on migrations'],
    ],
  },
  {
    category: 'hardware',
    causes: [
      'A switch in the southern hall restarted twice.',
      'Both lines to the quay go through that hall.',
      'The spare part lay in another town.',
    ],
    fixes: [
      ['prevent', 'Lead the second line through the northern hall'],
      ['repair', 'Replace the switch'],
      ['process', 'Keep one spare of each kind in both halls'],
      ['detect', 'Watch the lines one by one and not as a pair'],
    ],
  },
  {
    category: 'provider',
    causes: [
      'The provider of our name servers answered with an old address.',
      'We trust a single provider for the names that every part of ours needs.',
      'Their notice went to an address that nobody reads any more.',
    ],
    fixes: [
      ['prevent', 'Keep our names with two providers'],
      ['detect', 'Ask for our names from outside every minute'],
      ['process', 'Send notices of providers to the people on call'],
      ['investigate', 'Measure how long travellers’ networks keep an old address'],
      ['mitigate', 'Print the harbour’s telephone number on the page of errors'],
    ],
  },
  {
    category: 'software',
    causes: [
      'The clock of the tide tables reached the end of its year.',
      'Sailings after midnight are stored under the day before.',
      'No test looks at the night between two timetables.',
    ],
    fixes: [
      ['prevent', 'Store each sailing under the moment of its departure'],
      ['detect', 'Compare tomorrow’s sailings with the harbour master’s list'],
      ['repair', 'Correct the sailings that were stored under the wrong day'],
      ['prevent', 'Run the tests at the turn of each timetable'],
    ],
  },
  {
    category: 'data',
    causes: [
      'A partner sent its list of fares with the columns in another order.',
      'A list is taken as it comes, whatever it holds.',
      'Nobody is told when a list changes by more than half.',
    ],
    fixes: [
      ['prevent', 'Refuse a list of fares whose columns differ'],
      ['detect', 'Tell the desk when half of a list changes'],
      ['repair', 'Pay back what was charged too much'],
      ['process', 'Agree with partners on a week’s notice of changes'],
    ],
  },
  {
    category: 'security',
    causes: [
      'A link in an old letter opened a booking without a password.',
      'Such links were made to last for ever.',
      'The list of who opened what is kept for a day only.',
    ],
    fixes: [
      ['prevent', 'Let links to a booking end with the voyage'],
      ['detect', 'Keep the list of opened bookings for a year'],
      ['repair', 'Void all links that were sent before today'],
      ['investigate', 'Read the logs of the past ninety days'],
    ],
  },
  {
    category: 'process',
    causes: [
      'A certificate ran out on a Sunday.',
      'Its renewal was in the calendar of somebody who had changed teams.',
      'The runbook names a machine that is gone.',
    ],
    fixes: [
      ['prevent', 'Renew certificates without people'],
      ['detect', 'Warn three weeks before a certificate ends'],
      ['process', 'Give every calendar entry to a team and not to a person'],
      ['repair', 'Correct the runbook'],
    ],
  },
];

export const reasons = {
  moved: [
    'The team was needed for the summer timetable.',
    'A part came six weeks late.',
    'The first attempt made it slower; we began again.',
    'We waited for the provider’s new contract.',
    'Two colleagues were ill.',
  ],
  dropped: [
    'The machine it was for has been taken away.',
    'Another change makes it unnecessary.',
    'It would cost more than the incident did, and it is unlikely to come again.',
  ],
};

export const affected = [
  'Travellers who wanted to book',
  'Everybody with a cabin',
  'Agents in the north',
  'Lorries on the evening sailings',
  'Some hundred travellers at the gates',
];
