// Makes a process that tries a file out get stuck, as by a file that no limit foresaw: loaded by `NODE_OPTIONS`, in a test only.
const { AFTERWORD_TRIAL, STUCK } = process.env;
if (AFTERWORD_TRIAL && STUCK === 'time') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
if (AFTERWORD_TRIAL && STUCK === 'memory') for (const held = []; ;) held.push(Array(1e6).fill(held.length));
