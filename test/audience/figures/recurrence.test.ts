import { expect, test } from 'vitest';
import { createRecurrences } from '../../../src/audience/figures/recurrence.js';
import type { PublicIncident, PublicRelation } from '../../../src/audience/publicHistory.js';
import { commitment, day, inline, when } from '../../render/history.js';
import { historyOf, incidentAt } from './history.js';

const relation = (how: PublicRelation['how'], id: string): PublicRelation => ({
  how,
  incident: { id, title: id, started: when('2026-01-01'), year: 2026 },
});
const at = (
  id: string,
  date: string,
  related: PublicRelation[] | undefined,
  changes: Partial<PublicIncident> = {},
) => incidentAt(id, `${date} 09:00`, `${date} 10:00`, { related, ...changes });

/** `3 of a b`: which in twelve months it was, and what came before. */
function tell(id: string, incidents: readonly PublicIncident[]): string {
  const found = createRecurrences(historyOf(incidents)).get(id);
  if (found === undefined) return 'none';
  const { ordinal, earlier } = found;
  const number = ordinal.min === ordinal.max ? ordinal.min : `${ordinal.min}..${ordinal.max}`;
  return `${number} of ${earlier.map(({ incident, within }) => `${incident.id}${{ certain: '', possible: '?', no: '-' }[within]}`).join(' ')}`;
}

const first = at('first', '2025-11-02', []);
const second = at('second', '2026-02-10', [relation('recurrence-of', 'first')]);
const third = at('third', '2026-03-14', [relation('recurrence-of', 'second')]);

test('counts those before it with the same cause, through others', () => {
  expect(tell('third', [first, second, third])).toBe('3 of second first');
  expect(tell('second', [first, second, third])).toBe('2 of first');
  expect(tell('first', [first, second, third])).toBe('none');
  const same = at('third', '2026-03-14', [relation('same-cause', 'first')]);
  expect(tell('third', [first, second, same])).toBe('3 of second first');
  // Told by the other side.
  const told = at('first', '2025-11-02', [relation('recurred-as', 'third')]);
  expect(tell('third', [told, at('third', '2026-03-14', [])])).toBe('2 of first');
});

test('counts twelve months, and says where it is not certain', () => {
  const old = at('first', '2025-03-13', []);
  expect(
    tell(
      'third',
      [old, second, third].map((one) => (one === second ? { ...second } : one)),
    ),
  ).toBe('2 of second first-');
  expect(tell('third', [at('first', '2025-03-14', []), second, third])).toBe('3 of second first');
  const vague = incidentAt('first', '2025', '2025', { related: [], year: 2025 });
  expect(tell('third', [vague, second, third])).toBe('2..3 of second first?');
});

test('guesses nothing', () => {
  // Other relations are no cause; a category or a service is none either.
  expect(tell('third', [second, at('third', '2026-03-14', [relation('follows', 'second')])])).toBe('none');
  expect(tell('third', [second, at('third', '2026-03-14', [relation('caused-by', 'second')])])).toBe('none');
  // Where relations are not shown nothing is said of them.
  const silent = at('third', '2026-03-14', undefined);
  const told = at('second', '2026-02-10', [relation('recurred-as', 'third')]);
  expect(tell('third', [told, silent])).toBe('none');
  const back = at('second', '2026-02-10', [relation('recurrence-of', 'first')], { retracted: { date: day('2026-04-01'), text: inline('No.') } }); // prettier-ignore
  expect(tell('third', [first, back, third])).toBe('none');
  const undated = incidentAt('first', 'day 1 09:00', 'day 1 10:00', { related: [] });
  expect(tell('third', [undated, second, third])).toBe('2 of second');
});

test('says which of the earlier fixes are still open', () => {
  const of = (id: string) => ({ incident: { id, title: id } });
  const fixed = at('first', '2025-11-02', [], { remediation: [commitment('R1', { ...of('first'), state: 'done' }), commitment('R2', of('first'))] }); // prettier-ignore
  const again = at('second', '2026-02-10', [relation('recurrence-of', 'first')], { remediation: [commitment('R1', { ...of('second'), state: 'blocked' })] }); // prettier-ignore
  const now = at('third', '2026-03-14', [relation('recurrence-of', 'second')], { remediation: [commitment('R1', of('third'))] }); // prettier-ignore
  const open = createRecurrences(historyOf([fixed, again, now])).get('third')?.open;
  expect(open?.map(({ id, incident }) => `${incident.id}#${id}`)).toEqual(['second#R1', 'first#R2']);
});

test('does not depend on the order of what is told', () => {
  const cycle = at('first', '2025-11-02', [relation('same-cause', 'third')]);
  expect(tell('third', [third, cycle, second])).toBe('3 of second first');
  expect(tell('third', [cycle, second, third])).toBe('3 of second first');
});
