import type { DataPath } from '../parse/yamlTree.js';
import { isListDamaged, isUnder } from '../validate/repair.js';
import { severitiesOf, type Policy } from './preset.js';
import type { Settings } from './settings.js';

/** Reports an id that a list of the settings does not have. */
export type Know = (
  path: DataPath,
  id: string | undefined,
  list: 'severities' | 'services' | 'teams' | 'priorities',
  what: string,
) => void;

/**
 * Checks `policies`: the ids that they name exist, each has an id of its own, and asks for something. Nothing is said of
 * what is missing where a field was `damaged`, that is left out since it could not be read.
 */
export function checkPolicies(
  settings: Settings,
  damaged: readonly DataPath[],
  report: (path: DataPath, rule: string, message: string, hint: string) => void,
  know: Know,
): void {
  const isDamaged = (path: DataPath): boolean => damaged.some((one) => isUnder(one, path));
  const seen = new Set<string>();
  settings.policies.forEach((policy, index) => {
    const path: DataPath = ['policies', index];
    const [when, whenPath] = 'preset' in policy ? [policy, path] : [policy.when, [...path, 'when']];
    when?.severity.forEach((id, place) =>
      know([...whenPath, 'severity', place], id, 'severities', 'severity'),
    );
    when?.service.forEach((id, place) => know([...whenPath, 'service', place], id, 'services', 'service'));
    if ('preset' in policy) {
      if (severitiesOf(policy, settings).length > 0 || isDamaged(path)) return;
      if (isListDamaged(damaged, 'severities')) return;
      report(
        [...path, 'preset'],
        'missing-key',
        `\`severity\` is missing: \`${policy.preset}\` is for major incidents, and no severity here is \`major: true\``,
        'Write `severity:` with those it is for.',
      );
      return;
    }
    if (seen.has(policy.id))
      report(
        [...path, 'id'],
        'duplicate-id',
        `The id \`${policy.id}\` stands twice in \`policies\``,
        'Give one of the two another id.',
      );
    seen.add(policy.id);
    const demands: DataPath = [...path, 'require'];
    policy.require.remediation?.priority.forEach((id, place) =>
      know([...demands, 'remediation', 'priority', place], id, 'priorities', 'priority'),
    );
    if (!isDamaged(demands) && asksNothing(policy.require))
      report(
        demands,
        'invalid-value',
        `The policy \`${policy.id}\` asks for nothing`,
        'Write what it asks, e.g. `finished_within: 5bd` or `remediation: { min: 1 }`, or remove it.',
      );
  });
}

function asksNothing({
  remediation,
  finished_within: final,
  public_within: shown,
}: Policy['require']): boolean {
  if (final ?? shown) return false;
  const { min = 0, types = [], each = [], due_within: due } = remediation ?? {};
  return min === 0 && types.length === 0 && each.length === 0 && due === undefined;
}
