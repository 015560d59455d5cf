import type { PublicBody, PublicHistory } from './publicHistory.js';

/** Keys whose values are words of ours, not of an author. */
const ours = new Set('audience asOf language zone kind level type state how by result statuspage'.split(' '));

/** Keys whose values name something else in the history: they stay different from one another. */
const names = new Set(['id', 'incident', 'supersededBy']);

/** Everything that Markdown makes us say. */
const text = `## x

x[^1]

[^1]: x

- [x] x
- [ ] x

| x |
| - |
| x |

    x

![x](x)
` as PublicBody['text'];

/**
 * The same history without a word of its authors: what is rendered of it is what we say ourselves, whatever the incidents are.
 * Times, states and the number of everything stay.
 */
export function createHollowHistory(history: PublicHistory): PublicHistory {
  const known = new Map<string, string>();
  const rename = (name: string): string => {
    const renamed = known.get(name) ?? `x-${known.size + 1}`;
    known.set(name, renamed);
    return renamed;
  };
  const hollow = (value: unknown, key: string): unknown => {
    if (typeof value === 'string')
      return ours.has(key) || value === 'unknown' ? value : names.has(key) ? rename(value) : 'x';
    if (Array.isArray(value)) return value.map((entry) => hollow(entry, key));
    if (typeof value !== 'object' || value === null || isTime(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, hollow(entry, name)]));
  };
  const { site, incidents, redirects } = history;
  const hollowed = hollow({ ...history, site: {}, incidents: [], redirects: [] }, '') as PublicHistory;
  const { logo, home, contact, footer, card } = site.brand;
  return {
    ...hollowed,
    site: {
      ...site,
      title: 'x',
      url: 'https://x.invalid/',
      brand: {
        ...(logo === undefined ? {} : { logo: 'x' }),
        ...(home === undefined ? {} : { home: 'https://x.invalid/' }),
        ...(contact === undefined ? {} : { contact: 'https://x.invalid/' }),
        ...(footer === undefined ? {} : { footer: 'x' as typeof footer }),
        ...(card === undefined ? {} : { card: { ...card, path: 'x' } }),
      },
    },
    incidents: incidents.map(({ body, ...incident }) => ({
      ...(hollow(incident, '') as Omit<typeof incident, never>),
      body: body.sections.length === 0 ? body : { text, sections: [{ heading: 'x', range: [0, text.length] }], pictures: [] }, // prettier-ignore
    })),
    redirects: redirects.map(({ incident }) => ({
      from: `/${rename(incident)}.html`,
      incident: rename(incident),
    })),
  };
}

/** A When, a Day, a length: what is shown of them is in words of ours. */
function isTime(value: object): boolean {
  return 'precision' in value || 'axis' in value || ('min' in value && 'max' in value);
}
