#!/usr/bin/env node
// Becomes `dist/cli.js`: starts the bundled command line. Most of the time that a short command takes goes into compiling
// what it is made of, so V8's compilation of it lies beside it, for the version of Node that bundled it. Other versions
// compile it themselves, and those that can keep the result do. Nothing is imported: an import from a part of Node
// loads much that belongs to that part and is not asked for.
const { existsSync, readFileSync } = process.getBuiltinModule('node:fs');
const module = process.getBuiltinModule('node:module');
const path = process.getBuiltinModule('node:path');
const { fileURLToPath } = process.getBuiltinModule('node:url');
const { Script } = process.getBuiltinModule('node:vm');

const filename = fileURLToPath(new URL('main.cjs', import.meta.url));
const compiled = `${filename}.${process.versions.v8}-${process.arch}`;
const require = module.createRequire(filename);

if (existsSync(compiled)) {
  // The bundle is all ASCII, and this the fastest way to read that.
  const script = new Script(module.wrap(readFileSync(filename, 'latin1')), {
    filename,
    cachedData: readFileSync(compiled),
  });
  script.runInThisContext()({}, require, { exports: {} }, filename, path.dirname(filename));
} else {
  if ('enableCompileCache' in module && typeof module.enableCompileCache === 'function')
    module.enableCompileCache();
  require(filename);
}
