import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** A process, as other processes can tell it from the next one of its number. */
export interface Holder {
  pid: number;
  host: string;
  /** When the process started, in the kernel's ticks since the machine did; only where /proc tells. */
  start?: string;
  /** The run of the machine, and the space in which process numbers count: a container has its own. */
  boot?: string;
  space?: string;
}

/** This process. */
export function describeSelf(): Holder {
  const start = findProcess('self')?.start;
  const boot = find(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim());
  const space = find(() => readlinkSync('/proc/self/ns/pid'));
  return {
    pid: process.pid,
    host: hostname(),
    ...(start === undefined ? {} : { start }),
    ...(boot === undefined ? {} : { boot }),
    ...(space === undefined ? {} : { space }),
  };
}

/** Whether a process still runs; `unknown` where it cannot be seen from here: another machine's, another container's. */
export function judgeHolder(holder: Holder): 'alive' | 'dead' | 'unknown' {
  const self = describeSelf();
  const isSameRun = holder.boot !== undefined && holder.boot === self.boot;
  if (holder.space !== self.space) return 'unknown';
  if (!isSameRun && holder.host !== self.host) return 'unknown';
  // The machine has been started again since.
  if (!isSameRun && holder.boot !== undefined && self.boot !== undefined) return 'dead';
  if (!isRunning(holder.pid)) return 'dead';
  const found = findProcess(String(holder.pid));
  if (!found) return 'alive';
  // One that has ended and was not waited for yet writes no more.
  if (found.state === 'Z' || found.state === 'X') return 'dead';
  return holder.start === undefined || holder.start === found.start ? 'alive' : 'dead';
}

/** What was read as a holder; undefined when it is none. */
export function findHolder(data: unknown): Holder | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { pid, host, start, boot, space } = data as Record<string, unknown>;
  if (typeof pid !== 'number' || !Number.isSafeInteger(pid) || pid <= 0) return undefined;
  if (typeof host !== 'string') return undefined;
  return {
    pid,
    host,
    ...(typeof start === 'string' ? { start } : {}),
    ...(typeof boot === 'string' ? { boot } : {}),
    ...(typeof space === 'string' ? { space } : {}),
  };
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It is there, and another user's.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The state and the start of a process, the 3rd and 22nd of the numbers that /proc gives. */
function findProcess(pid: string): { state: string | undefined; start: string | undefined } | undefined {
  return find(() => {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the program stands before them, in parentheses, and may hold anything.
    const [state, ...rest] = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { state, start: rest[18] };
  });
}

function find<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
