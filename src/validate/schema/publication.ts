import * as z from 'zod';
import { field, parts } from './field.js';
import { inline, line } from './text.js';
import { fullDate } from './value.js';

const meanings: Record<(typeof parts)[number], string> = {
  summary: 'The summary.',
  impact: 'Services, levels, windows and who was affected.',
  detection: 'When and by whom it was noticed.',
  numbers: 'Figures.',
  causes: 'Causes.',
  provider: 'With whom it began, if not with us.',
  timeline: 'The timeline.',
  updates: 'What was said while it went on.',
  remediation: 'What was promised, with states and dates.',
  questions: 'Questions and answers.',
  related: 'Relations to other public incidents.',
};

const heading = line({
  description: 'A section of the body, by its heading.',
  examples: ['What happened'],
  shown: 'never',
});

/** The `public` block: an incident without one is internal, and what it does not name is not published. */
export const publication = field(
  z.strictObject({
    since: fullDate({
      description: 'The day from which it is public; it may lie ahead.',
      examples: ['2026-03-18'],
      shown: 'always',
    }).optional(),
    show: field(
      z.array(
        field(z.enum(parts), {
          description: 'A part of the front matter.',
          examples: ['summary'],
          shown: 'never',
          values: meanings,
        }),
      ),
      {
        description: 'The parts of the front matter that customers see.',
        examples: [['summary', 'impact', 'timeline', 'remediation']],
        shown: 'never',
      },
    ).optional(),
    sections: field(z.array(heading), {
      description: 'The sections of the body that customers see, by heading.',
      examples: [['What happened']],
      shown: 'never',
    }).optional(),
    withheld: field(z.array(heading), {
      description: 'The sections that they do not see: every section stands in one of the two lists.',
      examples: [['Notes for ourselves']],
      shown: 'never',
    }).optional(),
    title: line({
      description: 'The title in customers’ words.',
      examples: ['Orders could not be placed'],
      shown: 'always',
    }).optional(),
    summary: inline({
      description: 'The summary in customers’ words; needs `summary` in `show`.',
      examples: ['For five hours orders could not be placed.'],
      shown: 'summary',
    }).optional(),
    signed: line({
      description: 'Who signs it.',
      examples: ['Ada Byrne, Head of Operations'],
      shown: 'always',
    }).optional(),
    retracted: field(
      z.strictObject({
        date: fullDate({
          description: 'The day it was taken back.',
          examples: ['2026-04-01'],
          shown: 'always',
        }),
        text: inline({ description: 'Why.', examples: ['It described another incident.'], shown: 'always' }),
      }),
      {
        description: 'Takes a published text back and leaves a page that says so.',
        examples: [{ date: '2026-04-01', text: 'It described another incident.' }],
        shown: 'always',
      },
    ).optional(),
  }),
  {
    description: 'Names what customers see. Absent: nobody outside sees anything of this file.',
    examples: [{ since: '2026-03-18', show: ['summary', 'impact'], sections: ['What happened'] }],
    shown: 'never',
  },
);
