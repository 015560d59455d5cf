import type { Rule } from '../../rule.js';
import { isHandedDown, isHarm } from './finalText.js';

/** From here on a summary can say what broke and for whom. */
const fewWords = 5;

/** Most people read the summary and nothing else. */
export const summaryThin: Rule = {
  id: 'summary-thin',
  level: 'warning',
  blocks: false,
  description:
    'A summary says more than the title; that of a major incident has more than a few words: what broke, for whom, how long and why.',
  bad: `title: Checkout was down
summary: Checkout was down.`,
  good: `title: Checkout was down
summary: Nobody could order for five hours, because the disk of the order database was full.`,
  *check(subject) {
    const { incident } = subject;
    const { summary, title, status, severity } = incident;
    if (summary === undefined || status === 'draft') return;
    if (!isHarm(subject) || isHandedDown(incident)) return;
    const isTitle = bare(title).includes(bare(summary));
    const isShort = severity?.major === true && countWords(summary) < fewWords;
    if (!isTitle && !isShort) return;
    yield {
      path: ['summary'],
      message: isTitle ? 'The summary says what the title says' : `The summary has few words: “${summary}”`,
      hint: 'Say in two or three sentences what broke, for whom, how long and why.',
    };
  },
};

function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Chinese, Japanese and Thai put no space between words; two of their characters are about one. */
function countWords(text: string): number {
  const dense = text.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/gu)?.length ?? 0;
  return text.split(/[\s—–/]+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length + Math.floor(dense / 2);
}
