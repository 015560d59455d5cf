/** What a command may use of the outside: made by `cli`, so that commands can be run in a test. */
export interface Terminal {
  /** Results, to standard output. */
  print: (text: string) => void;
  /** Progress and notes, to standard error. */
  note: (text: string) => void;
  /** Whether standard output takes colour. */
  color: boolean;
  /** The current folder, absolute. */
  cwd: string;
  /** The version of Afterword. */
  version: string;
  /** The day that counts as today in a zone, `YYYY-MM-DD`. */
  findAsOf: (zone: string) => string;
}

/** What every command is told. */
export interface CommonOptions {
  /** The project's folder. */
  root: string;
}

/** 0: fine; 1: findings. That a command could not run is a `Failure`: 2. */
export type ExitCode = 0 | 1;
