// `npm run browser`: finds the Chromium that the tests open the sites in, or installs one, saying how.
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { findChromium } from './chromium.mjs';

const wayOut =
  'Install Chromium or Chrome yourself (what Playwright’s lacks on Linux: `npx playwright-core install-deps chromium`), or name one in AFTERWORD_CHROMIUM.';

try {
  const found = findChromium();
  if (found) {
    report(found);
  } else {
    install();
    const installed = findChromium();
    if (!installed) throw new Error(wayOut);
    report(installed);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** @param {import('./chromium.mjs').Browser} browser */
function report({ path, version, from }) {
  console.log(`${version}, ${from}: ${path}`);
}

function install() {
  if (process.getuid?.() === 0 && has('apt-get')) {
    console.log('No Chromium here. Installing Debian’s package, as root: apt-get install chromium');
    const quiet = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    run('apt-get', ['update'], quiet);
    run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], quiet);
  } else {
    console.log(
      'No Chromium here. Downloading Playwright’s own into your home folder: npx playwright-core install chromium',
    );
    run('npx', ['playwright-core', 'install', 'chromium'], process.env);
  }
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
function run(command, args, env) {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', env });
  if (status !== 0)
    throw new Error(`\`${command} ${args.join(' ')}\` failed${error ? `: ${error.message}` : ''}. ${wayOut}`);
}

/** @param {string} command */
function has(command) {
  return spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0;
}
