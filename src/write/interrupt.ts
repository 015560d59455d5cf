import { setImmediate as turn } from 'node:timers/promises';

/**
 * Does work that a signal must not end just anywhere: Ctrl-C, or a machine that is shut down. While the work is busy the
 * signal waits; when it pauses, or has ended, `leave` tidies up, and the process ends with 128 and the signal's number.
 */
export async function listenWhile<Result>(
  work: () => Result | Promise<Result>,
  leave: () => void,
): Promise<Result> {
  const stop = (signal: 'SIGINT' | 'SIGTERM'): never => {
    leave();
    process.exit(signal === 'SIGINT' ? 130 : 143);
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  try {
    return await work();
  } finally {
    // A signal that came while something was written is heard now: it takes a whole turn, from wherever this one began.
    await turn();
    await turn();
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}
