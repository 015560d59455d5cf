import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readFile, rm, stat, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { describe, expect, it, onTestFinished } from 'vitest';
import { findAttribute, listElements } from './readPage.js';
import { copyProject, listFiles, repository, runAfterword } from './afterword.js';

const asOf = ['--as-of', '2026-11-22'];
const northwind = path.join(import.meta.dirname, 'northwind');
const machine = path.join(import.meta.dirname, 'machine.cjs');

/** A machine as the command line finds it. */
interface Machine {
  /** The folder that the project lies in. */
  folder: string;
  zone: string;
  locale: string;
  order?: 'reverse' | 'odd';
  umask?: number;
  /** When all its files were written last, in seconds. */
  touched?: number;
}

const machines: [string, Machine][] = [
  ['one in Kiritimati', { folder: 'a', zone: 'Pacific/Kiritimati', locale: 'tr_TR.UTF-8', order: 'reverse', umask: 0o077, touched: 1 }],
  ['one in a folder with spaces', { folder: 'Störungs berichte & co/b', zone: 'America/St_Johns', locale: 'ar_EG.UTF-8', order: 'odd', umask: 0o002, touched: 2e9 }],
  ['one without a zone of its own', { folder: 'c/d/e', zone: 'UTC', locale: 'C', umask: 0o027 }],
]; // prettier-ignore

describe('the same project', () => {
  let reference: Awaited<ReturnType<typeof buildOn>> | undefined;
  it.each(machines)('has the same files on %s', async (_, one) => {
    reference ??= await buildOn({ folder: 'x', zone: 'Europe/Dublin', locale: 'en_IE.UTF-8' });
    const [expected, built] = [reference, await buildOn(one)];
    expect(expected.tree.size).toBeGreaterThan(30);
    expect(built).toEqual(expected);
    expect([...new Set([...built.tree.values()].map(({ mode }) => mode))]).toEqual(['644']);
  });
});

/** What a build leaves on a machine: every file with its permissions and its content, and what it printed. */
async function buildOn({ folder, zone, locale, touched, ...rest }: Machine) {
  const parent = await mkdtemp(path.join(tmpdir(), 'afterword-'));
  onTestFinished(() => rm(parent, { recursive: true, force: true }));
  const root = path.join(parent, folder);
  await mkdir(root, { recursive: true });
  for (const part of ['incidents', 'site']) await cp(path.join(repository, part), path.join(root, part), { recursive: true }); // prettier-ignore
  if (touched !== undefined) for (const file of await listFiles(root)) await utimes(path.join(root, file), touched, touched); // prettier-ignore
  const env = { TZ: zone, LANG: locale, LC_ALL: locale, MACHINE: JSON.stringify(rest), NODE_OPTIONS: `--require=${JSON.stringify(machine)}` }; // prettier-ignore
  const { code, stdout } = await runAfterword(root, ['build', ...asOf], env);
  expect(code).toBe(0);
  const tree = new Map<string, { mode: string; content: string }>();
  for (const file of await listFiles(path.join(root, 'out'))) {
    const target = path.join(root, 'out', file);
    const { mode } = await stat(target);
    tree.set(file, { mode: (mode & 0o777).toString(8), content: await readFile(target, 'latin1') });
  }
  return { tree, stdout };
}

describe('the record of a build', () => {
  it('holds the digest of every other file, and of nothing that changes by itself; its own is printed', async () => {
    const folder = await copyProject(repository);
    const { stdout } = await runAfterword(folder, ['build', ...asOf]);
    const site = path.join(folder, 'out/public');
    const digest = async (file: string): Promise<string> =>
      createHash('sha256')
        .update(await readFile(path.join(site, file)))
        .digest('hex');
    const text = await readFile(path.join(site, 'api/build.json'), 'utf8');
    const { files, ...rest } = JSON.parse(text) as { files: Record<string, string> };
    expect(rest).toEqual({
      generator: 'afterword',
      version: expect.stringMatching(/^\d/) as string,
      asOf: '2026-11-22',
    });
    const expected: Record<string, string> = {};
    for (const file of await listFiles(site))
      if (file !== 'api/build.json') expected[file] = await digest(file);
    expect(files).toEqual(expected);
    expect(stdout).toContain(`Digest of the public site: sha256:${await digest('api/build.json')}\n`);
  });
});

