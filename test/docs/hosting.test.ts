import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { incident, render } from '../render/history.js';

const folder = join(import.meta.dirname, '../../templates/hosting');
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
const names = ['github.yml', 'gitlab.yml', 'netlify.toml', 'build.sh', 'wrangler.toml', 'nginx.conf'];

/** `docs/hosting.md` shows the files as they are: `UPDATE=1 npx vitest run test/docs` writes it. */
it('the page on hosting shows the files that one copies', () => {
  const file = join(import.meta.dirname, '../../docs/hosting.md');
  let text = readFileSync(file, 'utf8');
  for (const name of names) {
    const [before = '', rest = ''] = text.split(`<!-- ${name} -->`);
    const after = rest.split(`<!-- /${name} -->`)[1];
    expect(after, `docs/hosting.md has no place for ${name}`).toBeDefined();
    const language = { yml: 'yaml', toml: 'toml', sh: 'sh', conf: 'nginx' }[name.split('.')[1] ?? ''];
    text = `${before}<!-- ${name} -->\n\n\`\`\`${language}\n${read(name)}\`\`\`\n\n<!-- /${name} -->${after}`;
  }
  if (process.env['UPDATE']) writeFileSync(file, text);
  expect(readFileSync(file, 'utf8')).toBe(text);
});

