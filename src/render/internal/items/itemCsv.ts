import { stringify } from 'csv-stringify/sync';
import type { ItemList } from './itemList.js';

type Item = ItemList['items'][number];

/** The columns, in their order; a list stands in one cell with `;` between. */
const columns: Record<string, (item: Item) => string | number | null> = {
  id: ({ id }) => id,
  title: ({ title }) => title,
  state: ({ state }) => state,
  overdue: ({ overdue }) => (overdue ? 'yes' : 'no'),
  days_late: ({ daysLate }) => daysLate,
  days_left: ({ daysLeft }) => daysLeft,
  priority: ({ priority }) => priority,
  type: ({ type }) => type,
  owner: ({ owner }) => owner?.id ?? null,
  owner_name: ({ owner }) => owner?.name ?? null,
  team: ({ team }) => team?.id ?? null,
  opened: ({ opened }) => opened,
  due: ({ due }) => due,
  due_last: ({ dueLast }) => dueLast,
  done: ({ done }) => done,
  moved: ({ moved }) => moved.length,
  first_due: ({ moved, due }) => moved[0]?.from ?? due,
  age_days: ({ ageDays }) => ageDays,
  incident: ({ incident }) => incident.id,
  incident_title: ({ incident }) => incident.title,
  severity: ({ incident }) => incident.severity,
  services: ({ incident }) => join(incident.services),
  causes: ({ causes }) => join(causes),
  categories: ({ categories }) => join(categories),
  tickets: ({ tickets }) => join(tickets.map(({ ticket }) => ticket)),
  verified: ({ verified }) => verified,
  file: ({ incident }) => incident.path,
};

function join(values: readonly string[]): string {
  return values.join('; ');
}

/** What became of it, where that was asked. */
function describeChanges({ changes = [] }: Item): string {
  return join(
    changes.map(({ change, on, from, to }) => {
      const move = change === 'moved' ? ` from ${from ?? ''}${to === undefined ? '' : ` to ${to}`}` : '';
      return `${change} ${on}${move}`;
    }),
  );
}

/**
 * Items as CSV (RFC 4180: lines end in CRLF, the first one names the columns), without a byte order mark. A cell that a
 * spreadsheet would run as a formula gets a `'` before it.
 */
export function renderItemCsv({ items, since }: ItemList): string {
  const cells = { ...columns, ...(since === undefined ? {} : { changes: describeChanges }) };
  const rows = items.map((item) => Object.values(cells).map((cell) => cell(item)));
  return stringify([Object.keys(cells), ...rows], {
    record_delimiter: '\r\n',
    escape_formulas: true,
    quoted_match: /[\r\n]/,
  });
}
