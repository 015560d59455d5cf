// What runs in browsers is bundled by itself, and stands in the product as text: `import text from './x.ts?script'`.
import path from 'node:path';
import * as esbuild from 'esbuild';

const ending = /\.ts\?script$/;

/**
 * A classic script, since browsers load no module from a disk.
 * @param {string} file
 * @returns {Promise<{ text: string, inputs: string[] }>} the script, and the files it is made of
 */
async function bundleScript(file) {
  const { outputFiles, metafile } = await esbuild.build({
    absWorkingDir: path.resolve(import.meta.dirname, '..'),
    entryPoints: [file],
    bundle: true,
    write: false,
    metafile: true,
    minify: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2020',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
  });
  return { text: outputFiles[0]?.text ?? '', inputs: Object.keys(metafile.inputs) };
}

/**
 * For the bundler.
 * @param {Set<string>} inputs gets the files that scripts are made of, for their licences
 * @returns {import('esbuild').Plugin}
 */
export function bundleClientScripts(inputs) {
  return {
    name: 'client-script',
    setup(build) {
      build.onResolve({ filter: ending }, ({ path: request, resolveDir }) => ({
        path: path.join(resolveDir, request.replace(/\?script$/, '')),
        namespace: 'client-script',
      }));
      build.onLoad({ filter: /./, namespace: 'client-script' }, async ({ path: file }) => {
        const script = await bundleScript(file);
        for (const input of script.inputs) inputs.add(input);
        return { contents: script.text, loader: 'text' };
      });
    },
  };
}

/**
 * For the test runner.
 * @returns {import('vite').Plugin}
 */
export function loadClientScripts() {
  return {
    name: 'client-script',
    enforce: 'pre',
    async load(id) {
      if (!ending.test(id)) return null;
      const { text } = await bundleScript(id.replace(/\?script$/, ''));
      return `export default ${JSON.stringify(text)};`;
    },
  };
}
