import * as z from 'zod';
import { field } from './field.js';
import { block, inline } from './text.js';
import { flag, fullDate } from './value.js';

const question = z.strictObject({
  date: fullDate({
    description: 'The day it was asked or answered.',
    examples: ['2026-03-20'],
    shown: 'questions',
  }).optional(),
  question: inline({
    description: 'What a reader asked. Absent when this entry goes on with the answer before.',
    examples: ['Will my order arrive?'],
    shown: 'questions',
    replaceable: true,
  }).optional(),
  answer: block({
    description: 'What was answered. Absent when nobody has yet, or when this is a reply.',
    examples: ['Yes. It was delayed by a day.'],
    shown: 'questions',
  }).optional(),
  internal: flag({
    description: 'Withholds this entry where `questions` is shown.',
    examples: ['true'],
    shown: 'never',
  }).optional(),
  public: inline({
    description: 'What customers read instead of the question.',
    examples: ['Will orders arrive?'],
    shown: 'questions',
  }).optional(),
});

export const questions = field(
  z.array(
    field(question, {
      description: 'A question, a reply to the entry before, or a question with its answer.',
      examples: [{ question: 'Will my order arrive?', answer: 'Yes.' }],
      shown: 'questions',
    }),
  ),
  {
    description: 'A conversation with readers.',
    examples: [[{ question: 'Will my order arrive?', answer: 'Yes.' }]],
    shown: 'questions',
  },
);
