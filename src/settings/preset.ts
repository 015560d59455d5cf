import type { z } from 'zod';
import type { Level } from '../diagnostic/diagnostic.js';
import type { TimeLimit } from '../time/timeLimit.js';
import type { policy as policySchema, preset as presetSchema } from './policy.js';
import type { Settings } from './settings.js';

type WrittenPolicy = z.output<typeof policySchema>;
type WrittenPreset = z.output<typeof presetSchema>;
type Require = WrittenPolicy['require'];

/** What is asked of some incidents: a policy as it is judged. Lists in `when` that are empty ask nothing. */
export interface Policy {
  /** Its name in diagnostics; a preset's is the preset's. */
  id: string;
  level: Level;
  when: NonNullable<WrittenPolicy['when']>;
  require: Require;
}

type Window = NonNullable<WrittenPreset['window']>;

/** The policies that are looked for: those that are off are left out, presets are told as ordinary ones. */
export function createPolicies(settings: Settings): Policy[] {
  return settings.policies.flatMap((written): Policy[] => {
    const { level = 'warning' } = written;
    if (level === 'off') return [];
    if ('preset' in written)
      return createPresetPolicies(written, settings).map((policy) => ({ ...policy, level }));
    const everything = { severity: [], kind: [], service: [], tag: [] };
    return [{ id: written.id, level, when: written.when ?? everything, require: written.require }];
  });
}

/** The severities that a preset is for: those it names, else those that count as major. */
export function severitiesOf({ severity }: WrittenPreset, settings: Settings): string[] {
  if (severity.length > 0) return severity;
  return settings.severities.filter((one) => one.major).map((one) => one.id);
}

/** A policy for each of the two windows that some of the preset's severities have. */
function createPresetPolicies(written: WrittenPreset, settings: Settings): Omit<Policy, 'level'>[] {
  const { preset, service, since, window: chosen } = written;
  // Both handbooks speak of their two worst severities, and hold the very worst to the shorter window.
  const windowOf = (severity: string): Window =>
    chosen ?? (severity === settings.severities[0]?.id ? 'short' : 'long');
  return (['short', 'long'] as const).flatMap((window) => {
    const severity = severitiesOf(written, settings).filter((id) => windowOf(id) === window);
    if (severity.length === 0) return [];
    const kind: Policy['when']['kind'] = ['incident', 'security'];
    const when = { severity, kind, service, tag: [], ...(since && { since }) };
    return demandsOf[preset](window, settings).map((require) => ({ id: preset, when, require }));
  });
}

const demandsOf: Record<WrittenPreset['preset'], (window: Window, settings: Settings) => Require[]> = {
  // https://response.pagerduty.com/after/post_mortem_process/: the meeting, by which the text is complete, is within 3
  // calendar days for a SEV-1, 5 business days for a SEV-2. https://postmortems.pagerduty.com/culture/accountability/:
  // items of high priority of a SEV-1 within 15 days after the incident, those of a SEV-2 within 30; so the others of a
  // SEV-1 have no more than 30 either.
  pagerduty: (window, settings) => {
    const isShort = window === 'short';
    return [
      {
        finished_within: isShort ? { count: 3, unit: 'd' } : { count: 5, unit: 'bd' },
        remediation: dueWithin({ count: 30, unit: 'd' }),
      },
      ...(isShort ? [{ remediation: dueWithin({ count: 15, unit: 'd' }, urgentOf(settings)) }] : []),
    ];
  },
  // https://www.atlassian.com/incident-management/handbook/postmortems: "priority actions" within 4 or 8 weeks, depending
  // on the service.
  atlassian: (window, settings) => [
    { remediation: dueWithin({ count: window === 'short' ? 4 : 8, unit: 'w' }, urgentOf(settings)) },
  ],
};

function dueWithin(limit: TimeLimit, priority: string[] = []): NonNullable<Require['remediation']> {
  return { types: [], priority, each: [], due_within: limit, from: 'resolved' };
}

/** The more urgent half of the priorities: of P0 to P3, P0 and P1. */
function urgentOf({ priorities }: Settings): string[] {
  return priorities.slice(0, Math.ceil(priorities.length / 2));
}
