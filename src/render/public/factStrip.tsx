import type { ComponentChildren } from 'preact';

/** One of the facts that a page answers first. `note` is the small print below it. */
export interface Fact {
  label: string;
  value: ComponentChildren;
  note?: ComponentChildren;
}

/** Up to four facts in one strip across the page. */
export function FactStrip({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl class={`facts facts-${facts.length}`}>
      {facts.map(({ label, value, note }) => (
        <div key={label} class="fact">
          <dt>{label}</dt>
          <dd>
            {value}
            {note !== undefined && note !== '' && <span class="fact-note">{note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
