import type { Rule } from '../../rule.js';
import { blameVerb } from './blameVerb.js';
import { counterfactual } from './counterfactual.js';
import { distancing } from './distancing.js';
import { hindsight } from './hindsight.js';
import { normativeWord } from './normativeWord.js';

/** A text about systems, not about who is to blame. */
export const proseRules: readonly Rule[] = [blameVerb, counterfactual, normativeWord, hindsight, distancing];
