import { foldText, type ItemFacts, type ItemField } from '../../../model/itemFilter.js';
import { daysBetween, type IsoDay } from '../../../time/isoDay.js';

/** An item as a row knows it. */
export interface ItemData {
  facts: ItemFacts;
  /** The first day of it. */
  opened: IsoDay | undefined;
  /** The last day of it. */
  done: IsoDay | undefined;
  age: number | undefined;
  /** 0 when in time, or not to be said. */
  late: number;
  /** How often its due date was moved. */
  moved: number;
}

/** Reads what `writeItemData` wrote, as of the same day. `readText` gives the words of the row, and is asked once, when they are needed. */
export function readItemData(
  data: Readonly<Record<string, string | undefined>>,
  asOf: IsoDay,
  readText: () => string,
): ItemData {
  const list = (name: string): string[] => data[name]?.split(' ') ?? [];
  const { due, is, opened, done, age, late, moved } = data;
  const overdue = is === 'overdue';
  const open = overdue || is === 'open';
  const values: Record<ItemField, string[]> = {
    state: list('state'),
    owner: list('owner'),
    team: list('team'),
    service: list('service'),
    severity: list('severity'),
    priority: data['priority'] === undefined ? [] : [data['priority']],
    type: list('type'),
    category: list('category'),
    incident: list('incident'),
  };
  let text: string | undefined;
  return {
    facts: {
      values,
      due,
      daysLeft: open && !overdue && due !== undefined ? daysBetween(asOf, due) : undefined,
      open,
      overdue,
      get text() {
        return (text ??= foldText(readText()));
      },
    },
    opened,
    done,
    age: age === undefined ? undefined : Number(age),
    late: Number(late ?? 0),
    moved: Number(moved ?? 0),
  };
}
