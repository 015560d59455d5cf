import { Failure } from '../diagnostic/failure.js';
import type { Network } from '../sync/network.js';

/** What a command may use of the outside: made by `cli`, so that commands can be run in a test. */
export interface Terminal {
  /** Results, to standard output. */
  print: (text: string) => void;
  /** Progress and notes, to standard error. */
  note: (text: string) => void;
  /** Whether standard output takes colour. */
  color: boolean;
  /** How many characters fit on a line; absent when standard output is no terminal. */
  columns?: number | undefined;
  /** The current folder, absolute. */
  cwd: string;
  /** The version of Afterword. */
  version: string;
  /** The day that counts as today in a zone, `YYYY-MM-DD`. */
  findAsOf: (zone: string) => string;
  /** Whether another process, which is killed when it takes too long, gets through the check of a file. Absent: nobody tries. */
  tryFile?: (root: string, path: string) => boolean;
  /** What reaching a ticket system takes. Absent: nobody is asked. */
  network?: Network;
  /** How this program is called here, e.g. `npx afterword`; `afterword` when absent. */
  call?: string;
  /** Asks somebody who sits there; absent where nobody does. Each throws a `Cancelled` when they want no more of it. */
  questions?: Questions;
}

/** What reaching a ticket system takes. Throws a `Failure` where there is none. */
export function requireNetwork({ network }: Terminal): Network {
  if (!network) throw new Failure('There is no network here');
  return network;
}

/** One of the answers that can be chosen. */
export interface Choice {
  value: string;
  label: string;
  hint?: string;
}

/** How somebody at a terminal is asked. */
export interface Questions {
  /** A text; `check` says what is wrong with it, or nothing. Left empty it is `fallback`. */
  text: (question: string, options: { fallback?: string; check: (text: string) => string | undefined }) => Promise<string>;
  choose: (question: string, choices: readonly Choice[]) => Promise<string>;
  /** Any of them, also none. */
  chooseSome: (question: string, choices: readonly Choice[]) => Promise<string[]>;
} // prettier-ignore

/** What every command is told. */
export interface CommonOptions {
  /** The project's folder. */
  root: string;
}

/** 0: fine; 1: findings. That a command could not run is a `Failure`: 2. */
export type ExitCode = 0 | 1;

/**
 * Whether to use colour: on a terminal that is not dumb, unless `NO_COLOR` is set; with `FORCE_COLOR` also elsewhere, such
 * as in the log of a CI job, which shows colours and is no terminal.
 */
export function wantsColor(isTerminal: boolean, env: Readonly<Record<string, string | undefined>>): boolean {
  if (env['NO_COLOR']) return false;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false';
  return isTerminal && env['TERM'] !== 'dumb';
}
