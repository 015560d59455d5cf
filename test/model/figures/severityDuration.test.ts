import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  compareSeverityDuration,
  measureAgreement,
  type SeverityDuration,
} from '../../../src/model/figures/severityDuration.js';
import type { Incident } from '../../../src/model/incident.js';
import { MINUTE } from '../../../src/time/isoDay.js';
import type { Span } from '../../../src/time/span.js';
import { frontMatter, readHistory } from './history.js';

const severities = ['major', 'middling', 'minor'].map((id) => ({ id, label: id, major: false }));

const [pattern] = readHistory({ '2026-03-14-it-broke': frontMatter() }).incidents;

function lasting(
  severity: number | undefined,
  duration: Span | undefined,
  more: Partial<Incident> = {},
): Incident {
  if (!pattern) throw new Error('There is one');
  return {
    ...pattern,
    severity: severity === undefined ? undefined : severities[severity],
    duration,
    ...more,
  };
}

const exact = (minutes: number): Span => ({ min: minutes * MINUTE, max: minutes * MINUTE });
const between = (min: number, max: number | null): Span => ({
  min: min * MINUTE,
  max: max === null ? null : max * MINUTE,
});

it('compares only incidents that hurt, are over, have a severity and a known duration', () => {
  const {
    lasting: found,
    unknown,
    pairs,
  } = compareSeverityDuration(
    [
      lasting(0, exact(10)),
      lasting(2, exact(5)),
      lasting(2, { min: null, max: null }),
      lasting(2, undefined),
      lasting(2, undefined, { ongoing: true }),
      lasting(2, exact(1), { kind: 'maintenance' }),
      lasting(2, exact(1), { kind: 'near-miss' }),
      lasting(undefined, exact(1)),
    ],
    severities,
  );
  expect(found.map(({ rank }) => rank)).toEqual([0, 2]);
  expect(unknown).toBe(2);
  expect(pairs).toEqual({ longer: 1, shorter: 0, neither: 0 });
});

it('says of two only what is certain', () => {
  const pair = (worse: Span, lighter: Span) =>
    compareSeverityDuration([lasting(0, worse), lasting(1, lighter)], severities).pairs;
  expect(pair(exact(5), exact(5))).toEqual({ longer: 0, shorter: 0, neither: 1 });
  expect(pair(between(10, null), exact(9))).toEqual({ longer: 1, shorter: 0, neither: 0 });
  expect(pair(between(5, 10), between(9, 20))).toEqual({ longer: 0, shorter: 0, neither: 1 });
  expect(pair(between(5, 8), between(9, null))).toEqual({ longer: 0, shorter: 1, neither: 0 });
});

it('counts pairs as one would by hand, whatever the order', () => {
  const one = fc.record({ rank: fc.nat(2), min: fc.nat(20), more: fc.option(fc.nat(8), { nil: null }) });
  fc.assert(
    fc.property(fc.array(one, { maxLength: 25 }), (list) => {
      const incidents = list.map(({ rank, min, more }) =>
        lasting(rank, between(min + 1, more === null ? null : min + 1 + more)),
      );
      const pairs = { longer: 0, shorter: 0, neither: 0 };
      for (const a of list) {
        for (const b of list) {
          if (a.rank >= b.rank) continue;
          if (b.more !== null && a.min > b.min + b.more) pairs.longer++;
          else if (a.more !== null && a.min + a.more < b.min) pairs.shorter++;
          else pairs.neither++;
        }
      }
      expect(compareSeverityDuration(incidents, severities).pairs).toEqual(pairs);
      expect(compareSeverityDuration(incidents.toReversed(), severities).pairs).toEqual(pairs);
    }),
  );
});

it('says nothing of few, and of many how far the two agree', () => {
  const agreement = (n: number, longer: number, shorter: number) => {
    const many: SeverityDuration['lasting'] = Array.from({ length: n }, () => ({
      incident: lasting(0, exact(1)),
      rank: 0,
      span: exact(1),
    }));
    return measureAgreement({ lasting: many, pairs: { longer, shorter, neither: 3 } });
  };
  expect(agreement(9, 50, 0)).toEqual({ gamma: undefined, is: 'too-few' });
  expect(agreement(50, 4, 5)).toEqual({ gamma: undefined, is: 'too-few' });
  expect(agreement(10, 50, 50)).toEqual({ gamma: 0, is: 'none' });
  expect(agreement(10, 70, 30)).toMatchObject({ is: 'weak' });
  expect(agreement(10, 100, 0)).toEqual({ gamma: 1, is: 'clear' });
  expect(agreement(10, 20, 80)).toMatchObject({ is: 'against' });
});
