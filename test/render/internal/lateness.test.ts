import { describe, expect, it } from 'vitest';
import { countOn, findToday } from '../../../src/client/lateness.js';

const asOf = '2026-11-22';

describe('counting on from the build', () => {
  it('goes on with what was late', () => {
    expect(countOn('2026-11-10', asOf, '2026-11-25', 'words')).toEqual({
      words: 'late by 15 days',
      isNew: false,
    });
    expect(countOn('2026-11-10', asOf, '2026-11-25', 'count')).toEqual({ words: '15', isNew: false });
    expect(countOn('2022-11-10', asOf, '2026-11-25', 'count').words).toBe('1,476');
  });

  it('says of what was in time that its day has passed since', () => {
    expect(countOn('2026-11-22', asOf, '2026-11-23', 'words')).toEqual({
      words: 'late by 1 day',
      isNew: true,
    });
    expect(countOn('2026-11-24', asOf, '2026-11-24', 'words')).toEqual({ words: 'last day', isNew: false });
    expect(countOn('2026-11-26', asOf, '2026-11-25', 'words')).toEqual({ words: 'in 1 day', isNew: false });
    expect(countOn('2026-11-26', asOf, '2026-11-25', 'count').words).toBeUndefined();
  });

  it('changes nothing on the day of the build, where the clock is behind, and where no day is', () => {
    for (const today of [asOf, '2026-11-01', '1970-01-01'])
      expect(countOn('2026-11-10', asOf, today, 'words').words).toBeUndefined();
    expect(countOn('__proto__', asOf, '2026-11-25', 'words').words).toBeUndefined();
    expect(countOn('', asOf, '2026-11-25', 'words').words).toBeUndefined();
  });
});

it('knows the day of the site, not of the reader', () => {
  const now = new Date('2026-11-22T23:30:00Z');
  expect(findToday(now, 'Europe/Dublin')).toBe('2026-11-22');
  expect(findToday(now, 'Asia/Tokyo')).toBe('2026-11-23');
  expect(findToday(now, 'Nowhere/At-All')).toBeUndefined();
});
