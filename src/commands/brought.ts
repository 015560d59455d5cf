import type { Diagnostic } from '../diagnostic/diagnostic.js';

/**
 * What is said of files after an edit and was not before. Where it is said has moved, and numbers in it may have become
 * smaller: a rule that finds no more in a file than before finds nothing new.
 */
export function listBrought(before: readonly Diagnostic[], after: readonly Diagnostic[]): Diagnostic[] {
  const ruleOf = ({ path, level, rule }: Diagnostic): string => `${path} ${level} ${rule}`;
  const countOf = (diagnostics: readonly Diagnostic[], one: Diagnostic): number =>
    diagnostics.filter((other) => ruleOf(other) === ruleOf(one)).length;
  const known = before.map((one) => `${ruleOf(one)} ${one.message}`);
  return after.filter((one) => {
    const at = known.indexOf(`${ruleOf(one)} ${one.message}`);
    if (at >= 0) known.splice(at, 1);
    return at < 0 && countOf(after, one) > countOf(before, one);
  });
}
