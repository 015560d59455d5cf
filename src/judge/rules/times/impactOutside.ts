import type { Impact } from '../../../model/impact.js';
import type { Incident } from '../../../model/incident.js';
import { findPlace, type Document } from '../../../parse/document.js';
import { describeSpan } from '../../../time/describeSpan.js';
import { spanBetween } from '../../../time/span.js';
import { isCertainlyBefore } from '../../../time/when.js';
import { englishTime } from '../../../time/wording.js';
import { getAt } from '../../../validate/repair.js';
import type { Finding, Rule } from '../../rule.js';
import { findDiffering } from './milestoneDiffers.js';

/** The lengths of pages and the months' availability are made of these periods. */
export const impactOutside: Rule = {
  id: 'impact-outside',
  level: 'warning',
  blocks: false,
  description:
    'What hurt lies between `started`, when it began to hurt, and `resolved`, when it was over. `data-loss` and `exposure` tell the period of the data, which may lie elsewhere.',
  bad: `impact:
  - service: checkout
    level: outage
    affected: Every customer; 1,200 orders were lost.
  - service: search
    level: degraded
    from: 2026-03-14 08:10
    to: 2026-03-14 09:00
    affected: About 1 search in 5`,
  good: `impact:
  - service: checkout
    level: outage
    affected: Every customer; 1,200 orders were lost.
  - service: search
    level: degraded
    from: 2026-03-14 09:10
    to: 2026-03-14 10:00
    affected: About 1 search in 5`,
  *check({ incident, document }) {
    for (const [index, entry] of incident.impact.entries()) {
      // The end before the beginning has been called wrong, and so has a beginning that the timeline contradicts.
      if (findDiffering('started', incident) || isReversed(incident)) return;
      if (entry.level === 'data-loss' || entry.level === 'exposure') continue;
      const finding = findOutside(entry, index, incident, document);
      if (finding) yield finding;
    }
  },
};

function isReversed({ started, resolved }: Incident): boolean {
  return resolved !== undefined && isCertainlyBefore(resolved, started);
}

function findOutside(
  entry: Impact,
  index: number,
  { started, resolved }: Incident,
  document: Document,
): Finding | undefined {
  const isWritten = (key: string): boolean => getAt(document.data, ['impact', index, key]) !== undefined;
  const toward = (name: string): NonNullable<Finding['related']> => [
    { path: document.path, place: findPlace(document, [name]), message: `\`${name}\`` },
  ];
  if (isWritten('from') && isCertainlyBefore(entry.from, started)) {
    return {
      path: ['impact', index, 'from'],
      message: `This begins at ${entry.from.words}, before the incident does (${started.words})`,
      hint: 'Correct one of the two: `started` is when it began to hurt, anywhere.',
      related: toward('started'),
    };
  }
  if (!resolved) return undefined;
  if (isWritten('from') && isCertainlyBefore(resolved, entry.from)) {
    return {
      path: ['impact', index, 'from'],
      message: `This begins at ${entry.from.words}, when the incident was over (${resolved.words})`,
      hint: 'Correct one of the two: `resolved` is when all of it was over.',
      related: toward('resolved'),
    };
  }
  if (isWritten('to') && entry.to && isCertainlyBefore(resolved, entry.to)) {
    return {
      path: ['impact', index, 'to'],
      message: `This ends at ${entry.to.words}, after the incident does (${resolved.words})`,
      hint: 'Correct one of the two: `resolved` is when all of it was over.',
      related: toward('resolved'),
    };
  }
  const whole = spanBetween(started, resolved);
  const lasted = entry.lasted?.span.min;
  if (!entry.lasted || lasted === undefined || lasted === null || whole.max === null || lasted <= whole.max)
    return undefined;
  return {
    path: ['impact', index, 'lasted'],
    message: `This lasted ${entry.lasted.words}, longer than the whole incident (${describeSpan(whole, englishTime)})`,
    hint: 'Correct the length, or `started` and `resolved`.',
  };
}
