import { listOf } from '../words.js';

export type ImpactLevel = 'outage' | 'partial' | 'degraded' | 'data-loss' | 'exposure';

export const levelWords: Readonly<Record<ImpactLevel, string>> = {
  outage: 'Outage',
  partial: 'Partial outage',
  degraded: 'Degraded',
  'data-loss': 'Data lost',
  exposure: 'Data exposed',
};

/** What a level means to the one who used the service, where its name does not say it. */
export const levelMeanings: Readonly<Record<ImpactLevel, string>> = {
  outage: 'nobody could use it',
  partial: 'some could not use it',
  degraded: 'it worked, but worse',
  'data-loss': '',
  exposure: 'others could see them',
};

/** The same of what is only planned. */
export const plannedMeanings: Readonly<Record<ImpactLevel, string>> = {
  outage: 'nobody can use it',
  partial: 'some cannot use it',
  degraded: 'it works, but worse',
  'data-loss': '',
  exposure: 'others can see them',
};

/** What a level is called among others. */
const levelNouns: Readonly<Record<ImpactLevel, string>> = {
  outage: 'outage',
  partial: 'partial outage',
  degraded: 'degraded service',
  'data-loss': 'data loss',
  exposure: 'exposure of data',
};

/** The levels as one tells them: first how far it could not be used, from the heaviest on, then what became of data. */
const levelOrder: readonly ImpactLevel[] = ['outage', 'partial', 'degraded', 'data-loss', 'exposure'];

/** The different ones among them, in the order in which one tells them. */
export function orderLevels(levels: readonly ImpactLevel[]): ImpactLevel[] {
  return levelOrder.filter((level) => levels.includes(level));
}

/** All of them, none hidden by a heavier one: `Outage`; `Outage, partial outage and data loss`. '' where there is none. */
export function nameLevels(levels: readonly ImpactLevel[]): string {
  const [only = 'outage', ...others] = orderLevels(levels);
  if (levels.length === 0) return '';
  if (others.length === 0) return levelWords[only];
  const text = listOf([only, ...others].map((level) => levelNouns[level]));
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
