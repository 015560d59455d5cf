// `npm run declare`: writes the declarations that `dist/index.d.ts` needs. The compiler declares everything that the library
// is made of; what cannot be reached from its front is removed.
import { spawnSync } from 'node:child_process';
import { readdir, readFile, rm, rmdir } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = path.join(root, 'dist');

const compiler = path.join(root, 'node_modules/typescript/bin/tsc');
const { status } = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.types.json'], {
  cwd: root,
  stdio: 'inherit',
});
if (status !== 0) process.exit(status ?? 1);

/** @type {Set<string>} */
const needed = new Set();
await follow(path.join(dist, 'index.d.ts'));
for (const name of await readdir(dist, { recursive: true })) {
  if (name.endsWith('.d.ts') && !needed.has(path.join(dist, name))) await rm(path.join(dist, name));
}
await removeEmpty(dist);

/** @param {string} file */
async function follow(file) {
  if (needed.has(file)) return;
  needed.add(file);
  const text = await readFile(file, 'utf8');
  for (const [, target = ''] of text.matchAll(/(?:from |import\()['"](\.[^'"]+)\.js['"]/g)) {
    await follow(path.resolve(path.dirname(file), `${target}.d.ts`));
  }
}

/** @param {string} folder */
async function removeEmpty(folder) {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const inner = path.join(folder, entry.name);
    if (!entry.isDirectory()) continue;
    await removeEmpty(inner);
    if ((await readdir(inner)).length === 0) await rmdir(inner);
  }
}
