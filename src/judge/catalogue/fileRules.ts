import type { RuleDescription } from '../rule.js';

/** What is said of files before they are read as postmortems, and of those that go into the public site as they are. */
export const fileRules: readonly RuleDescription[] = [
  {
    id: 'id-format',
    level: 'error',
    blocks: true,
    description:
      'The name of an incident file is its id and its address: as much of the date as is known (`2026-03-14-…`, `2014-06-…`, `2014-…`, `undated-…`), then words in lower-case letters, digits and hyphens. A name with spaces or capitals makes an address that breaks when it is copied or typed.',
    bad: { 'incidents/Checkout Down.md': 'title: Checkout was down' },
    good: { 'incidents/2026-03-14-checkout-down.md': 'title: Checkout was down' },
  },
  {
    id: 'duplicate-id',
    level: 'error',
    blocks: true,
    description:
      'No two incidents have the same id, and no two severities, services, teams or people. Folders below `incidents` are no part of an id, and names that differ in case alone are one file on many machines; a person and a team share their ids, since either can own an item.',
    bad: {
      'incidents/2026-03-14-checkout-down.md': 'title: Checkout was down',
      'incidents/shop/2026-03-14-checkout-down.md': 'title: Orders could not be paid',
    },
    good: {
      'incidents/2026-03-14-checkout-down.md': 'title: Checkout was down',
      'incidents/shop/2026-03-14-orders-unpaid.md': 'title: Orders could not be paid',
    },
  },
  {
    id: 'file-kind',
    level: 'error',
    blocks: true,
    description:
      'Postmortems are files below `incidents` whose names end in `.md`. What only looks like one, a `.markdown` file or a folder named like a file, would be left out of the history without a word.',
    bad: { 'incidents/2026-03-14-checkout-down.markdown': 'The disk of the order database was full.' },
    good: { 'incidents/2026-03-14-checkout-down.md': 'summary: The disk of the order database was full.' },
  },
  {
    id: 'file-encoding',
    level: 'error',
    blocks: true,
    description:
      'An incident file is text in UTF-8, without NUL bytes. Read in another encoding its words would be others; here, the file was saved as UTF-16.',
    bad: { 'incidents/2026-03-14-checkout-down.md': '-\0-\0-\0\n\0' },
    good: { 'incidents/2026-03-14-checkout-down.md': 'title: Checkout was down' },
  },
  {
    id: 'file-size',
    level: 'error',
    blocks: true,
    description:
      'An incident file has at most 2 MiB. A postmortem has some 12 KB; what is larger holds a log or a data set, which readers do not want there and which would slow every check down.',
    told: 'A file of 3 MB, because a log was pasted into its timeline.',
  },
  {
    id: 'file-link',
    level: 'error',
    blocks: true,
    description:
      'A symbolic link below `incidents` leads to a file of the project. What lies outside it is in no review, so it is not read; and folders are not read twice, once by each name.',
    told: 'A link `incidents/2026-03-14-checkout-down.md` that leads to `/srv/wiki/outage.md`, or one to a folder.',
  },
  {
    id: 'file-unreadable',
    level: 'error',
    blocks: true,
    description:
      'Every incident file can be read, and every folder of them, under a name in UTF-8. One that cannot would be missing from both sites, and from the figures in them.',
    told: 'A file or folder that you may not read, or a symbolic link to a file that is gone.',
  },
  {
    id: 'too-slow',
    level: 'error',
    blocks: true,
    description:
      'A file can be checked in seconds, or is refused for its size before it is read. One that is within all limits and still takes half a minute, or a gigabyte of memory, is a mistake of Afterword: it is left out, so that what is said of the other files is not lost, and should be reported.',
    told: 'A long text in which a pattern of Afterword goes back and forth without end; none is known.',
  },
  {
    id: 'file-missing',
    level: 'error',
    blocks: true,
    description:
      'A file that `site.yaml` names is there: `brand.logo` and `brand.card` stand in `site/static`. Every page of the public site would show a broken picture, or name one to others.',
    bad: {
      'site/site.yaml': 'brand: { logo: logo.svg }',
      'incidents/2026-03-14-checkout-down.md': 'title: Checkout was down',
    },
    good: {
      'site/site.yaml': 'brand: { logo: logo.svg }',
      'site/static/logo.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
      'incidents/2026-03-14-checkout-down.md': 'title: Checkout was down',
    },
  },
  {
    id: 'card-picture',
    level: 'error',
    blocks: true,
    description:
      'The picture of `brand.card`, which chats and social networks show beside a link to a public page, is one that they take: PNG or JPEG, between 600 × 315 and 4096 pixels on a side, at most 5 MB; best are 1200 × 630. Another is shown as a thumbnail or not at all, and nobody hears why.',
    told: 'A `site/static/card.png` of 300 × 200 pixels; a `card.svg`.',
  },
  {
    id: 'picture-orphaned',
    level: 'info',
    blocks: false,
    description:
      'A picture below `incidents` is shown by a postmortem. One that no file names was forgotten when the text was written, or is left over from an earlier one.',
    bad: {
      'incidents/free-space.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
      'incidents/2026-03-14-checkout-down.md': 'title: Checkout was down',
    },
    good: {
      'incidents/free-space.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
      'incidents/2026-03-14-checkout-down.md': `title: Checkout was down
---
## What happened

![The free space of the disk falls to nothing at 09:05](free-space.svg)`,
    },
  },
  {
    id: 'picture-bytes',
    level: 'error',
    blocks: true,
    description:
      'The pictures below `incidents` have at most 200 MiB together. A build has them all in hand at once, so that it can publish all or nothing.',
    told: 'A folder of 300 screen recordings of 1 MB each.',
  },
  {
    id: 'static-file',
    level: 'error',
    blocks: true,
    description:
      'What stands in `site/static` is published as it is, so it is looked at first: an ordinary file of at most 20 MiB, 5,000 of them and 200 MiB in all; and a picture is one that can be freed of what one does not see of it: PNG, JPEG, WebP, GIF, or SVG, whose text is read like that of a page.',
    told: 'A symbolic link `site/static/logo.png`; a photo in HEIC; a PNG that breaks off in the middle.',
  },
  {
    id: 'theme-css',
    level: 'error',
    blocks: true,
    description:
      '`site/theme.css` stands behind our own style sheet on the public site. It loads nothing from other places, which would learn who reads the page, and what it loads of `site/static` is there; addresses count from `assets/`, so a file of `site/static` is `url(../logo.svg)`.',
    bad: {
      'site/theme.css': `@import url('https://fonts.example.com/inter.css');

body {
  font-family: Inter, sans-serif;
}`,
      'incidents/2026-03-14-checkout-down.md': 'title: Checkout was down',
    },
    good: {
      'site/theme.css': `body {
  font-family: Georgia, serif;
}`,
      'incidents/2026-03-14-checkout-down.md': 'title: Checkout was down',
    },
  },
  {
    id: 'static-collision',
    level: 'error',
    blocks: true,
    description:
      'No file of `site/static` has the address of a page, a feed or a folder of the public site: one of the two would be lost. Names that differ in case alone count as one.',
    told: 'A file `site/static/index.html`, which would take the place of the home page.',
  },
];
