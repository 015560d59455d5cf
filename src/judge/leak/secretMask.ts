import type { Diagnostic, Related } from '../../diagnostic/diagnostic.js';
import type { FindSecrets } from './secret.js';

/** What stands for a secret in what is printed. */
const mask = '…';

/** How much of a secret, at least, must stand in a message to be taken for it: messages cut long values. */
const least = 6;

/**
 * Takes the secrets of some files out of everything that is said of them: out of messages that quote a value, and out
 * of fixes, which would write it down again; where the line itself holds one, it is marked, so that no report prints it.
 */
export function maskSecrets(
  diagnostics: readonly Diagnostic[],
  files: readonly { path: string; text: string }[],
  findSecrets: FindSecrets,
): Diagnostic[] {
  const values = new Set<string>();
  const lines = new Map<string, Set<number>>();
  for (const { path, text } of files) {
    const secrets = findSecrets(text);
    if (secrets.length === 0) continue;
    const held = new Set<number>();
    for (const { range, value } of secrets) {
      values.add(value);
      const first = countLines(text.slice(0, range[0]));
      const last = countLines(text.slice(0, range[1]));
      for (let line = first; line <= last; line++) held.add(line);
    }
    lines.set(path, held);
  }

  const hide = (text: string): string => {
    let hidden = text;
    for (const value of values) hidden = hideValue(hidden, value);
    for (const { value } of findSecrets(hidden)) hidden = hidden.replaceAll(value, mask);
    return hidden;
  };
  return diagnostics.map((diagnostic) => {
    const { place, path, message, hint, fixes, related } = diagnostic;
    const isHeld = diagnostic.secret === true || (place && lines.get(path)?.has(place.start.line)) === true;
    const harmless = fixes?.filter(({ title, edits }) =>
      [title, ...edits.map(({ text }) => text)].every((text) => hide(text) === text),
    );
    return {
      ...diagnostic,
      message: hide(message),
      ...(isHeld ? { secret: true } : {}),
      ...(hint === undefined ? {} : { hint: hide(hint) }),
      ...(harmless === undefined ? {} : { fixes: harmless }),
      ...(related === undefined
        ? {}
        : { related: related.map((one): Related => ({ ...one, message: hide(one.message) })) }),
    };
  });
}

/** A text without a value, and without the beginning of it that a message shows of what is too long. */
function hideValue(text: string, value: string): string {
  const begins = value.slice(0, Math.max(least, Math.ceil(value.length / 3)));
  let hidden = '';
  let at = 0;
  for (;;) {
    const from = text.indexOf(begins, at);
    if (from < 0) return hidden + text.slice(at);
    let length = begins.length;
    while (length < value.length && text[from + length] === value[length]) length++;
    hidden += text.slice(at, from) + mask;
    at = from + length;
  }
}

function countLines(text: string): number {
  return text.split(/\r\n|\n|\r/).length;
}
