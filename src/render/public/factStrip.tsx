import type { ComponentChildren } from 'preact';

/** One of the facts that a page answers first. `notes` are the small print below it, a line each; '' is no line. */
export interface Fact {
  label: string;
  value: ComponentChildren;
  notes?: readonly ComponentChildren[];
}

/** Up to four facts in one strip across the page. */
export function FactStrip({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl class={`facts facts-${facts.length}`}>
      {facts.map(({ label, value, notes = [] }) => (
        <div key={label} class="fact">
          <dt>{label}</dt>
          <dd>
            <p class="fact-value">{value}</p>
            {notes
              .filter((note) => note !== undefined && note !== '')
              .map((note, index) => (
                <p key={index} class="fact-note">
                  {note}
                </p>
              ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
