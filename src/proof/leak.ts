import { everywhere } from '../judge/carriedText.js';
import type { FindSecrets } from '../judge/leak/secret.js';
import type { Settings } from '../settings/settings.js';

/** Something in a file of the public site that must be in none. */
export interface FoundLeak {
  path: string;
  /** What it is, without telling it: `the name of a colleague`. */
  kind: string;
  /** In lower case. Never to be printed. */
  found: string;
}

/** What stands between two readings: nothing that is looked for reaches across it. */
const border = '\n\0\n';

/**
 * Looks for what is never public in what a file says and in its path: people, what is forbidden, secrets. `meant` holds
 * lines that may name people: those that reports are signed with.
 */
export function findLeaks(
  { path, readings }: { path: string; readings: readonly string[] },
  {
    settings,
    findSecrets,
    meant,
  }: { settings: Settings; findSecrets: FindSecrets; meant: ReadonlySet<string> },
): FoundLeak[] {
  const text = [path.replaceAll('_', ' '), ...readings.filter((one) => !meant.has(one))]
    .map((one) => withoutJoints(one, settings.url))
    .join(border);
  const leaks = everywhere.flatMap(({ detector }) =>
    [...detector.find(text, settings)].map(({ found }) => ({
      path,
      kind: detector.one,
      found: found.toLowerCase(),
    })),
  );
  const secrets = findSecrets(text).map(({ kind, value }) => ({ path, kind, found: value.toLowerCase() }));
  return [...leaks, ...secrets];
}

/** An address of the site without what we join to a name ourselves: `feeds/service-checkout.atom`, `#R1-kept`. */
function withoutJoints(text: string, base: string): string {
  const own = text.startsWith(base) && !/\s/.test(text) ? text.replace(/#.*/s, '') : text;
  return own.replace(/(^|\/)feeds\/service-/, '$1feeds/service/');
}
