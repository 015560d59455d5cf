/** The states that an item can be in; `proposed` is never public. */
export type MarkedState = 'proposed' | 'open' | 'in-progress' | 'blocked' | 'done' | 'wont-do' | 'superseded';

/**
 * The ring of a state: open, half, with a bar, ticked, struck. A drawing only: the state stands beside it in words. An overdue one
 * carries a dot, so that it differs in more than its colour.
 */
export function CommitmentMark({ state, overdue = false }: { state: MarkedState; overdue?: boolean }) {
  return (
    <svg
      class={`mark state-mark state-${state}${overdue ? ' state-late' : ''}`}
      viewBox="0 0 15 15"
      aria-hidden="true"
    >
      <path d={ring} />
      {inside[state] !== undefined && <path class="mark-inside" d={inside[state]} />}
      {overdue && (state === 'open' || state === 'in-progress') && <path class="mark-late" d="M7.5 7.5h0" />}
    </svg>
  );
}

const ring = 'M1.5 7.5a6 6 0 1 0 12 0 6 6 0 1 0-12 0z';

/** What the ring of a state holds. Lines and fills are the stylesheet's: a page has many marks. */
const inside: Readonly<Partial<Record<MarkedState, string>>> = {
  'in-progress': 'M7.5 3.2a4.3 4.3 0 0 1 0 8.6z',
  blocked: 'M4.5 7.5h6',
  done: 'M4.4 7.7l2.1 2.2 4.2-4.6',
  'wont-do': 'M3.4 11.6l8.2-8.2',
  superseded: 'M4.6 7.5h5.6M8 5.2l2.3 2.3L8 9.8',
};
