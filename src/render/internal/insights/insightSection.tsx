import type { ComponentChildren } from 'preact';
import { formatCount } from '../count.js';

interface InsightSectionProps {
  id: string;
  heading: string;
  /** How many the section is about. */
  count?: number;
  /** How its figures are made: whole sentences. */
  method?: ComponentChildren;
  children: ComponentChildren;
}

/** One question, its answer, and below it how the answer was made. */
export function InsightSection({ id, heading, count, method, children }: InsightSectionProps) {
  return (
    <section id={id} class="tracker-section insight" aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`}>
        {heading} {count !== undefined && <span class="count">{formatCount(count)}</span>}
      </h2>
      {children}
      {method !== undefined && <p class="basis">{method}</p>}
    </section>
  );
}
