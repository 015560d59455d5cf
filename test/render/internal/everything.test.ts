import { expect, it } from 'vitest';
import { createPublicHistory } from '../../../src/audience/createPublicHistory.js';
import { renderInternalSite } from '../../../src/render/internal/internalSite.js';
import { plantProject } from '../../audience/plant.js';
import { createWorkspace } from '../../workspace.js';

/** Of a file, but not of the incident: a comment of YAML, what only makes up a picture, keys that we do not read. */
const notFields = /: (?:comment|folder|picture name|picture metadata|body picture title|x- (?:key|value))$/;

const months = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** A day as pages write it, or as machines read it. */
function isDayOn(page: string, day: string): boolean {
  const [year = '', month = '', date = ''] = day.split('-');
  const words = `${Number(date)} ${months[Number(month) - 1]}`;
  return page.includes(day) || page.includes(`${words} ${year}`) || page.includes(`${words}, `);
}

it('an incident’s page says everything that its file says, of whatever is public of it', async () => {
  const { files, planted } = plantProject();
  const { file, understand } = createWorkspace();
  for (const [path, content] of files) file(path, content);
  const { history, documents, diagnostics, pictures } = await understand();
  if (!history) throw new Error('the settings are wrong');
  const publicHistory = createPublicHistory(history, documents, { pictures });
  const outputs = renderInternalSite({ history, diagnostics, documents, publicHistory, pictures });
  const pages = new Map(outputs.map(({ path, content }) => [path, String(content)]));

  const missing: string[] = [];
  let looked = 0;
  for (const { name, token, isDay } of planted) {
    const incident = history.incidents.find(({ id }) => name.startsWith(id.replace(/-zq\d+$/, '')));
    if (!incident || notFields.test(name)) continue;
    const page = pages.get(`incidents/${incident.id}/index.html`) ?? '';
    looked++;
    if (isDay ? !isDayOn(page, token) : !page.toLowerCase().includes(token)) missing.push(name);
  }
  expect(looked).toBeGreaterThan(500);
  expect(missing).toEqual([]);
}, 60_000);
