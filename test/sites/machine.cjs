// Another machine, for the command line that is started with `node --require`: its folders list their files in another
// order, its new files have other permissions, and it has no network. MACHINE says which.
const dns = require('node:dns');
const fs = require('node:fs');
const http = require('node:http');
const https = require('node:https');
const { syncBuiltinESMExports } = require('node:module');
const net = require('node:net');
const process = require('node:process');

/** @type {{ umask?: number, order?: 'reverse' | 'odd', offline?: boolean }} */
const machine = JSON.parse(process.env['MACHINE'] ?? '{}');

if (machine.umask !== undefined) process.umask(machine.umask);

/** @type {(names: unknown) => unknown} */
const shuffle = (names) => {
  if (!Array.isArray(names)) return names;
  if (machine.order === 'reverse') return names.toReversed();
  return [...names.filter((_, index) => index % 2 === 1), ...names.filter((_, index) => index % 2 === 0)];
};

if (machine.order !== undefined) {
  const { readdirSync } = fs;
  Object.assign(fs, {
    readdirSync: (/** @type {Parameters<typeof readdirSync>} */ ...args) => shuffle(readdirSync(...args)),
  });
  const { readdir } = fs.promises;
  Object.assign(fs.promises, {
    readdir: async (/** @type {Parameters<typeof readdir>} */ ...args) => shuffle(await readdir(...args)),
  });
}

if (machine.offline) {
  const refuse = () => {
    // Not as an error, which somebody could catch.
    process.stderr.write('somebody wants to use the network\n');
    process.exit(99);
  };
  for (const [owner, names] of /** @type {const} */ ([
    [net.Socket.prototype, ['connect']],
    [net, ['connect', 'createConnection', 'createServer']],
    [http, ['request', 'get', 'createServer']],
    [https, ['request', 'get']],
    [dns, ['lookup', 'resolve', 'resolve4', 'resolve6']],
    [dns.promises, ['lookup', 'resolve']],
    [globalThis, ['fetch', 'WebSocket', 'EventSource']],
  ]))
    for (const name of names) Object.assign(owner, { [name]: refuse });
}
syncBuiltinESMExports();
