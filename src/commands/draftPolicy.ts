import { createPolicies, type Policy } from '../settings/preset.js';
import type { Settings } from '../settings/settings.js';

/** What the settings ask of an incident of which only this is known; what hangs on its tags is left out. */
export function findPolicies(
  settings: Settings,
  known: { kind: string; severity: string | undefined; services: readonly string[]; day: string | undefined },
): Policy[] {
  const { kind, severity, services, day } = known;
  return createPolicies(settings).filter(
    ({ when }) =>
      holds(when.severity, severity === undefined ? [] : [severity]) &&
      holds(when.kind, [kind]) &&
      holds(when.service, services) &&
      when.tag.length === 0 &&
      (when.since === undefined || (day !== undefined && day >= when.since.first)),
  );
}

/** Whether one of the values is asked for; an empty list asks for nothing. */
function holds(asked: readonly string[], values: readonly string[]): boolean {
  return asked.length === 0 || asked.some((one) => values.includes(one));
}
