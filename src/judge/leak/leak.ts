import type { Settings } from '../../settings/settings.js';

/** Something in a text that only colleagues should read. */
export interface Leak {
  /** Where it begins in the text. */
  from: number;
  /** As it stands there. */
  found: string;
  /** One sentence without a full stop. */
  message: string;
  hint: string;
}

/** Finds leaks of one kind. It sees a text and nothing of where it stands. */
export interface Detector {
  /** What it finds, in a list of what a text would tell, e.g. "an e-mail address", "e-mail addresses". */
  one: string;
  many: string;
  find: (text: string, settings: Settings) => Iterable<Leak>;
}
