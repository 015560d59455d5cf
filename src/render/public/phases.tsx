import type { PublicIncident } from '../../audience/publicHistory.js';
import { describeSpan } from '../../time/describeSpan.js';
import { formatEnd } from '../../time/formatWhen.js';
import { isUnknownSpan, spanBetween } from '../../time/span.js';
import { isUnknown, type When } from '../../time/when.js';
import { endClock, Time } from '../component/time.js';
import { usePage } from '../frame.js';
import type { Wording } from '../wording/wording.js';

/** One of the four moments of an incident, as far as it is known. */
interface Phase {
  kind: 'started' | 'detected' | 'mitigated' | 'resolved';
  label: string;
  when: When | undefined;
}

/**
 * The four moments: when it started, was noticed (and by whom), was mitigated and resolved, each with how long after the beginning.
 * What is not known, or not shown, is not among them; of two that are one moment the last stands for both. Nothing where there is but one.
 */
export function Phases({ incident }: { incident: PublicIncident }) {
  const { wording } = usePage();
  const phases = listPhases(incident, wording);
  if (phases.length < 2) return null;
  return (
    <dl class="phases">
      {phases.map(({ kind, label, when }) => {
        const after =
          when === undefined || kind === 'started'
            ? undefined
            : describeDelay(incident.started, when, wording);
        return (
          <div key={kind} class={`phase phase-${kind}`}>
            <dt>{label}</dt>
            <dd class="phase-time">
              {when === undefined ? (
                wording.time.timeUnknown
              ) : (
                <Time when={when} text={describeMoment(incident.started, when, wording)} />
              )}
            </dd>
            {after !== undefined && <dd class="phase-after">{after}</dd>}
          </div>
        );
      })}
    </dl>
  );
}

/** The moments that are known, and by whom it was noticed also where nobody wrote when. */
export function listPhases(
  { started, detection, mitigated, resolved }: PublicIncident,
  wording: Wording,
): Phase[] {
  const { kinds } = wording.timeline;
  const known = (when: When | undefined): when is When => when !== undefined && !isUnknown(when);
  const isOne =
    known(mitigated) &&
    known(resolved) &&
    mitigated.earliest === resolved.earliest &&
    mitigated.latest === resolved.latest;
  const by: Readonly<Record<string, string>> = wording.incident.noticedBy;
  const noticed = (detection?.by !== undefined && by[detection.by]) || kinds.detected;
  const phases: (Phase | undefined)[] = [
    known(started) ? { kind: 'started', label: kinds.started, when: started } : undefined,
    known(detection?.detected) || detection?.by !== undefined
      ? { kind: 'detected', label: noticed, when: known(detection.detected) ? detection.detected : undefined }
      : undefined,
    known(mitigated) && !isOne ? { kind: 'mitigated', label: kinds.mitigated, when: mitigated } : undefined,
    known(resolved) ? { kind: 'resolved', label: kinds.resolved, when: resolved } : undefined,
  ];
  return phases.filter((phase) => phase !== undefined);
}

/** The time of a moment, without the day where that is the first one's. */
function describeMoment(started: When, when: When, { time }: Wording): string {
  return (when === started ? undefined : endClock(started, when, time)) ?? formatEnd(when, time);
}

/** `4 min after it began`; undefined where it may have been at once, or nobody can say. */
export function describeDelay(started: When, when: When, { incident, time }: Wording): string | undefined {
  if (started.axis !== when.axis) return undefined;
  const span = spanBetween(started, when);
  if (isUnknownSpan(span) || (span.min ?? 0) <= 0) return undefined;
  return incident.afterStart(describeSpan(span, time));
}
