import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { build } from '../../src/commands/build.js';
import { createExampleFiles } from '../rules/example.js';
import { createWorkspace } from '../workspace.js';

/** Builds a project of one public incident whose `site/static` holds some files. */
async function buildWith(files: Record<string, string>) {
  const { root, file } = createWorkspace();
  for (const { path, text } of createExampleFiles('public: { since: 2026-03-20, show: [summary, impact] }'))
    file(path, text);
  for (const [path, text] of Object.entries(files)) file(`site/static/${path}`, text);
  let printed = '';
  const code = await build(
    { root, out: undefined, publicOnly: true, strict: false },
    {
      print: (text) => (printed += text),
      note: (text) => (printed += text),
      color: false,
      cwd: root,
      version: '0.0.0',
      findAsOf: () => '2026-11-22',
    },
  );
  return { code, printed, folder: join(root, 'out/public') };
}

it.each([
  ['the home page', 'index.html', 'index.html'],
  ['a page, but for its case', 'Incidents/2026-03-14-Checkout-Down/INDEX.html', 'incidents/'],
  ['the record of the build', 'api/build.json', 'api/build.json'],
  ['a folder of pages', 'incidents', 'incidents/'],
  ['a page, which would have to be a folder', 'index.html/logo.svg', 'index.html'],
])('a file in the place of %s stops the build', async (_, path, page) => {
  const { code, printed, folder } = await buildWith({ [path]: 'ours', 'logo.svg': '<svg/>' });
  expect(code).toBe(1);
  expect(printed).toMatch(new RegExp(`^site/static/${path}.*error`));
  expect(printed).toContain(`The public site has a file of its own at \`${page}`);
  expect(printed).toContain('static-collision');
  expect(printed).toContain('Nothing was written.');
  expect(existsSync(folder)).toBe(false);
});

it('files beside the pages are carried along, but for hidden ones', async () => {
  const { code, folder } = await buildWith({
    'logo.svg': '<svg/>',
    'incidents/chart.svg': '<svg/>',
    '.DS_Store': '',
    '.git/config': '',
  });
  expect(code).toBe(0);
  expect(readFileSync(join(folder, 'logo.svg'), 'utf8')).toBe('<svg/>');
  expect(existsSync(join(folder, 'incidents/chart.svg'))).toBe(true);
  expect(existsSync(join(folder, '.DS_Store'))).toBe(false);
  expect(existsSync(join(folder, '.git'))).toBe(false);
});