describe('every page of every example', () => {
  it.each([
    ['our own', repository],
    ['northwind', northwind],
  ])('of %s runs nothing, loads nothing from elsewhere, and says for whom it is', async (_, project) => {
    const folder = await copyProject(project);
    expect(await runAfterword(folder, ['build', ...asOf])).toMatchObject({ code: 0 });
    for (const audience of ['public', 'internal']) {
      const site = path.join(folder, 'out', audience);
      const headers = await readFile(path.join(site, '_headers'), 'utf8');
      const pages = (await listFiles(site)).filter((file) => file.endsWith('.html'));
      expect(pages.length).toBeGreaterThan(5);
      for (const page of pages) {
        const html = await readFile(path.join(site, page), 'utf8');
        const elements = listElements(html);
        const find = (name: string, value: string): string =>
          elements
            .filter((element) => findAttribute(element, name) === value)
            .map((element) => findAttribute(element, 'content') ?? '')
            .join();
        const names = new Set(elements.map(({ tagName }) => tagName));
        for (const name of ['style', 'iframe', 'object', 'embed', 'form', 'base'])
          expect(names.has(name), `<${name}> in ${page}`).toBe(false);
        // Scripts are files of the site, and hold nothing in the page itself.
        const scripts = html.match(/<script\b[^>]*>[^<]*<\/script>|<script\b/gi) ?? [];
        for (const script of scripts)
          expect(script, page).toMatch(
            /^<script defer src="(?:\.{1,2}\/)*(?:https:[^"]*\/)?assets\/[a-z]+-[\da-f]{12}\.js"><\/script>$/,
          );
        for (const { name, value } of elements.flatMap(({ attrs }) => attrs)) {
          expect(name, page).not.toMatch(/^(?:on|style$|srcset$)/);
          if (name === 'src') expect(value, page).toMatch(/^(?:\.{0,2}\/|[\w-]+[./]|https:\/\/status\.)/);
        }
        const policy = find('http-equiv', 'Content-Security-Policy');
        expect(policy).toMatch(
          /^default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';(?: font-src 'self';)? base-uri 'none'/,
        );
        expect(headers).toContain(`Content-Security-Policy: ${policy}; frame-ancestors 'none'\n`);
        const ids = elements.flatMap((element) => findAttribute(element, 'id') ?? []);
        expect(new Set(ids).size, page).toBe(ids.length);
        expect(html.includes('Internal: not for publication'), page).toBe(audience === 'internal');
        if (audience === 'internal') expect(find('name', 'robots')).toBe('noindex');
      }
      const robots = await readFile(path.join(site, 'robots.txt'), 'utf8');
      expect(/^Disallow: \/$/m.test(robots)).toBe(audience === 'internal');
      expect(/^ {2}X-Robots-Tag: noindex/m.test(headers)).toBe(audience === 'internal');
    }
  });
});

describe('a build', () => {
  it('uses no network', async () => {
    const folder = await copyProject(repository);
    const env = { MACHINE: '{"offline":true}', NODE_OPTIONS: `--require=${JSON.stringify(machine)}` };
    expect(await runAfterword(folder, ['build', ...asOf], env)).toMatchObject({ code: 0 });
    // Else nothing was taken away.
    const used = spawnSync(process.execPath, ['-e', 'fetch("http://127.0.0.1:1/")'], {
      env: { ...process.env, ...env },
    });
    expect(used.status).toBe(99);
  });

  it('needs none', async ({ skip }) => {
    if (spawnSync('unshare', ['-rn', 'true']).status !== 0)
      skip('there is no way to take the network away here');
    const folder = await copyProject(repository);
    const cli = path.join(repository, 'dist/cli.js');
    const { status } = spawnSync('unshare', ['-rn', process.execPath, cli, 'build', ...asOf], {
      cwd: folder,
    });
    expect(status).toBe(0);
  });
});
