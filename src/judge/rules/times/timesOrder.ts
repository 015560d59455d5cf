import { isCertainlyBefore, type When } from '../../../time/when.js';
import type { Incident } from '../../../model/incident.js';
import type { DataPath } from '../../../parse/yamlTree.js';
import type { Finding, Rule } from '../../rule.js';

/** The four times of an incident, in their order. */
export const milestones = ['started', 'detected', 'mitigated', 'resolved'] as const;
export type Milestone = (typeof milestones)[number];

/** Started ≤ detected ≤ mitigated ≤ resolved, and each end after its beginning; said only when it is certain. */
export const timesOrder: Rule = {
  id: 'times-order',
  level: 'error',
  blocks: true,
  description:
    'An incident starts, is detected, is mitigated and is resolved, in this order; a period ends after it begins. Times that are only roughly known are in order as long as they can be.',
  bad: `started: 2026-03-14 09:05
detected: 2026-03-14 08:40`,
  good: `started: 2026-03-14 09:05
detected: ~2026-03-14 08:40`,
  *check({ incident }) {
    const known = milestones.flatMap((name) => {
      const when = incident[name];
      return when ? [{ name, when }] : [];
    });
    for (const [index, later] of known.entries()) {
      const earlier = known.slice(0, index).find((one) => isCertainlyBefore(later.when, one.when));
      if (earlier)
        yield describe(pathOf(later.name, incident), later.name, later.when, earlier.name, earlier.when);
    }
    for (const [index, entry] of incident.impact.entries()) {
      // The default end is the incident's own, of which enough has been said.
      const isDefault = entry.to === incident.mitigated || entry.to === incident.resolved;
      if (entry.to && !isDefault && isCertainlyBefore(entry.to, entry.from)) {
        yield describe(['impact', index, 'to'], 'to', entry.to, 'from', entry.from);
      }
    }
    for (const [index, entry] of incident.timeline.entries()) {
      if (entry.until && entry.at && isCertainlyBefore(entry.until, entry.at)) {
        yield describe(['timeline', index, 'until'], 'until', entry.until, 'at', entry.at);
      }
    }
    const { scheduled } = incident;
    if (scheduled?.to && isCertainlyBefore(scheduled.to, scheduled.from)) {
      yield describe(['scheduled', 'to'], 'to', scheduled.to, 'from', scheduled.from);
    }
  },
};

/** Where a milestone is written: its key, or the entry of the timeline that stands for it. */
export function pathOf(name: Milestone, { implied, timeline }: Incident): DataPath {
  const index = name === 'started' ? undefined : implied[name];
  if (index === undefined) return [name];
  return ['timeline', index, name !== 'detected' && timeline[index]?.until ? 'until' : 'at'];
}

function describe(path: DataPath, name: string, when: When, otherName: string, other: When): Finding {
  return {
    path,
    message: `\`${name}\` (${when.words}) is before \`${otherName}\` (${other.words})`,
    hint: 'Check the day and the zone of both. Where a time is only roughly known, write it so: `~13:00`, `2026-03-14 evening`.',
  };
}
