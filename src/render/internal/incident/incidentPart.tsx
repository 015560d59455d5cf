import type { ComponentChildren } from 'preact';
import type { Standing } from '../standing.js';
import { StandingMark } from '../standingMark.js';

/** A part of an incident's page: a heading to link to, who sees it, and what stands below. */
export interface IncidentPart {
  id: string;
  heading: string;
  /** Undefined for what is never public: there is nothing to decide. */
  standing: Standing | undefined;
  content: ComponentChildren;
}

export function PartSection({ part: { id, heading, standing, content } }: { part: IncidentPart }) {
  return (
    <section id={id} class="incident-part" aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`}>
        {heading} {standing && <StandingMark standing={standing} />}
      </h2>
      {content}
    </section>
  );
}
