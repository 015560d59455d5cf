// `npm run pack:check`: whether the package, as it would be published, works for those who install it.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'afterword-pack-'));
try {
  const [packed] = JSON.parse(run('npm', ['pack', '--json', '--silent', '--pack-destination', folder]));
  const tarball = path.join(folder, packed.filename);
  run('node_modules/.bin/publint', ['run', tarball, '--strict']);
  // The package is ESM, as its readers are.
  run('node_modules/.bin/attw', [tarball, '--profile', 'esm-only', '--format', 'ascii']);
  console.log(
    `The package has ${packed.entryCount} files, ${Math.round(packed.size / 1000)} kB packed, and its types resolve.`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/**
 * Runs a command, and ends with its output when it fails.
 *
 * @param {string} command
 * @param {string[]} args
 */
function run(command, args) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd: root, encoding: 'utf8' });
  if (status === 0) return stdout;
  console.error(`${command} ${args.join(' ')}\n${stdout}${stderr}${error?.message ?? ''}`);
  process.exit(status ?? 1);
}
