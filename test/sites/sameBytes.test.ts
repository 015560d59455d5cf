import { readFile, rename, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyProject, listFiles, readTimes, repository, runAfterword } from './afterword.js';

const asOf = ['--as-of', '2026-11-22'];
const northwind = path.join(import.meta.dirname, 'northwind');

describe.each([
  ['our own example', repository],
  ['northwind', northwind],
])('%s', (_, project) => {
  it('is built a second time without touching a file', async () => {
    const folder = await copyProject(project);
    const out = path.join(folder, 'out');
    expect(await runAfterword(folder, ['build', ...asOf])).toMatchObject({ code: 0 });
    // Older than any clock's step, so that a file written again shows.
    for (const file of await listFiles(out)) await utimes(path.join(out, file), 1, 1);
    const [bytes, times] = [await readBytes(out), await readTimes(out)];
    expect(bytes.size).toBeGreaterThan(20);

    expect(await runAfterword(folder, ['build', ...asOf])).toMatchObject({ code: 0 });
    expect(await readBytes(out)).toEqual(bytes);
    expect(await readTimes(out)).toEqual(times);
  });

  it('has the same bytes in every time zone and language of the machine', async () => {
    const folder = await copyProject(project);
    const sites = [];
    for (const [out, env] of [
      ['utc', { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' }],
      ['apia', { TZ: 'Pacific/Apia', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }],
    ] as const) {
      expect(await runAfterword(folder, ['build', '--out', out, ...asOf], env)).toMatchObject({ code: 0 });
      sites.push(await readBytes(path.join(folder, out)));
    }
    expect(sites[0]?.size).toBeGreaterThan(20);
    expect(sites[1]).toEqual(sites[0]);
  });
});

describe('a site that stands', () => {
  it('stays as it is when an incident cannot be built any more', async () => {
    const folder = await copyProject(path.join(import.meta.dirname, 'smallest'));
    const out = path.join(folder, 'out');
    expect(await runAfterword(folder, ['build', ...asOf])).toMatchObject({ code: 0 });
    const before = await readBytes(out);

    const incident = path.join(folder, 'incidents/2026-03-14-checkout-down.md');
    await writeFile(incident, (await readFile(incident, 'utf8')).replace('outage', 'outtage'));
    expect(await runAfterword(folder, ['build', ...asOf])).toMatchObject({ code: 1 });
    expect(await readBytes(out)).toEqual(before);
  });

  it('loses the pages of an incident that is gone', async () => {
    const folder = await copyProject(path.join(import.meta.dirname, 'smallest'));
    const out = path.join(folder, 'out');
    await runAfterword(folder, ['build', ...asOf]);
    expect((await listFiles(out)).join('\n')).toContain('2026-03-14-checkout-down');

    const incidents = path.join(folder, 'incidents');
    await rename(
      path.join(incidents, '2026-03-14-checkout-down.md'),
      path.join(incidents, '2026-03-14-another-name.md'),
    );
    expect(await runAfterword(folder, ['build', ...asOf])).toMatchObject({ code: 0 });
    const files = (await listFiles(out)).join('\n');
    expect(files).toContain('2026-03-14-another-name');
    expect(files).not.toContain('2026-03-14-checkout-down');
  });
});

async function readBytes(folder: string): Promise<Map<string, string>> {
  const bytes = new Map<string, string>();
  for (const file of await listFiles(folder)) {
    bytes.set(file, await readFile(path.join(folder, file), 'latin1'));
  }
  return bytes;
}