it.each(names.filter((name) => name !== 'github.yml'))(
  '%s sends nothing of the internal site anywhere',
  (name) => {
    const said = read(name)
      .split('\n')
      .filter((line) => !/^\s*#/.test(line))
      .join('\n');
    expect(said).not.toContain('internal');
    // The folder above both is never what is deployed.
    expect(said).not.toMatch(/\bout\/?(?=["'\s]|$)/m);
  },
);

/** Steps, jobs and the like of a file in YAML: keys with values of any kind. */
type Keys = Record<string, unknown>;

describe('the pipeline for GitLab', () => {
  const pipeline: Record<string, Keys> = parse(read('gitlab.yml'));

  it('has only keys that GitLab knows', () => {
    const { image: _image, stages, default: common = {}, ...jobs } = pipeline;
    expect(extra(common, 'before_script interruptible image')).toEqual([]);
    for (const job of Object.values(jobs)) {
      expect(extra(job, 'stage rules script artifacts interruptible')).toEqual([]);
      expect(stages).toContain(job['stage']);
    }
  });

  it('serves the public site alone, from the default branch', () => {
    const { pages } = pipeline;
    expect(pages?.['rules']).toEqual([{ if: '$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH' }]);
    expect(pages?.['artifacts']).toEqual({ paths: ['public'] });
    expect(pages?.['script']).toEqual([
      'node .afterword-tool/dist/cli.js build',
      'rm -rf public',
      'mv out/public public',
    ]);
    expect(Object.values(pipeline).filter((job) => 'artifacts' in Object(job))).toHaveLength(1);
  });

  it('builds for forks without the internal site', () => {
    const scripts = (pipeline['check']?.['script'] ?? []) as string[];
    const script = scripts.at(-1) ?? '';
    const run = (source: string): string =>
      execFileSync('sh', ['-c', `node() { echo "$@"; }; ${script}`], {
        env: { CI_PROJECT_ID: '1', CI_MERGE_REQUEST_SOURCE_PROJECT_ID: source },
        encoding: 'utf8',
      }).trim();
    expect(run('1')).toBe('.afterword-tool/dist/cli.js build');
    expect(run('2')).toBe('.afterword-tool/dist/cli.js build --public-only');
  });
});

describe('the files for Netlify and Cloudflare', () => {
  it('have only keys that these know, and publish the public site', () => {
    expect(parseToml(read('netlify.toml'))).toEqual({
      build: { command: 'sh build.sh', publish: 'out/public' },
      'build.environment': { NODE_VERSION: '22' },
      'context.deploy-preview': { command: 'sh build.sh --strict' },
    });
    const wrangler = parseToml(read('wrangler.toml'))[''];
    expect(Object.keys(wrangler ?? {})).toEqual(['name', 'pages_build_output_dir', 'compatibility_date']);
    expect(wrangler?.['pages_build_output_dir']).toBe('out/public');
  });

  it('build the public site alone, and end as the build does', () => {
    const place = createFolder();
    mkdirSync(join(place, 'bin'));
    mkdirSync(join(place, 'tool'));
    writeFileSync(join(place, 'bin/npm'), '#!/bin/sh\necho "npm $@"\n', { mode: 0o755 });
    writeFileSync(join(place, 'bin/node'), '#!/bin/sh\necho "node $@"\nexit "${CODE:-0}"\n', { mode: 0o755 });
    const run = (code: string) => {
      const env = { PATH: `${join(place, 'bin')}:/usr/bin:/bin`, AFTERWORD_FOLDER: 'tool', CODE: code };
      const { stdout, status } = spawnSync('sh', [join(folder, 'build.sh'), '--strict'], {
        cwd: place,
        env,
        encoding: 'utf8',
      });
      return { said: stdout.trim().split('\n'), status };
    };
    expect(run('0')).toEqual({
      said: ['npm ci', 'npm run bundle', 'node tool/dist/cli.js build --public-only --strict'],
      status: 0,
    });
    expect(run('1').status).toBe(1);
  });
});

describe('the file for nginx', () => {
  const site = render({ incidents: [incident()] });
  const text = read('nginx.conf');
  const headers = [...site.file('_headers').matchAll(/^ {2}([\w-]+): (.+)$/gm)]
    .map(([, name = '', value = '']) => ({ name, value }))
    // What stands for one path alone is asked for below.
    .filter(({ name }) => !/^(?:Cache-Control|Content-Type|Access-Control)/.test(name));

  it('has the headers of `_headers`', () => {
    expect(headers.length).toBeGreaterThan(5);
    for (const { name, value } of headers) expect(text).toContain(`add_header ${name} "${value}" always;`);
  });

  it('is accepted, and every file comes with its type and its headers', async () => {
    const nginx = findNginx();
    if (nginx === undefined) {
      // Where nobody can try it, at least each thing stands there.
      for (const words of [
        'error_page 404 /404.html;',
        'text/calendar  ics;',
        'text/markdown  md;',
        'default_type application/feed+json;',
        '~/assets/   "public, max-age=31536000, immutable";',
      ])
        expect(text).toContain(words);
      expect(text.match(/\{/g)?.length).toBe(text.match(/\}/g)?.length);
      return;
    }
    const base = await serve(nginx, text, site.outputs);
    const get = async (path: string) => {
      const response = await fetch(`${base}${path}`, { redirect: 'manual' });
      return { status: response.status, headers: response.headers, body: await response.text() };
    };
    const types = {
      '': 'text/html; charset=utf-8',
      'feeds/all.atom': 'application/atom+xml; charset=utf-8',
      'feeds/all.rss': 'application/rss+xml; charset=utf-8',
      'feeds/all.json': 'application/feed+json; charset=utf-8',
      'calendar.ics': 'text/calendar; charset=utf-8',
      'incidents/2026-03-14-disk.md': 'text/markdown; charset=utf-8',
      'api/v2/summary.json': 'application/json; charset=utf-8',
    };
    for (const [path, type] of Object.entries(types)) {
      const answer = await get(path);
      expect({ path, status: answer.status, type: answer.headers.get('content-type') }).toEqual({
        path,
        status: 200,
        type,
      });
      for (const { name, value } of headers) expect(answer.headers.get(name)).toBe(value);
    }
    const asset = site.outputs.find(({ path }) => path.startsWith('assets/'))?.path ?? '';
    expect((await get(asset)).headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect((await get('')).headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
    expect((await get('feeds/all.atom')).headers.get('access-control-allow-origin')).toBe('*');
    expect((await get('')).headers.get('access-control-allow-origin')).toBeNull();
    expect((await get('incidents/2026-03-14-disk')).headers.get('location')).toBe(
      '/incidents/2026-03-14-disk/',
    );
    const missing = await get('no/such/page/');
    expect(missing.status).toBe(404);
    expect(missing.body).toContain('There is no page here');
    expect(missing.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect((await get('_headers')).status).toBe(404);
  }, 30_000);
});

function extra(keys: object, known: string): string[] {
  return Object.keys(keys).filter((key) => !known.split(' ').includes(key));
}

/** Tables of keys with texts, which is all that these files hold; anything else is an error. */
function parseToml(text: string): Record<string, Record<string, string>> {
  const tables: Record<string, Record<string, string>> = {};
  let table = '';
  for (const line of text.split('\n')) {
    if (/^\s*(?:#.*)?$/.test(line)) continue;
    const head = /^\[([\w.-]+)\]$/.exec(line)?.[1];
    const [, key, value] = /^\s*([\w-]+) = "([^"\\]*)"$/.exec(line) ?? [];
    if (head !== undefined) table = head;
    else if (key === undefined || value === undefined) throw new Error(`No TOML that is known here: ${line}`);
    else (tables[table] ??= {})[key] = value;
  }
  return tables;
}

function createFolder(): string {
  const place = mkdtempSync(join(tmpdir(), 'afterword-hosting-'));
  onTestFinished(() => rmSync(place, { recursive: true, force: true }));
  return place;
}

/** The server and its list of types, where they are installed. */
function findNginx(): { command: string; types: string } | undefined {
  const command = (process.env['PATH'] ?? '')
    .split(':')
    .concat('/usr/sbin')
    .map((path) => join(path, 'nginx'))
    .find((path) => existsSync(path));
  if (command === undefined) return undefined;
  const { stderr } = spawnSync(command, ['-V'], { encoding: 'utf8' });
  const configured = /--conf-path=(\S+)/.exec(stderr)?.[1] ?? '/etc/nginx/nginx.conf';
  const types = [dirname(configured), join(dirname(command), '../../etc/nginx')]
    .map((path) => join(path, 'mime.types'))
    .find((path) => existsSync(path));
  return types === undefined ? undefined : { command, types };
}

/** Starts a server with the file as it is, but for its place, until the test ends; gives its address. */
async function serve(
  { command, types }: { command: string; types: string },
  text: string,
  outputs: readonly { path: string; content: string | Uint8Array }[],
): Promise<string> {
  const place = createFolder();
  for (const { path, content } of outputs) {
    const file = join(place, 'site', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  const port = await findPort();
  copyFileSync(types, join(place, 'mime.types'));
  writeFileSync(
    join(place, 'site.conf'),
    text
      .replace('root /var/www/incident-history;', `root ${join(place, 'site')};`)
      .replace('listen 80;', `listen 127.0.0.1:${port};`)
      .replace(/^.*listen \[::\]:80;\n/m, ''),
  );
  const folders = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${join(place, name)};`)
    .join(' ');
  writeFileSync(
    join(place, 'nginx.conf'),
    `daemon off; master_process off; pid ${join(place, 'pid')}; error_log ${join(place, 'error.log')};\nevents {}\nhttp { access_log off; ${folders} include mime.types; include site.conf; }\n`,
  );
  const options = ['-p', place, '-c', join(place, 'nginx.conf'), '-e', join(place, 'error.log')];
  const tried = spawnSync(command, ['-t', ...options], { encoding: 'utf8' });
  expect(tried.stderr).toContain('test is successful');
  expect(tried.stderr).not.toContain('[warn]');
  const server = spawn(command, options, { stdio: 'ignore' });
  const ended = once(server, 'exit');
  onTestFinished(async () => {
    server.kill();
    await ended;
  });
  const base = `http://127.0.0.1:${port}/`;
  for (let tries = 0; tries < 50; tries++) {
    const answer = await fetch(base).catch(() => undefined);
    if (answer) return base;
    await wait(100);
  }
  throw new Error(readFileSync(join(place, 'error.log'), 'utf8'));
}

async function findPort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}
