import { Failure } from '../diagnostic/failure.js';
import { placeWritten, type ImportContext, type ImportedEntry, type ImportedTimeline } from './importedEntry.js'; // prettier-ignore
import { spellWords } from './prose.js';

/** A line that begins with a time, e.g. `09:05 text`, `[09:05:31] text`, `- 2026-03-14 9:05 PM: text`. */
const timed =
  /^[ \t]*(?:[-*•][ \t]+)?\[?(~?)((?:\d{4}-\d{2}-\d{2}[T ]+)?\d{1,2}:\d{2})(?::\d{2}(?:\.\d+)?)?([ \t]?[ap]\.?m\.?)?([ \t]?(?:Z|UTC)|[+-]\d{2}:\d{2})?\]?(?:[ \t]*[-–—:|,;][ \t]+|[ \t]+)(.*)$/i;

/** Lines as people paste them: each begins with a time; those that do not go on with the one before. */
export function readPastedLines(
  files: readonly { name: string; text: string }[],
  context: ImportContext,
): ImportedTimeline {
  const entries: { when: ImportedEntry['when']; words: string }[] = [];
  let skipped = 0;
  for (const { name, text } of files) {
    for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
      const [, about = '', time, noon = '', zone = '', words = ''] = timed.exec(line.slice(0, 4000)) ?? [];
      const last = entries.at(-1);
      if (time === undefined) {
        if (line.trim() === '') continue;
        if (last) last.words += ` ${line.trim()}`;
        else skipped++;
        continue;
      }
      const half = noon.replace(/[\s.]/g, '').toUpperCase();
      const offset = /^\s*(?:Z|UTC)$/i.test(zone) ? 'Z' : zone;
      const written = `${about}${time.replace(/(?<=\d)T/i, ' ')}${half && ` ${half}`}${offset}`;
      const placed = placeWritten(written, context, last?.when);
      if ('message' in placed) throw new Failure(`${name}, line ${index + 1}: ${placed.message}`);
      entries.push({ when: placed.when, words });
    }
  }
  return {
    entries: entries
      .map(({ when, words }) => ({ when, text: spellWords(context.roles.unname(words)) }))
      .filter(({ text }) => text !== ''),
    notes:
      skipped === 0
        ? []
        : [`Left out before the first time: ${skipped} ${skipped === 1 ? 'line' : 'lines'}.`],
  };
}
