// `npm run bundle`: src becomes dist, which is what the package carries.
import { spawnSync } from 'node:child_process';
import { chmod, copyFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { bundleClientScripts } from './clientScript.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** CommonJS packages in an ES module still call `require` for what Node brings. */
const requireInModules = `import { createRequire as createRequireOfBundle } from 'node:module';
const require = createRequireOfBundle(import.meta.url);`;

/**
 * `import css from './base.css?raw'` is the file's text, as it is in the tests; of a style sheet without what only we read, since every
 * reader of a page waits for it.
 * @type {import('esbuild').Plugin}
 */
const rawText = {
  name: 'raw-text',
  setup(build) {
    build.onResolve({ filter: /\?raw$/ }, ({ path: request, resolveDir }) => ({
      path: path.join(resolveDir, request.replace(/\?raw$/, '')),
      namespace: 'raw-text',
    }));
    build.onLoad({ filter: /./, namespace: 'raw-text' }, async ({ path: file }) => {
      const text = await readFile(file, 'utf8');
      const contents = file.endsWith('.css') ? await minifyStyle(text) : text;
      return { contents, loader: 'text', watchFiles: [file] };
    });
  },
};

/** @param {string} css */
async function minifyStyle(css) {
  const { code } = await esbuild.transform(css, { loader: 'css', minify: true, charset: 'utf8' });
  return code;
}

/**
 * gray-matter brings engines that evaluate front matter as JavaScript or read it with an old YAML. We never let it reach
 * them, and what is shipped does not hold them at all.
 * @type {import('esbuild').Plugin}
 */
const withoutEngines = {
  name: 'without-engines',
  setup(build) {
    build.onLoad({ filter: /gray-matter[\\/]lib[\\/]engines\.js$/ }, () => ({
      contents: `
        const refuse = () => { throw new Error('front matter is split here, not read'); };
        for (const name of ['yaml', 'json', 'javascript']) exports[name] = { parse: refuse, stringify: refuse };
      `,
      loader: 'js',
    }));
  },
};

/**
 * zod's messages in fifty languages are a fifth of everything that `check` would have to load. We write our own.
 * @type {import('esbuild').Plugin}
 */
const withoutLocales = {
  name: 'without-locales',
  setup(build) {
    build.onLoad({ filter: /zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: "export { default as en } from './en.js';",
      loader: 'js',
    }));
  },
};

/**
 * What Node brings and most commands never use is loaded at its first use: it takes as long as reading a project of some
 * hundred files.
 * @type {import('esbuild').Plugin}
 */
const lateBuiltins = {
  name: 'late-builtins',
  setup(build) {
    build.onResolve({ filter: /^node:(?:child_process|crypto|zlib)$/ }, ({ path: name, namespace }) =>
      namespace === 'late-builtin'
        ? { path: name, external: true }
        : { path: name, namespace: 'late-builtin' },
    );
    build.onLoad({ filter: /./, namespace: 'late-builtin' }, ({ path: name }) => ({
      contents: Object.keys(createRequire(import.meta.url)(name))
        .map(
          (key) =>
            `Object.defineProperty(exports, '${key}', { enumerable: true, get: () => require('${name}').${key} });`,
        )
        .join('\n'),
      loader: 'js',
    }));
  },
};

/** What scripts for browsers are made of: it is not among the inputs of the bundles. @type {Set<string>} */
const clientInputs = new Set();

const options = /** @type {const} @satisfies {import('esbuild').BuildOptions} */ ({
  absWorkingDir: root,
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  sourcemap: 'linked',
  // The source maps name lines of our own files; whoever has the package does not need the files themselves twice.
  sourcesContent: false,
  legalComments: 'none',
  // What is shorter is loaded sooner; names stay, so that a stack can be read.
  minifyWhitespace: true,
  minifySyntax: true,
  metafile: true,
  logLevel: 'warning',
  plugins: [rawText, bundleClientScripts(clientInputs), withoutEngines, withoutLocales],
});

