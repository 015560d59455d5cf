import type { Incident } from '../../../model/incident.js';
import type { DataPath } from '../../../parse/yamlTree.js';
import { findPlace } from '../../../parse/document.js';
import { isCertainlyBefore, type When } from '../../../time/when.js';
import type { Rule } from '../../rule.js';
import { findDiffering } from './milestoneDiffers.js';
import { milestones } from './timesOrder.js';

/** What answers something that hurts, and so cannot come before it. What led up to it can, and so can talk and notes. */
const answers: ReadonlySet<string> = new Set([
  'detected',
  'escalated',
  'diagnosed',
  'acted',
  'mitigated',
  'resolved',
  'investigating',
  'identified',
  'monitoring',
]);

/** What cannot come after the end. Much is diagnosed, done and said when it is over. */
const beginnings: ReadonlySet<string> = new Set(['started', 'detected', 'mitigated']);

/** The timeline must tell the story that the four times tell. */
export const timelineOutside: Rule = {
  id: 'timeline-outside',
  level: 'warning',
  blocks: false,
  description:
    'What answers an incident (it is detected, escalated, diagnosed, acted upon, mitigated) does not come before `started`, and it does not start, or stop hurting, after `resolved`. What led up to it is of kind `lead-up`.',
  bad: `timeline:
  - at: 2026-03-14 08:35
    kind: acted
    text: The job that rotates the logs is switched off for a release.
  - at: 2026-03-14 09:05
    kind: started
    text: Checkout begins to fail.`,
  good: `timeline:
  - at: 2026-03-14 08:35
    kind: lead-up
    text: The job that rotates the logs is switched off for a release.
  - at: 2026-03-14 09:05
    kind: started
    text: Checkout begins to fail.`,
  *check({ incident, document }) {
    const { started, resolved } = incident;
    // A `started` that is wrong by itself has been called so.
    const isDoubtful = findDiffering('started', incident) !== undefined;
    const early = isDoubtful
      ? []
      : findEntries(incident, answers).filter(({ at }) => isCertainlyBefore(at, started));
    const related = (
      name: string,
    ): { path: string; place: ReturnType<typeof findPlace>; message: string }[] => [
      { path: document.path, place: findPlace(document, [name]), message: `\`${name}\`` },
    ];
    // One wrong `started` puts every entry before it: that is one mistake.
    const [first, ...others] = early;
    if (first) {
      const rest =
        others.length === 0
          ? ''
          : `, and ${others.length === 1 ? 'so is 1 other' : `so are ${others.length} others`}`;
      yield {
        path: first.path,
        message: `This entry of kind \`${first.kind}\` (${first.at.words}) is before \`started\` (${started.words})${rest}`,
        hint: 'Correct one of the two, or its zone. What led to the incident is of kind `lead-up`.',
        related: related('started'),
      };
    }
    if (!resolved || isCertainlyBefore(resolved, started)) return;
    const late = findEntries(incident, beginnings).find(({ at }) => isCertainlyBefore(resolved, at));
    if (late) {
      yield {
        path: late.path,
        message: `This entry of kind \`${late.kind}\` (${late.at.words}) is after \`resolved\` (${resolved.words})`,
        hint: 'Correct one of the two: `resolved` is when all of it was over. What comes after it is of kind `acted` or `note`.',
        related: related('resolved'),
      };
    }
  },
};

interface Told {
  path: DataPath;
  at: When;
  kind: string;
}

/** The entries of some kinds, but those whose time another rule calls wrong. */
function findEntries(incident: Incident, kinds: ReadonlySet<string>): Told[] {
  const told = new Set(milestones.map((name) => findDiffering(name, incident)?.index));
  for (const index of Object.values(incident.implied)) told.add(index);
  // Planned work goes on before it begins to hurt, and is announced.
  const isPlanned = incident.kind === 'maintenance' || incident.scheduled !== undefined;
  const entries = incident.timeline.flatMap(({ at, kind }, index): Told[] =>
    at && kinds.has(kind) && !told.has(index) && !(isPlanned && kind === 'acted')
      ? [{ path: ['timeline', index, 'at'], at, kind }]
      : [],
  );
  const updates = incident.updates.flatMap(({ at, state }, index): Told[] =>
    kinds.has(state) && !isPlanned ? [{ path: ['updates', index, 'at'], at, kind: state }] : [],
  );
  return [...entries, ...updates];
}
