import type { ComponentChildren } from 'preact';

/** A part of the report under its heading; `note` stands in the margin beside the heading. */
export function Part(props: {
  id: string;
  title: string;
  note?: ComponentChildren;
  children: ComponentChildren;
}) {
  const { id, title, note, children } = props;
  return (
    <section class="part" aria-labelledby={id}>
      <div class="part-head">
        <h2 id={id}>{title}</h2>
        {note !== undefined && <p class="margin-note">{note}</p>}
      </div>
      {children}
    </section>
  );
}
