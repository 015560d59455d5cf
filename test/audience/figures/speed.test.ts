import { expect, test } from 'vitest';
import { createAvailability } from '../../../src/audience/figures/availability.js';
import { createLedgers } from '../../../src/audience/figures/ledger.js';
import { createPeriodFigures } from '../../../src/audience/figures/periodFigures.js';
import { createRecurrences } from '../../../src/audience/figures/recurrence.js';
import { measureDays } from '../../../src/audience/figures/serviceDays.js';
import { createServiceRecords } from '../../../src/audience/figures/serviceRecord.js';
import { createStateOfDay } from '../../../src/audience/figures/stateOfDay.js';
import { commitment, day, impact, service, when } from '../../render/history.js';
import { historyOf, HOUR, incidentAt } from './history.js';

test('figures of 4,000 incidents, 20 services and ten years take no time that one would notice', () => {
  const services = Array.from({ length: 20 }, (_, index) => service(`s${index}`));
  const first = when('2016-12-01 09:00');
  const at = (ms: number) => ({ ...first, earliest: (first.earliest ?? 0) + ms, latest: (first.latest ?? 0) + ms, anchor: (first.anchor ?? 0) + ms }); // prettier-ignore
  const incidents = Array.from({ length: 4000 }, (_, index) => {
    const [started, ended] = [at(index * 21 * HOUR), at(index * 21 * HOUR + (index % 9) * HOUR)];
    const id = `i${index}`;
    const previous = { id: `i${index - 1}`, title: 'x', started, year: 2020 };
    return incidentAt(id, '2016-12-01', '2016-12-01', {
      started,
      mitigated: ended,
      resolved: ended,
      impact: [0, 1, 2].map((more) => impact({ service: services[(index + more * 7) % 20] ?? service('s0'), from: started, to: ended })), // prettier-ignore
      remediation: [0, 1, 2].map((more) => commitment(`R${more}`, { incident: { id, title: id }, due: day('2026-03-01'), state: more ? 'done' : 'open', done: more ? day('2026-02-01') : undefined })), // prettier-ignore
      related: index % 5 === 0 ? [] : [{ how: 'recurrence-of' as const, incident: previous }],
    });
  });
  const history = historyOf(incidents, { services });
  const before = process.cpuUsage();
  const records = createServiceRecords(history);
  const months = createAvailability(history, 'month', records);
  for (const record of records) measureDays(record, '2025-11-23', '2026-11-22', history);
  createPeriodFigures(history, 'month', records);
  createPeriodFigures(history, 'year', records);
  createLedgers(history);
  createRecurrences(history);
  createStateOfDay(history);
  const { user } = process.cpuUsage(before);
  expect(months).toHaveLength(20);
  expect(months[0]?.periods.length).toBeGreaterThanOrEqual(114);
  // All of it, in microseconds: a second on an idle machine. What grows with the square would take minutes.
  expect(user).toBeLessThan(8_000_000);
}, 60_000);
