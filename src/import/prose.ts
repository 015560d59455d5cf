import { isSafeUrl } from '../parse/safeUrl.js';

/** A stretch of what somebody wrote elsewhere: words, a command in code, or a link with its label. */
export type Stretch = { words: string } | { code: string } | { link: string; label: string };

/** What nobody sees, and what drives a terminal or turns a line around. */
const unseen = /[\p{Cc}\p{Cf}\u2028\u2029\uFFF9-\uFFFB]/gu;

/** Nobody reads more of one message in a timeline: the evidence has the rest. */
const most = 600;

/**
 * Stretches as Markdown of one paragraph that means nothing but its words, in one line. What is longer than some six hundred
 * characters is cut.
 */
export function spellProse(stretches: readonly Stretch[]): string {
  let left = most;
  const take = (text: string): string => {
    const plain = text.replace(/\s/g, ' ').replace(unseen, '');
    const taken = plain.length <= left ? plain : `${plain.slice(0, left).replace(/[\uD800-\uDBFF]$/, '')} …`;
    left -= plain.length;
    return taken;
  };
  const spelled = stretches.map((stretch) => {
    if (left <= 0) return '';
    if ('code' in stretch) {
      const code = take(stretch.code).replaceAll('`', 'ˋ').trim();
      return code === '' ? '' : `\`${code}\``;
    }
    if ('words' in stretch) return escapeMarkdown(take(stretch.words));
    const label = escapeMarkdown(take(stretch.label));
    const link = stretch.link.replaceAll('(', '%28').replaceAll(')', '%29');
    return isSafeUrl(link) && label.trim() !== '' ? `[${label}](<${link}>)` : label;
  });
  return escapeStart(spelled.join('').replace(/ {2,}/g, ' ').trim());
}

/** Words alone, as `spellProse` has them. */
export function spellWords(words: string): string {
  return spellProse([{ words }]);
}

function escapeMarkdown(text: string): string {
  // An address that stands by itself stays one; it may hold what elsewhere is a mark.
  return text
    .split(/(https?:\/\/[^\s<>[\]()"'`*\\]+)/)
    .map((part, index) => (index % 2 === 1 && isSafeUrl(part) ? part : part.replace(/[\\`*_[\]<>~|{}$]|&(?=[#\w])/g, String.raw`\$&`)))
    .join(''); // prettier-ignore
}

/** What makes a heading, a list or a rule of a line that begins with it. */
function escapeStart(text: string): string {
  return text.replace(/^(?=[#+=:-])/, '\\').replace(/^(\d{1,9})(?=[.)])/, '$1\\');
}
