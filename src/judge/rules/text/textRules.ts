import type { Rule } from '../../rule.js';
import { fenceUnclosed } from './fenceUnclosed.js';
import { hiddenCharacter } from './hiddenCharacter.js';
import { htmlLost } from './htmlLost.js';
import { pictureHidden } from './pictureHidden.js';
import { yamlAmbiguous } from './yamlAmbiguous.js';

/** Every reader, also another program, takes a text as it was meant. */
export const textRules: readonly Rule[] = [
  hiddenCharacter,
  htmlLost,
  fenceUnclosed,
  yamlAmbiguous,
  pictureHidden,
];
