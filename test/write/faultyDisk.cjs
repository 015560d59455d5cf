// Counts the calls of node:fs that write, and lets one of them go wrong: the machine stops there, or the disk refuses.
// Used in a test's own process, and with `node --require` in the command line's, where FAULTY_DISK says what happens.
const fs = require('node:fs');
const { syncBuiltinESMExports } = require('node:module');

/**
 * @typedef {object} Fault
 * @property {number} at the call that goes wrong, from 1; 0: none does
 * @property {string} kind `kill`; the name of a signal; or the code of an error, e.g. `ENOSPC`
 * @property {boolean} [lasting] whether all later calls are refused too
 */

/** What ends everything that a killed process would have done. It is no error of the file system, so nobody handles it. */
class Killed extends Error {}

// What is written by one call is written by these, or is not written by us at all.
const names =
  'appendFile chmod chown copyFile cp fchmod fchown fdatasync fsync ftruncate futimes lchmod lchown link lutimes mkdir ' +
  'mkdtemp open rename rm rmdir symlink truncate unlink utimes write writeFile writev createWriteStream';

/** @typedef {(...args: unknown[]) => unknown} Call */

/**
 * Puts the faulty disk in place of node:fs.
 * @param {(signal: string) => void} kill ends the process, or what stands for it
 * @param {boolean} [skipsSync] whether to leave out what only takes time
 */
function createFaultyDisk(kill, skipsSync = false) {
  /** @type {Fault} */
  let fault = { at: 0, kind: 'kill' };
  let calls = 0;
  let dead = false;
  /** @type {(() => void)[]} */
  const undo = [];

  /** @type {(object: Record<string, Call>, name: string, plain: string) => void} */
  const replace = (object, name, plain) => {
    const real = object[name];
    if (typeof real !== 'function') return;
    undo.push(() => (object[name] = real));
    object[name] = (...args) => {
      if (plain === 'open' && isReading(args[1])) return real.apply(object, args);
      if (dead) {
        // The kernel closes what a dead process had open; everything else it does not do any more.
        throw new Killed('killed');
      }
      calls++;
      const isHit = fault.lasting ? fault.at > 0 && calls >= fault.at : calls === fault.at;
      if (isHit && fault.kind === 'kill') {
        // Somewhere within what it writes.
        if (name === 'writeSync') fs.writevSync(Number(args[0]), [firstHalf(args[1])]);
        dead = true;
        kill('SIGKILL');
        throw new Killed('killed');
      }
      if (isHit && fault.kind.startsWith('SIG')) kill(fault.kind);
      else if (isHit) {
        const error = new Error(`${fault.kind}: injected, ${plain}`);
        // As Node does it: a call by the number of an open file tells no path.
        throw Object.assign(
          error,
          { code: fault.kind, syscall: plain },
          typeof args[0] === 'string' ? { path: args[0] } : {},
        );
      }
      // Whether the bytes are on the disk itself shows only when the power goes.
      return plain === 'fsync' && skipsSync ? undefined : real.apply(object, args);
    };
  };

  const writev = fs.writevSync;
  for (const name of names.split(' ')) {
    const all = /** @type {Record<string, Call>} */ (/** @type {unknown} */ (fs));
    replace(all, `${name}Sync`, name);
    replace(all, name, name);
    replace(/** @type {Record<string, Call>} */ (/** @type {unknown} */ (fs.promises)), name, name);
  }
  fs.writevSync = writev;
  syncBuiltinESMExports();

  return {
    /** @param {Fault} next */
    arm: (next) => {
      fault = next;
      calls = 0;
      dead = false;
    },
    /** How many calls there were since. */
    count: () => calls,
    /** Gives node:fs back. */
    restore: () => {
      for (const one of undo) one();
      fs.writevSync = writev;
      syncBuiltinESMExports();
    },
  };
}

/** @param {unknown} flags */
function isReading(flags) {
  const { O_RDONLY, O_NONBLOCK } = fs.constants;
  return (
    flags === undefined ||
    flags === 'r' ||
    flags === O_RDONLY ||
    flags === (O_RDONLY | O_NONBLOCK) ||
    typeof flags === 'function'
  );
}

/** @param {unknown} bytes */
function firstHalf(bytes) {
  const buffer = /** @type {Uint8Array} */ (bytes);
  return buffer.subarray(0, buffer.length >> 1);
}

module.exports = { createFaultyDisk, Killed };

const { FAULTY_DISK } = process.env;
if (FAULTY_DISK !== undefined && process.argv[1]?.endsWith('cli.js')) {
  const disk = createFaultyDisk((signal) => process.kill(process.pid, signal));
  disk.arm(JSON.parse(FAULTY_DISK));
  process.on('exit', () => fs.writeSync(2, `calls that write: ${disk.count()}\n`));
}
