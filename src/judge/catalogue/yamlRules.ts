import { lineLimits, textLimits } from '../../parse/textLimit.js';
import { yamlLimits } from '../../parse/yamlLimit.js';
import type { RuleDescription } from '../rule.js';

/** What is said of the form of a file: where its front matter stands, whether it is YAML, and whether all of it can be read. */
export const yamlRules: readonly RuleDescription[] = [
  {
    id: 'front-matter',
    level: 'error',
    blocks: true,
    description:
      'A file begins with a line of exactly `---`, the fields, and another line of exactly `---`; the body follows. Where that is doubtful, fields that are internal could be taken for the body and be published.',
    bad: `---
title: Checkout was down
severity: minor
started: 2026-03-14 09:05
resolved: 2026-03-14 18:00
summary: The disk of the order database was full for five hours.
impact:
  - service: checkout
    level: outage
    affected: Every customer; 1,200 orders were lost.

## What happened

A log that should have been rotated filled the disk.`,
    good: `---
title: Checkout was down
severity: minor
started: 2026-03-14 09:05
resolved: 2026-03-14 18:00
summary: The disk of the order database was full for five hours.
impact:
  - service: checkout
    level: outage
    affected: Every customer; 1,200 orders were lost.
---

## What happened

A log that should have been rotated filled the disk.`,
  },
  {
    id: 'yaml-syntax',
    level: 'error',
    blocks: true,
    description:
      'Front matter and `site.yaml` are YAML: indented with spaces, keys of one entry below each other, quotes and brackets closed. Where one line is wrong, it is taken out and the rest is checked all the same.',
    bad: `title: "Checkout was down"
summary: "The share \\\\files\\orders was full for five hours, so no order was accepted."
detection:
\tby: monitoring`,
    good: `title: "Checkout was down"
summary: 'The share \\\\files\\orders was full for five hours, so no order was accepted.'
detection:
  by: monitoring`,
  },
  {
    id: 'yaml-prose',
    level: 'error',
    blocks: true,
    description:
      'Prose in YAML is read as it is written. Without quotes YAML ends a text at ` #`, and breaks it at `: `, inside `{ }` at a comma, and where it begins with one of @ * & ! % > |. It does so without a word: here, customers would read “Restarted api”. Quotes, or `>` with the text on a line of its own, keep it whole.',
    bad: 'summary: Restarted api #2 of 4, and checkout worked again.',
    good: 'summary: "Restarted api #2 of 4, and checkout worked again."',
  },
  {
    id: 'yaml-refused',
    level: 'error',
    blocks: true,
    description:
      'Anchors, aliases, tags and merge keys of YAML are not used. An alias can make a page of ten lines a gigabyte, a tag can make a text something else, and a reviewer sees neither.',
    bad: `authors: &us [kim]
review:
  date: 2026-03-16
  attended: *us`,
    good: `authors: [kim]
review:
  date: 2026-03-16
  attended: [kim]`,
  },
  {
    id: 'yaml-limit',
    level: 'error',
    blocks: true,
    description: `Front matter has at most ${yamlLimits.characters} characters, ${yamlLimits.values} lines, commas and brackets, and is nested at most ${yamlLimits.depth} levels deep. No field is nested deeper than six; what goes beyond is a mistake, or is meant to bring the reader of the file to its knees.`,
    bad: `tags:
  - - - - - - - - - - - - - - - - - - - - - - - - - storage`,
    good: `tags:
  - storage`,
  },
  {
    id: 'text-limit',
    level: 'error',
    blocks: true,
    description:
      'A text of the front matter is Markdown too, and has the limits of a paragraph of the body. One that goes beyond can take minutes to read, so nothing of the front matter is read then.',
    told: 'A `note` of a few thousand `*`, pasted from a terminal; a `summary` of 20,000 characters.',
  },
  {
    id: 'duplicate-key',
    level: 'error',
    blocks: true,
    description:
      'A key stands once in its place. Of two that are the same YAML takes one and drops the other, and which of them is for customers nobody could tell.',
    bad: `impact:
  - service: checkout
    level: outage
    affected: Every customer; 1,200 orders were lost.
    level: partial`,
    good: `impact:
  - service: checkout
    level: outage
    affected: Every customer; 1,200 orders were lost.`,
  },
  {
    id: 'body-limit',
    level: 'error',
    blocks: true,
    description: `A body has at most ${textLimits.characters.most} characters, lists and quotes nested at most ${lineLimits.nesting.most} deep, and tables and paragraphs of a size that can be read; all limits stand in the format’s reference. A few lines of Markdown can grow to megabytes of HTML, so what goes beyond is not read at all: here, a mail that was quoted again and again.`,
    bad: `tags: [storage]
---

## What our customers wrote

>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>> We could not place a single order.`,
    good: `tags: [storage]
---

## What our customers wrote

> We could not place a single order.`,
  },
];
