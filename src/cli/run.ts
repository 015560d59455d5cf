import type { ExitCode, Terminal } from '../commands/terminal.js';

/** Runs a command in the project that the command line names, and sets the exit code that it gives. */
export type Run = (start: (terminal: Terminal, root: string) => Promise<ExitCode>) => Promise<void>;
