import type { RuleDescription } from '../rule.js';

/** What is said of fields: that a key exists, and that its value can be read. */
export const fieldRules: readonly RuleDescription[] = [
  {
    id: 'unknown-key',
    level: 'error',
    blocks: true,
    description:
      'Every key is one of the format, in its place. A misspelt one would be left out without a word, and `intenal: true` would publish what it was to withhold. Keys of your own begin with `x-` and stand at the top; they are never public.',
    bad: `timeline:
  - at: 2026-03-14 10:15
    text: We knew of this disk since January.
    intenal: true`,
    good: `timeline:
  - at: 2026-03-14 10:15
    text: We knew of this disk since January.
    internal: true`,
  },
  {
    id: 'missing-key',
    level: 'error',
    blocks: true,
    description:
      'Some keys an entry cannot do without: what they say can neither be guessed nor left out of a page. Here, nobody could tell how bad it was.',
    bad: `impact:
  - service: checkout
    affected: Every customer; 1,200 orders were lost.`,
    good: `impact:
  - service: checkout
    level: outage
    affected: Every customer; 1,200 orders were lost.`,
  },
  {
    id: 'wrong-type',
    level: 'error',
    blocks: true,
    description: 'A value has the shape that its key asks for: a text, a list, or keys with values.',
    bad: 'tags: storage',
    good: 'tags: [storage]',
  },
  {
    id: 'unknown-value',
    level: 'error',
    blocks: true,
    description:
      'Where a key has a list of values, its value is one of them. Pages, filters and figures depend on each; the message names them all.',
    bad: `impact:
  - service: checkout
    level: down
    affected: Every customer; 1,200 orders were lost.`,
    good: `impact:
  - service: checkout
    level: outage
    affected: Every customer; 1,200 orders were lost.`,
  },
  {
    id: 'invalid-value',
    level: 'error',
    blocks: true,
    description:
      'A value is of the form that its key asks for, e.g. a tag in lower-case letters, digits and hyphens, the id of an item in capital letters and a number, or an alias that begins with `/`.',
    bad: `tags: [Order Storage]
remediation:
  - id: r1
    title: Alert on the volume that holds the orders
    type: detect
    owner: kim
    due: 2026-12-31`,
    good: `tags: [order-storage]
remediation:
  - id: R1
    title: Alert on the volume that holds the orders
    type: detect
    owner: kim
    due: 2026-12-31`,
  },
  {
    id: 'time-format',
    level: 'error',
    blocks: true,
    description:
      'A time is written year first, as exactly as it is known: `2026-03-14 09:40`, `~09:40`, `2026-03-14 morning`, `+17m`, `2026-03`, `after 09:30`. What can be read in two ways, or only by those who were there, is not guessed.',
    bad: 'detected: 14.3.2026 09:40',
    good: 'detected: 2026-03-14 09:40',
  },
  {
    id: 'time-unclear',
    level: 'error',
    blocks: true,
    description:
      'A time means one instant or one span of time. A zone’s abbreviation does not, since most stand for several and some change in summer; nor does an hour that the clock skipped or repeated, or a clock time that fits no day near it. The message names the readings.',
    bad: `detected: 2026-03-14 10:40 CET
timeline:
  - at: 2026-03-14 4:15 AM CST
    text: Our provider in Chicago sees the first errors.`,
    good: `detected: 2026-03-14T10:40+01:00
timeline:
  - at: 2026-03-14T04:15-06:00
    text: Our provider in Chicago sees the first errors.`,
  },
  {
    id: 'day-format',
    level: 'error',
    blocks: true,
    description:
      'A day is written `2026-03-18`; where less is known, or less was promised, a month (`2026-03`), a quarter (`2026-Q1`) or a year. `public.since` and a few others need the full day.',
    bad: 'finished: 18/03/2026',
    good: 'finished: 2026-03-18',
  },
  {
    id: 'duration-format',
    level: 'error',
    blocks: true,
    description:
      'A length of time is a number and its unit, e.g. `45s`, `5m`, `1h30m` or `2d`; or `unknown`. Figures are added up from it, so it is not guessed from words.',
    bad: `impact:
  - service: checkout
    level: outage
    lasted: five minutes
    affected: Every customer; 1,200 orders were lost.`,
    good: `impact:
  - service: checkout
    level: outage
    lasted: 5m
    affected: Every customer; 1,200 orders were lost.`,
  },
  {
    id: 'unknown-zone',
    level: 'error',
    blocks: true,
    description:
      'A time zone is named by its place, e.g. `Europe/Dublin`, or is `UTC`. An offset or an abbreviation does not say when clocks change, so that half a year later every time would be an hour off.',
    bad: 'timezone: CET',
    good: 'timezone: Europe/Berlin',
  },
  {
    id: 'url-format',
    level: 'error',
    blocks: true,
    description:
      'An address is whole, of https, http or mailto, without a user’s name, spaces or characters that cannot be seen. Anything else is no link, or one that does something else than lead somewhere.',
    bad: `links:
  - title: Free space of the order database
    url: dashboards.example.com/free-space`,
    good: `links:
  - title: Free space of the order database
    url: https://dashboards.example.com/free-space`,
  },
  {
    id: 'ticket-format',
    level: 'error',
    blocks: true,
    description:
      'A ticket is an address, `KEY-12`, or `gh:owner/repo#7`, so that the tracker can lead to it and `sync` can ask for its state.',
    bad: `remediation:
  - id: R1
    title: Alert on the volume that holds the orders
    type: detect
    owner: kim
    due: 2026-12-31
    ticket: pay 42`,
    good: `remediation:
  - id: R1
    title: Alert on the volume that holds the orders
    type: detect
    owner: kim
    due: 2026-12-31
    ticket: PAY-42`,
  },
];
