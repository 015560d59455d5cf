import type { Person } from '../../../settings/settings.js';
import type { Finding } from '../../rule.js';
import { createTextRule } from './gateRule.js';
import { createWordPattern, findMatches } from './wordMatch.js';

/** A postmortem is about systems; who did what stays inside. */
export const personName = createTextRule({
  id: 'person-name',
  description:
    'No shown text holds the full name, the e-mail address or a handle of a person of `site.yaml`; whoever signs a report is named in `public.signed`.',
  *check(shown, { history }): Iterable<Finding> {
    if (shown.path?.[0] === 'public' && shown.path[1] === 'signed') return;
    for (const person of history.settings.people) {
      for (const { pattern, what } of createPatterns(person)) {
        for (const { found, at } of findMatches(shown, pattern)) {
          yield {
            ...at,
            message: `“${found}” is the ${what} of \`${person.id}\`, and people are not public`,
            hint: 'Say what was done, not by whom; or name the role.',
          };
        }
      }
    }
  },
});

function createPatterns({ name, email, handles = {} }: Person): { pattern: RegExp; what: string }[] {
  return [
    { pattern: createWordPattern(name), what: 'name' },
    ...(email === undefined ? [] : [{ pattern: createWordPattern(email), what: 'address' }]),
    ...Object.values(handles).map((handle) => ({
      // A handle of two letters is also a word, but for the @ before it.
      pattern: createWordPattern(handle.length < 3 ? `@${handle}` : handle, ''),
      what: 'handle',
    })),
  ];
}
