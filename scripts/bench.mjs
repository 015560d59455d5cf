// `npm run bench`: how long the commands take, each measured in turn with what Node itself takes to start, so that a busy
// machine slows both. Needs `npm run bundle`.
import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const northwind = path.join(root, 'test/sites/northwind');
const cli = path.join(root, 'dist/cli.js');
const asOf = ['--as-of', '2026-11-22'];

/** How many incident files the large project has. */
const size = Number(process.argv[2] ?? 1000);

/** How often each command is run; the median counts. */
const rounds = 15;

const large = await mkdtemp(path.join(tmpdir(), 'afterword-bench-'));
try {
  const paths = await writeProject(large);
  const one = paths[Math.floor(paths.length / 2)] ?? '';
  /** @type {Record<string, string[]>} */
  const commands = {
    'node -e 0': ['-e', '0'],
    'afterword --help': [cli, '--help'],
    'afterword check, one file of our own six': [
      cli,
      'check',
      '--root',
      root,
      ...asOf,
      path.join(root, 'incidents/undated-network-switch.md'),
    ],
    [`afterword check, one file of ${paths.length}`]: [
      cli,
      'check',
      '--root',
      large,
      ...asOf,
      path.join(large, one),
    ],
  };
  /** @type {Map<string, number[]>} */
  const times = new Map(Object.keys(commands).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, args] of Object.entries(commands)) times.get(name)?.push(measure(args));
  }
  const base = median(times.get('node -e 0') ?? []);
  for (const [name, list] of times) {
    const time = median(list);
    console.log(
      `${name.padEnd(44)} ${time.toFixed(0).padStart(6)} ms ${(time / base).toFixed(1).padStart(6)} ×`,
    );
  }
  const all = measure([cli, 'check', '--root', large, ...asOf]);
  console.log(`${`afterword check, all ${paths.length}, once`.padEnd(44)} ${all.toFixed(0).padStart(6)} ms`);
} finally {
  await rm(large, { recursive: true });
}

/**
 * Copies of the incidents of Northwind, each with ids, titles and tickets of its own.
 * @param {string} folder
 */
async function writeProject(folder) {
  await cp(path.join(northwind, 'site'), path.join(folder, 'site'), { recursive: true });
  await mkdir(path.join(folder, 'incidents'));
  const names = await readdir(path.join(northwind, 'incidents'), { recursive: true });
  const files = names.filter((name) => name.endsWith('.md')).toSorted();
  const ids = files.map((name) => path.basename(name, '.md'));
  const written = [];
  for (let copy = 0; written.length < size; copy++) {
    for (const [index, name] of files.slice(0, size - written.length).entries()) {
      let text = await readFile(path.join(northwind, 'incidents', name), 'utf8');
      for (const id of ids) text = text.replaceAll(id, `${id}-copy-${copy}`);
      text = text
        .replaceAll(/^(  )?title: (?:>-?\n +)?(["']?)/gm, `$1title: $2Copy ${copy}, `)
        .replace(/^aliases:.*\n(?:[ -].*\n)*/m, '')
        .replaceAll(/\b([A-Z]{2,}-|gh:[\w./-]+#)(\d+)\b/g, `$1$2${String(copy).padStart(4, '0')}`);
      const file = path.join('incidents', `${ids[index]}-copy-${copy}.md`);
      await writeFile(path.join(folder, file), text);
      written.push(file);
    }
  }
  return written;
}

/** @param {string[]} args milliseconds from start to end */
function measure(args) {
  const start = process.hrtime.bigint();
  spawnSync(process.execPath, args, { stdio: 'ignore' });
  return Number(process.hrtime.bigint() - start) / 1e6;
}

/** @param {number[]} list */
function median(list) {
  return list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
}
