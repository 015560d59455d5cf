import { expect, it } from 'vitest';
import { countDue, createDuePeriods } from '../../../src/audience/figures/duePeriod.js';
import { createFirstDueLedger, findFirstPublicDue } from '../../../src/audience/figures/firstDue.js';
import type { Commitment } from '../../../src/audience/publicHistory.js';
import { commitment, day } from '../../render/history.js';
import { historyOf, incidentAt } from './history.js';

const since = day('2026-03-18');

it('takes the date that stood when the report became public', () => {
  const first = (moved: { from: string; date?: string }[], due: string | undefined = '2026-09-01') =>
    findFirstPublicDue(
      {
        due: due === undefined ? undefined : day(due),
        moved: moved.map(({ from, date }) => ({
          from: day(from),
          date: date === undefined ? undefined : day(date),
        })),
      },
      since,
    )?.words;
  expect(first([])).toBe('2026-09-01');
  expect(first([{ from: '2026-04-01', date: '2026-03-20' }])).toBe('2026-04-01');
  // Nobody outside had read it.
  expect(first([{ from: '2026-04-01', date: '2026-03-17' }])).toBe('2026-09-01');
  expect(
    first([
      { from: '2026-04-01', date: '2026-03-17' },
      { from: '2026-05-01', date: '2026-04-20' },
    ]),
  ).toBe('2026-05-01');
  // On that very day, in that month, or nobody wrote when: they may have read it.
  expect(first([{ from: '2026-04-01', date: '2026-03-18' }])).toBe('2026-04-01');
  expect(first([{ from: '2026-04-01', date: '2026-03' }])).toBe('2026-04-01');
  expect(first([{ from: '2026-04-01' }])).toBe('2026-04-01');
});

it('counts promises as if no date had been moved since', () => {
  const moved = (from: string): Commitment['moved'] => [{ from: day(from), date: day('2026-04-01') }];
  const promise = (id: string, changes: Partial<Commitment>): Commitment =>
    commitment(id, { incident: { id: 'a', title: 'A' }, ...changes });
  const history = historyOf([
    incidentAt('a', '2026-03-14 09:00', '2026-03-14 10:00', {
      since,
      remediation: [
        promise('R1', {
          state: 'done',
          due: day('2026-06-01'),
          done: day('2026-05-20'),
          moved: moved('2026-05-01'),
        }),
        promise('R2', { state: 'open', due: day('2027-01-01'), moved: moved('2025-12-01') }),
        promise('R3', { state: 'done', due: day('2026-06-01'), done: day('2026-05-20') }),
        promise('R4', { state: 'open', due: day('2027-01-01') }),
        promise('R5', {
          state: 'open',
          due: day('2027-01-01'),
          moved: moved('2026-05-01'),
          lastTold: day('2026-03-18'),
        }),
      ],
    }),
  ]);
  const ledger = createFirstDueLedger(history);
  expect(countDue(ledger, history.asOf)).toEqual({
    due: 3,
    standings: { 'in-time': 1, done: 0, 'done-late': 1, late: 1, dropped: 0 },
  });
  expect(
    createDuePeriods('year', ledger, history).map(({ period, due, inTime }) => [period.name, due, inTime]),
  ).toEqual([
    ['2025', 1, { min: 0, max: 0 }],
    ['2026', 2, { min: 1 / 3, max: 1 / 3 }],
  ]);
});
