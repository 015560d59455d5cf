import type { PublicIncident } from '../../audience/publicHistory.js';
import { isRetracted, shownParts } from '../../judge/visibility.js';
import type { Incident } from '../../model/incident.js';
import type { Day } from '../../time/day.js';
import type { Part } from '../../validate/schema/field.js';

/** Who sees a thing: nobody outside as the whole incident is internal, customers, customers from a day on, or nobody outside though others of its kind are shown. */
export type Standing =
  { is: 'internal' } | { is: 'public' } | { is: 'coming'; from: Day } | { is: 'withheld' };

/** What of one incident customers see, or will see: for the incident as a whole and for each of its parts and sections. */
export interface Exposure {
  incident: Standing;
  part: (part: Part) => Standing;
  section: (heading: string) => Standing;
}

/**
 * Says what is public of an incident. Where it is public already, what the gate let through decides, so that this never
 * calls withheld what customers read; before that day the `public` block does.
 */
export function createExposure(incident: Incident, published: PublicIncident | undefined): Exposure {
  const { publication } = incident;
  if (published) {
    const standing = (shown: boolean): Standing => ({ is: shown ? 'public' : 'withheld' });
    return {
      incident: { is: 'public' },
      part: (part) => standing(published[part] !== undefined),
      section: (heading) => standing(published.body.sections.some((section) => section.heading === heading)),
    };
  }
  if (publication?.since === undefined) {
    const internal = (): Standing => ({ is: 'internal' });
    return { incident: internal(), part: internal, section: internal };
  }
  const coming: Standing = { is: 'coming', from: publication.since };
  const standing = (shown: boolean): Standing => (shown ? coming : { is: 'withheld' });
  const parts = shownParts(incident);
  const hasBody = incident.status !== 'draft' && !isRetracted(incident);
  return {
    incident: coming,
    part: (part) => standing(parts.has(part)),
    section: (heading) => standing(hasBody && publication.sections.includes(heading)),
  };
}

/** An entry of a part: as the part, unless the entry is withheld from it. */
export function entryStanding(part: Standing, withheld: boolean): Standing {
  return withheld && part.is !== 'internal' ? { is: 'withheld' } : part;
}
