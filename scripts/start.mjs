#!/usr/bin/env node
// Becomes `dist/cli.js`: starts the bundled command line. Most of the time that a short command takes goes into compiling
// what it is made of, so V8's compilation of it lies beside it, for the version of Node that bundled it. Other versions
// compile it themselves, and those that can keep the result do.
import { existsSync, readFileSync } from 'node:fs';
import module, { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';

const filename = fileURLToPath(new URL('main.cjs', import.meta.url));
const compiled = `${filename}.${process.versions.v8}-${process.arch}`;
const require = createRequire(filename);

if (existsSync(compiled)) {
  const script = new Script(module.wrap(readFileSync(filename, 'utf8')), {
    filename,
    cachedData: readFileSync(compiled),
  });
  script.runInThisContext()({}, require, { exports: {} }, filename, path.dirname(filename));
} else {
  if ('enableCompileCache' in module && typeof module.enableCompileCache === 'function')
    module.enableCompileCache();
  require(filename);
}
