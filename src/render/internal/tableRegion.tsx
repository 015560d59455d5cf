import type { ComponentChildren } from 'preact';

/** A table that may be wider than the screen: it scrolls by itself, by keyboard too, and the page does not. */
export function TableRegion({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div class="scroll" role="group" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
