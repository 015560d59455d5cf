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

/** The levels from the heaviest to the lightest, as one tells them. */
export const levelOrder: readonly ImpactLevel[] = ['exposure', 'data-loss', 'outage', 'partial', 'degraded'];
