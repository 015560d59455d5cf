import type { ComponentChildren } from 'preact';
import { usePage } from '../frame.js';

/** What a service lost, row by row: `corner` says what a row is, the rows are its children. */
export function FigureTable(props: { caption: string; corner: string; children: ComponentChildren }) {
  const { caption, corner, children } = props;
  const { figure } = usePage().wording;
  return (
    <table class="figures">
      <caption class="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{corner}</th>
          <th scope="col">{figure.affected}</th>
          <th scope="col">{figure.downtime}</th>
          <th scope="col">{figure.availability}</th>
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}
