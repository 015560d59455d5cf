import { createUnknownWhen } from '../time/resolveWhen.js';
import type { When } from '../time/when.js';
import type { FrontMatter } from '../validate/schema/incident.js';
import type { TimelineEntry } from './timeline.js';
import type { TimeReader } from './timeReader.js';

/** The milestones that may be left to the timeline. */
const names = ['detected', 'mitigated', 'resolved'] as const;
type Name = (typeof names)[number];

export type Milestones = Record<Name, When | undefined> & {
  /** Milestones that no key tells, with the index of the timeline's entry that does. */
  implied: Partial<Record<Name, number>>;
};

/**
 * Detected, mitigated and resolved: as written, else the timeline's entry of that kind: the first that says it was
 * detected, the last that says it was mitigated or resolved.
 */
export function createMilestones(
  frontMatter: FrontMatter,
  started: When,
  timeline: readonly TimelineEntry[],
  times: TimeReader,
): Milestones {
  const milestones: Milestones = {
    detected: undefined,
    mitigated: undefined,
    resolved: undefined,
    implied: {},
  };
  for (const name of names) {
    const form = frontMatter[name];
    if (form) {
      // It is over, whatever the time means.
      milestones[name] =
        times.read(form, { field: 'milestone', started }, [name]) ?? createUnknownWhen(started.zone);
      continue;
    }
    const isTold = (entry: TimelineEntry, at: number): boolean =>
      entry.kind === name && frontMatter.timeline?.[at]?.at !== undefined;
    const index = name === 'detected' ? timeline.findIndex(isTold) : timeline.findLastIndex(isTold);
    const entry = timeline[index];
    if (!entry) continue;
    if (entry.at === undefined) {
      milestones[name] = createUnknownWhen(started.zone);
      times.unclear.push([name]);
      continue;
    }
    milestones.implied[name] = index;
    // What took time was over at its end.
    milestones[name] = name === 'detected' ? entry.at : (entry.until ?? entry.at);
  }
  return milestones;
}
