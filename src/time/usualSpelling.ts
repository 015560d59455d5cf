import { isDeepStrictEqual } from 'node:util';
import { clockText } from './clockForm.js';
import { parseWhen } from './parseWhen.js';
import type { WhenForm } from './whenForm.js';

/**
 * A written time in the spelling that most of them have: `8:40` as `08:40`, `1:05 PM` as `13:05`, a space between date
 * and clock. Undefined where it is spelt so already, or where the other spelling would not mean exactly the same.
 */
export function findUsualSpelling(words: string): string | undefined {
  // Of `1:05..2:05 PM` nobody can say what the first half means.
  if ((words.match(/\d ?[ap]\.?m\b/gi) ?? []).length === 1 && words.includes('..')) return undefined;
  const usual = words
    .trim()
    .replace(/\s+/g, ' ')
    .replace(
      /\b(\d{1,2})(?::(\d{2}))? ?([ap])\.?m\b\.?/gi,
      (text, hour: string, minute = '00', half: string) =>
        Number(hour) >= 1 && Number(hour) <= 12 ? spellHalfDay(Number(hour), minute, half) : text,
    )
    .replace(/(?<![\d:?])(\d)(?=:[\d?]{2})/g, '0$1')
    .replace(/(?<=^~?\d{4}-\d{2}-\d{2})t(?=\d)/i, /(?:z|[+-]\d{2}:?\d{2})$/i.test(words) ? 'T' : ' ')
    .replace(/(?<=[\d:]{4})z$/, 'Z')
    .replace(/~ (?=\d)/g, '~')
    .replace(/ ?(?<!\.)\.\.(?!\.) ?/, ' .. ')
    .replace(/^(?:unknown|after (?=.)|by (?=.)|day (?=\d))/i, (word) => word.toLowerCase());
  if (usual === words) return undefined;
  const [before, after] = [parseWhen(words), parseWhen(usual)];
  // A time that is refused is not to be polished first.
  if (!before.ok || before.form.kind === 'abbreviation') return undefined;
  const isSame = after.ok && isDeepStrictEqual(withoutWords(before.form), withoutWords(after.form));
  return isSame ? usual : undefined;
}

function spellHalfDay(hour: number, minute: string, half: string): string {
  const hours = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  return clockText(hours * 3600 + Number(minute) * 60);
}

/** A form without the texts that it and its parts were written in. */
function withoutWords(form: WhenForm): unknown {
  return JSON.parse(JSON.stringify(form, (key, value: unknown) => (key === 'words' ? undefined : value)));
}
