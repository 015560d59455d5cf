/** The states that an item can be in; `proposed` is never public. */
export type MarkedState = 'proposed' | 'open' | 'in-progress' | 'blocked' | 'done' | 'wont-do' | 'superseded';

export const stateWords: Readonly<Record<MarkedState, string>> = {
  proposed: 'Proposed',
  open: 'Open',
  'in-progress': 'In progress',
  blocked: 'Blocked',
  done: 'Done',
  'wont-do': 'Will not be done',
  superseded: 'Replaced',
};

/**
 * The ring of a state: open, half, with a bar, ticked, struck. A drawing only: the state stands beside it in words. An overdue one
 * carries a dot, so that it differs in more than its colour.
 */
export function CommitmentMark({ state, overdue = false }: { state: MarkedState; overdue?: boolean }) {
  return (
    <svg
      class={`mark state-mark state-${state}${overdue ? ' state-late' : ''}`}
      width="15"
      height="15"
      viewBox="0 0 15 15"
      aria-hidden="true"
      focusable="false"
    >
      <circle
        cx="7.5"
        cy="7.5"
        r="6"
        fill={state === 'done' ? 'currentColor' : 'none'}
        stroke="currentColor"
        stroke-width="1.5"
        {...(state === 'proposed' ? { 'stroke-dasharray': '2 2' } : {})}
      />
      {state === 'in-progress' && <path d="M7.5 3.2a4.3 4.3 0 0 1 0 8.6z" fill="currentColor" />}
      {state === 'blocked' && <path d="M4.5 7.5h6" stroke="currentColor" stroke-width="1.75" />}
      {state === 'done' && (
        <path class="mark-inside" d="M4.4 7.7l2.1 2.2 4.2-4.6" fill="none" stroke-width="1.6" />
      )}
      {state === 'wont-do' && <path d="M3.4 11.6l8.2-8.2" stroke="currentColor" stroke-width="1.5" />}
      {state === 'superseded' && (
        <path d="M4.6 7.5h5.6M8 5.2l2.3 2.3L8 9.8" fill="none" stroke="currentColor" stroke-width="1.4" />
      )}
      {overdue && (state === 'open' || state === 'in-progress') && (
        <circle cx="7.5" cy="7.5" r="1.9" fill="currentColor" />
      )}
    </svg>
  );
}
