import type { Diagnostic, Related } from '../../diagnostic/diagnostic.js';
import { couldHoldSecret, type FindSecrets } from './secret.js';
import { createHide } from './secretRun.js';
import { findSpeltSecrets } from './secretSpelling.js';

/**
 * Takes the secrets of some files out of everything that is said: out of messages that quote a value, and out of fixes,
 * which would write it down again; where the line itself holds one, it is marked, so that no report prints it. `paths`
 * are all that may be named: a path that holds a secret is told without it, and without fixes, which nobody could apply.
 */
export function maskSecrets(
  diagnostics: readonly Diagnostic[],
  files: readonly { path: string; text: string }[],
  paths: readonly string[],
  findSecrets: FindSecrets,
): Diagnostic[] {
  const values = new Set<string>();
  const lines = new Map<string, Set<number>>();
  const hold = (path: string, first: number, last: number): void => {
    const held = lines.get(path) ?? new Set<number>();
    lines.set(path, held);
    for (let line = first; line <= last; line++) held.add(line);
  };
  // Most projects have no such path, which one look tells.
  const hidesPaths = couldHoldSecret(paths.join('\n'));
  if (hidesPaths) for (const { value } of paths.flatMap(findSecrets)) values.add(value);
  for (const { path, text } of files) {
    for (const { range, value } of findSpeltSecrets(text, findSecrets)) {
      values.add(value);
      hold(path, countLines(text.slice(0, range[0])), countLines(text.slice(0, range[1])));
    }
  }
  for (const { path, place, secret } of diagnostics)
    if (secret && place) hold(path, place.start.line, place.end.line);

  const hideKnown = createHide(values);
  const hide = (text: string): string => hideFound(hideKnown(text), findSecrets);
  const hidePath = (path: string): string => (hidesPaths ? hideFound(path, findSecrets) : path);
  return diagnostics.map((diagnostic) => {
    const { place, path, message, hint, fixes, related } = diagnostic;
    const shownPath = hidePath(path);
    const isHeld = diagnostic.secret === true || (place && lines.get(path)?.has(place.start.line)) === true;
    const harmless = fixes?.filter(
      ({ title, edits }) =>
        shownPath === path && [title, ...edits.map(({ text }) => text)].every((text) => hide(text) === text),
    );
    return {
      ...diagnostic,
      path: shownPath,
      message: hide(message),
      ...(isHeld ? { secret: true } : {}),
      ...(hint === undefined ? {} : { hint: hide(hint) }),
      ...(harmless === undefined ? {} : { fixes: harmless }),
      ...(related === undefined
        ? {}
        : {
            related: related.map((one): Related => ({
              ...one,
              path: hidePath(one.path),
              message: hide(one.message),
            })),
          }),
    };
  });
}

/** A text without the secrets that are found in it. */
function hideFound(text: string, findSecrets: FindSecrets): string {
  return createHide(findSecrets(text).map(({ value }) => value))(text);
}

function countLines(text: string): number {
  return text.split(/\r\n|\n|\r/).length;
}
