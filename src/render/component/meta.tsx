import type { ComponentChildren } from 'preact';

/** One of the facts on a line; `late` ones are in the colour of alarm. */
export type MetaFact = { text: ComponentChildren; late?: boolean } | string;

/**
 * A line of small print. The dots between its facts are drawn; who hears the page, or copies it, gets commas. Nothing where there is no
 * fact.
 */
export function Meta({ facts }: { facts: readonly (MetaFact | undefined)[] }) {
  const shown = facts
    .map((fact) => (typeof fact === 'string' ? { text: fact === '' ? undefined : <bdi>{fact}</bdi> } : fact))
    .filter((fact) => fact?.text !== undefined);
  if (shown.length === 0) return null;
  return (
    <p class="meta">
      {shown.map((fact, index) => (
        <span key={index} class={fact?.late === true ? 'late' : undefined}>
          {fact?.text}
          {index < shown.length - 1 && <span class="visually-hidden">, </span>}
        </span>
      ))}
    </p>
  );
}
