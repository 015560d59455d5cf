// `npm run vnu`: the W3C's checker over everything that was built. It needs Java, and the sites of `npm run build` and
// `npm run demo`.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const sites = ['out/public', 'out/internal', 'out/northwind/public', 'out/northwind/internal'];
const missing = sites.filter((site) => !existsSync(new URL(`../${site}/index.html`, import.meta.url)));
if (missing.length > 0)
  fail(`There is no ${missing.join(', no ')}: run \`npm run build && npm run demo\` first.`);
if (spawnSync('java', ['-version']).status !== 0)
  fail('The W3C’s checker needs Java, and there is none here.');

const jar = fileURLToPath(new URL('../node_modules/vnu-jar/build/dist/vnu.jar', import.meta.url));
const args = [
  '-jar',
  jar,
  '--errors-only',
  '--skip-non-html',
  '--also-check-css',
  '--also-check-svg',
  '--stdout',
  ...sites,
];
const { status } = spawnSync('java', args, { cwd: root, stdio: 'inherit' });
if (status !== 0) fail('The W3C’s checker found what stands above.');
console.log(`The W3C’s checker finds nothing wrong in ${sites.join(', ')}.`);

/** @param {string} message */
function fail(message) {
  console.error(message);
  process.exit(1);
}
