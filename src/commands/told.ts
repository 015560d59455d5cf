/** What is to be said at the end of a `sync`. */
export interface Told {
  /** What a person has to look at; each once. */
  warnings: string[];
  /** What could not be asked or done, so that the command did not do all of its work. */
  failures: string[];
  /** Something is wrong here: a reference that leads nowhere, an edit that would bring an error. */
  isFinding: boolean;
  /** Something here is not, or was not, what the tickets say. */
  differs: boolean;
}

export function createTold(): Told {
  return { warnings: [], failures: [], isFinding: false, differs: false };
}

/** Texts that are the same for many tickets, as one line: `PAY-1, PAY-2 and 40 others: Jira does not accept the token`. */
export function gather(found: readonly { key: string; message: string }[]): string[] {
  const keys = new Map<string, string[]>();
  for (const { key, message } of found) keys.set(message, [...(keys.get(message) ?? []), key]);
  return [...keys].map(([message, all]) => {
    const shown = all.slice(0, 3).join(', ');
    const rest = all.length > 3 ? ` and ${all.length - 3} more` : '';
    return `${shown}${rest}: ${message}`;
  });
}
