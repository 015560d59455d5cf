// Part of `npm run bundle`: runs the bundled command line once, and keeps what V8 compiled of it on the way.
import { writeFileSync } from 'node:fs';
import module, { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';

const root = fileURLToPath(new URL('..', import.meta.url));
const filename = path.join(root, 'dist/main.cjs');
// What `check` compiles, is what every command needs.
process.argv = [process.execPath, filename, 'check', '--root', root, '--as-of', '2026-11-22'];
process.stdout.write = process.stderr.write = () => true;
const script = new Script(module.wrap(readFileSync(filename, 'latin1')), { filename });
script.runInThisContext()({}, createRequire(filename), { exports: {} }, filename, path.dirname(filename));
process.once('exit', () => {
  writeFileSync(`${filename}.${process.versions.v8}-${process.arch}`, script.createCachedData());
  process.exitCode = 0;
});