/**
 * Bundles the library and the command line into dist. The command line is one file of CommonJS, since only of that V8
 * can take a compilation that was made before; files of earlier bundles are removed.
 */
export async function bundle() {
  const library = await esbuild.build({
    ...options,
    entryPoints: ['src/index.ts'],
    chunkNames: 'chunks/[name]-[hash]',
    splitting: true,
    format: 'esm',
    banner: { js: requireInModules },
  });
  const commands = await esbuild.build({
    ...options,
    entryPoints: { main: 'src/cli.ts' },
    outExtension: { '.js': '.cjs' },
    format: 'cjs',
    banner: { js: "const urlOfBundle = require('node:url').pathToFileURL(__filename).href;" },
    define: { 'import.meta.url': 'urlOfBundle' },
    plugins: [...options.plugins, lateBuiltins],
  });
  await keepToAscii(path.join(root, 'dist/main.cjs'));
  const inputs = new Set([
    ...Object.keys(library.metafile.inputs),
    ...Object.keys(commands.metafile.inputs),
    ...clientInputs,
  ]);
  const outputs = { ...library.metafile.outputs, ...commands.metafile.outputs };
  await writeFile(path.join(root, 'dist/third-party.txt'), await readLicenses([...inputs]));
  await removeStale(new Set(['dist/cli.js', ...Object.keys(outputs)]));
  await copyFile(path.join(root, 'scripts/start.mjs'), path.join(root, 'dist/cli.js'));
  await chmod(path.join(root, 'dist/cli.js'), 0o755);
  const { status } = spawnSync(process.execPath, [path.join(root, 'scripts/compile.mjs')], {
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('The bundled command line does not run');
  return outputs;
}

/**
 * A bundle in ASCII is read without being decoded, and takes half the memory. All that is left in it of other letters
 * stands in regular expressions, where an escape means the same. The source map counts what stands behind it on its
 * line a few columns short.
 * @param {string} file
 */
async function keepToAscii(file) {
  const text = await readFile(file, 'utf8');
  const escaped = text.replace(
    /[^\0-\x7f]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  await writeFile(file, escaped);
}

/**
 * The licences of everything that is bundled, as they ask for.
 * @param {string[]} inputs paths of bundled files
 */
async function readLicenses(inputs) {
  const folders = new Set(
    inputs.flatMap((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? []),
  );
  const parts = [
    'Afterword is bundled with the packages below, each under the licence that follows its name.\n',
  ];
  for (const folder of [...folders].toSorted()) {
    const manifest = JSON.parse(await readFile(path.join(root, folder, 'package.json'), 'utf8'));
    const names = await readdir(path.join(root, folder));
    const file = names.find((name) => /^licen[cs]e(?:\.|-mit|$)/i.test(name));
    const text = file
      ? await readFile(path.join(root, folder, file), 'utf8')
      : `${manifest.license} licence\n`;
    parts.push(`${manifest.name} ${manifest.version}\n\n${text.trim()}\n`);
  }
  return parts.join(`\n${'-'.repeat(80)}\n\n`);
}

/**
 * @param {Set<string>} current paths of this bundle's JavaScript and source maps, relative to the root
 */
async function removeStale(current) {
  const names = await readdir(path.join(root, 'dist'), { recursive: true });
  for (const name of names) {
    const file = path.posix.join('dist', name.replaceAll('\\', '/'));
    if (/\.c?js(?:\.map|\.[\d.]+-[^/]*)?$/.test(file) && !current.has(file)) await rm(path.join(root, file));
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const outputs = await bundle();
    const sizes = Object.entries(outputs).flatMap(([file, { bytes }]) => (/\.c?js$/.test(file) ? bytes : []));
    const kilobytes = Math.round(sizes.reduce((sum, size) => sum + size, 0) / 1000);
    console.error(`Bundled src into dist: ${sizes.length} files, ${kilobytes} kB.`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
