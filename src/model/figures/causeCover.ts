import type { Cause, Incident } from '../incident.js';
import { isOpen } from '../remediationItem.js';

/**
 * The best that stands against a cause, of the items that address it: something is done, or open, or was only proposed; all of it was
 * dropped or superseded; or nothing ever stood against it.
 */
export type Cover = 'done' | 'open' | 'proposed' | 'dropped' | 'none';

/**
 * Whether a cause needs an item: each root cause, whatever contributed, and a trigger that stands alone. Where something deeper is
 * named, the next trigger will be another; what kept things from being worse needs none.
 */
export function needsItem({ kind }: Cause, { causes }: Pick<Incident, 'causes'>): boolean {
  if (kind === 'trigger') return !causes.some((one) => one.kind === 'root' || one.kind === 'contributing');
  return kind !== 'mitigating';
}

function findCover({ id }: Cause, { remediation }: Pick<Incident, 'remediation'>): Cover {
  const items = remediation.filter(({ addresses }) => addresses.includes(id));
  if (items.some(({ state }) => state === 'done')) return 'done';
  if (items.some(isOpen)) return 'open';
  if (items.some(({ state }) => state === 'proposed')) return 'proposed';
  return items.length > 0 ? 'dropped' : 'none';
}

/** A cause with its incident, and what stands against it. */
export interface CoveredCause {
  cause: Cause;
  incident: Incident;
  cover: Cover;
}

/**
 * Every cause that needs an item, in the order of the incidents and of their files. Of drafts it is too early to ask, and what another
 * company left open, or nobody follows, cannot be mended here: neither is among them.
 */
export function listCauses(incidents: readonly Incident[]): CoveredCause[] {
  return incidents
    .filter(({ status, lastTold }) => status !== 'draft' && lastTold === undefined)
    .flatMap((incident) =>
      incident.causes
        .filter((cause) => needsItem(cause, incident))
        .map((cause) => ({ cause, incident, cover: findCover(cause, incident) })),
    );
}

/** Whether nothing was done about a cause, and nobody has promised to do anything. */
export function isWithoutFix({ cover }: CoveredCause): boolean {
  return cover !== 'done' && cover !== 'open';
}
