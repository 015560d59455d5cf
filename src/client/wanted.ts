/** What somebody looks for; '' is everything. */
export interface Wanted {
  service: string;
  severity: string;
  cause: string;
  year: string;
  q: string;
}

export const dimensions = ['service', 'severity', 'cause', 'year'] as const;
export type DimensionName = (typeof dimensions)[number];

/** Nobody types more; what comes in a link may be of any length. */
export const mostWords = 200;

export const nothingWanted: Wanted = { service: '', severity: '', cause: '', year: '', q: '' };

export function isAnythingWanted(wanted: Wanted): boolean {
  return wanted.q.trim() !== '' || dimensions.some((name) => wanted[name] !== '');
}

/** What the page's URL asks for. It may have been written by anybody. */
export function readWanted(): Wanted {
  const parameters = new URLSearchParams(location.search);
  const read = (name: string): string => parameters.get(name) ?? '';
  return {
    service: read('service'),
    severity: read('severity'),
    cause: read('cause'),
    year: read('year'),
    q: read('q').slice(0, mostWords),
  };
}

/** Keeps it in the page's URL, so that it can be sent to others, and found again on the way back. */
export function writeWanted(wanted: Wanted): void {
  const parameters = new URLSearchParams(location.search);
  for (const name of [...dimensions, 'q'] as const) {
    if (wanted[name].trim() === '') parameters.delete(name);
    else parameters.set(name, wanted[name]);
  }
  const query = parameters.toString();
  const url = `${location.pathname}${query === '' ? '' : `?${query}`}${location.hash}`;
  try {
    history.replaceState(history.state, '', url);
  } catch {
    // Some browsers refuse after many changes in a short time. The next one is kept.
  }
}
