import type { History } from '../../../model/history.js';
import { findItem } from '../../../model/historyIndex.js';
import type { RemediationItem } from '../../../model/remediationItem.js';
import type { Finding, Rule } from '../../rule.js';

/** Of a promise that was handed on in a circle nothing is left. */
export const supersededLoop: Rule = {
  id: 'superseded-loop',
  level: 'error',
  blocks: false,
  description:
    'Following `superseded_by` from item to item comes to an end: at the one that is done, or is still to be done. In a circle each item says that another took its place, and the promise is lost.',
  bad: `remediation:
  - id: R1
    title: Rotate the log every night
    type: prevent
    owner: kim
    opened: 2026-03-16
    state: superseded
    superseded_by: R2
  - id: R2
    title: Move the log to a volume of its own
    type: prevent
    owner: kim
    opened: 2026-03-16
    state: superseded
    superseded_by: R1`,
  good: `remediation:
  - id: R1
    title: Rotate the log every night
    type: prevent
    owner: kim
    opened: 2026-03-16
    state: superseded
    superseded_by: R2
  - id: R2
    title: Move the log to a volume of its own
    type: prevent
    owner: kim
    opened: 2026-03-16
    due: 2026-12-31`,
  *check({ incident, history }): Iterable<Finding> {
    const circles = findCircles(history);
    for (const [index, item] of incident.remediation.entries()) {
      const circle = circles.get(item.globalId);
      // Two items of one id are an error; only the one that goes on round the circle stands in it.
      if (!circle || circle.after(item.globalId) !== item.supersededBy) continue;
      yield {
        path: ['remediation', index, 'superseded_by'],
        message:
          circle.items.length === 1
            ? `\`${item.id}\` is superseded by itself`
            : `These items supersede each other in a circle: ${describeWay(circle, item)}`,
        hint: 'Let the last one be open, done or `wont-do`, without `superseded_by`.',
      };
    }
  },
};

/** Items of which each is superseded by the next, and the last by the first. */
interface Circle {
  items: readonly RemediationItem[];
  /** The items' places, by their global ids. */
  places: ReadonlyMap<string, number>;
  /** The global id of the item behind one. */
  after: (globalId: string) => string | undefined;
}

/** How many items of a circle are named: of a long one the first and the last ones tell where to look. */
const mostNamed = 8;

/** Once round the circle: "`R1` → `R2` → `R1`". */
function describeWay({ items, places }: Circle, item: RemediationItem): string {
  const start = places.get(item.globalId) ?? 0;
  const at = (step: number): string => {
    const one = items[(start + step) % items.length] ?? item;
    return `\`${one.incident === item.incident ? one.id : one.globalId}\``;
  };
  const left = items.length - mostNamed;
  const steps = [...Array(Math.min(items.length, mostNamed)).keys()];
  const named = steps.map((step) => at(left > 0 && step >= mostNamed / 2 ? step + left : step));
  if (left > 0) named.splice(mostNamed / 2, 0, `${left} more`);
  return [...named, `\`${item.id}\``].join(' → ');
}

const circlesOf = new WeakMap<History, ReadonlyMap<string, Circle>>();

/** The circles of a history, by the global id of each item in one. Each item is walked over once, however long the ways are. */
function findCircles(history: History): ReadonlyMap<string, Circle> {
  const known = circlesOf.get(history);
  if (known) return known;
  const circles = new Map<string, Circle>();
  const walked = new Set<RemediationItem>();
  for (const incident of history.incidents) {
    for (const { globalId } of incident.remediation) {
      const way: RemediationItem[] = [];
      const places = new Map<string, number>();
      let at = findItem(history, globalId);
      while (at && !walked.has(at)) {
        walked.add(at);
        places.set(at.globalId, way.length);
        way.push(at);
        at = findItem(history, at.supersededBy);
      }
      const start = at && places.get(at.globalId);
      if (start !== undefined) addCircle(circles, way.slice(start));
    }
  }
  circlesOf.set(history, circles);
  return circles;
}

function addCircle(circles: Map<string, Circle>, items: readonly RemediationItem[]): void {
  const places = new Map(items.map(({ globalId }, index) => [globalId, index]));
  const after = (globalId: string): string | undefined =>
    items[((places.get(globalId) ?? 0) + 1) % items.length]?.globalId;
  for (const { globalId } of items) circles.set(globalId, { items, places, after });
}
