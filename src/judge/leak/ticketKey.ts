import type { Settings } from '../../settings/settings.js';
import type { Detector } from './leak.js';

/** Finds tickets by their keys, `PAY-42`, where the settings know the letters, and by the repositories of `sync`. */
export const ticketKeys: Detector = {
  one: 'the number of a ticket',
  many: 'numbers of tickets',
  *find(text, settings) {
    if (!/[-#]\d/.test(text)) return;
    const pattern = patternOf(settings);
    if (!pattern) return;
    for (const { 0: found, index: from } of text.matchAll(pattern)) {
      // Of an address `public-link` speaks.
      if (/:\/\/\S*$/.test(text.slice(Math.max(0, from - 200), from))) continue;
      yield {
        from,
        found,
        message: `“${found}” is a ticket, which customers do not see`,
        hint: 'Say what it is about; the ticket of a remediation item belongs in its `ticket`, which is never public.',
      };
    }
  },
};

const patterns = new WeakMap<Settings, RegExp | null>();

function patternOf(settings: Settings): RegExp | null {
  const known = patterns.get(settings);
  if (known !== undefined) return known;
  const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const keys = Object.keys(settings.tickets).filter((key) => key !== 'gh');
  const { github } = settings.sync;
  const repositories = github?.repo === undefined ? [] : [github.repo];
  const forms = [
    ...(keys.length === 0 ? [] : [`(?:${keys.map(escape).join('|')})-\\d{1,9}`]),
    ...(repositories.length === 0 ? [] : [`(?:gh:)?(?:${repositories.map(escape).join('|')})#\\d{1,9}`]),
  ];
  const created =
    forms.length === 0
      ? null
      : new RegExp(`(?<![\\p{L}\\p{N}_-])(?:${forms.join('|')})(?![\\p{L}\\p{N}_-])`, 'gu');
  patterns.set(settings, created);
  return created;
}
