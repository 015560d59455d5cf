import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it, onTestFinished } from 'vitest';
import { readLayers } from '../audience/layers.js';
import { plantProject } from '../audience/plant.js';
import { listFiles, runAfterword } from './afterword.js';

/** What colleagues do not read on their pages either. */
const shownNowhere =
  /: (?:body picture title|picture name|picture metadata|x- (?:key|value)|comment)$|^template|^a file beside|^logo|^card|^settings: (?!people\.name|people\.id|teams\.name|priorities)/;

it('no internal value of a whole project is in any byte or name of the public site, however it is written', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'afterword-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const { files, planted } = plantProject();
  for (const [file, content] of files) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), content);
  }
  const built = await runAfterword(folder, ['build', '--as-of', '2026-11-22']);
  expect(built.stdout).toMatch(/sha256:/);
  const inPublic = await findTokens(path.join(folder, 'out/public'));
  const inInternal = await findTokens(path.join(folder, 'out/internal'));
  const where = (isPublic: boolean, isDay = false) => planted.filter((one) => one.isPublic === isPublic && one.isDay === isDay); // prettier-ignore
  const nameOf = ({ name }: { name: string }) => name;

  expect(planted.length).toBeGreaterThan(500);
  expect(
    [...where(false), ...where(false, true)].filter(({ token }) => inPublic.has(token)).map(nameOf),
  ).toEqual([]);
  expect(
    where(true)
      .filter(({ token }) => !inPublic.has(token))
      .map(nameOf),
  ).toEqual([]);
  // Else nothing was planted.
  const inside = where(false).filter(({ name }) => !shownNowhere.test(name));
  expect(inside.length).toBeGreaterThan(350);
  expect(inside.filter(({ token }) => !inInternal.has(token)).map(nameOf)).toEqual([]);
});

it('a value is found through every layer', () => {
  const token = 'zq1234';
  const layers = [
    encodeURIComponent(`%7Aq1234`),
    '&amp;#122;q1234',
    String.raw`{"a":"\\u007aq1234"}`,
    Buffer.from(`some words and ${token} within`).toString('base64'),
    Buffer.from(gzipSync(Buffer.from(`&#x7a;q1234`))).toString('base64'),
    encodeURIComponent(Buffer.from(JSON.stringify(`x ${token} x`)).toString('base64')),
  ];
  for (const layer of layers) expect(tokensIn(Buffer.from(`<p>${layer}</p>`)), layer).toContain(token);
  expect(tokensIn(gzipSync(Buffer.from(token)))).toContain(token);
  expect(tokensIn(Buffer.from('<time>3 January 2021</time>'))).toContain('2021-01-03');
});

async function findTokens(site: string): Promise<Set<string>> {
  const found = new Set<string>();
  const names = await listFiles(site);
  expect(names.length).toBeGreaterThan(10);
  for (const name of names) {
    for (const token of tokensIn(Buffer.from(name))) found.add(token);
    for (const token of tokensIn(await readFile(path.join(site, name)))) found.add(token);
  }
  return found;
}

const months = 'January February March April May June July August September October November December'.split(
  ' ',
);

function tokensIn(bytes: Buffer): Set<string> {
  const found = new Set<string>();
  for (const text of readLayers(bytes)) {
    for (const [token] of text.matchAll(/zq\d{4}/gi)) found.add(token.toLowerCase());
    for (const [day] of text.matchAll(/\d{4}-\d{2}-\d{2}/g)) found.add(day);
    for (const [, day = '', month = '', year = ''] of text.matchAll(
      /(\d{1,2}) (\p{Lu}\p{Ll}{2,8}) (\d{4})/gu,
    )) {
      const number = months.findIndex((one) => one.startsWith(month)) + 1;
      if (number > 0) found.add(`${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`);
    }
  }
  return found;
}
