import { expect, it } from 'vitest';
import { applyEdits } from '../../src/diagnostic/edit.js';
import { createWorkspace } from '../workspace.js';

it.each([
  ['2026-01-14 09:05 GMT', 'Europe/Dublin', '2026-01-14 09:05', true],
  ['"2026-07-14 09:05 PDT"', 'America/Los_Angeles', '"2026-07-14 09:05"', true],
  // It may be China's.
  ['2026-01-14 09:05 CST', 'America/Chicago', '2026-01-14 09:05', false],
])('leaves the zone of the file out of %s', async (time, zone, mended, safe) => {
  const path = 'incidents/2026-01-14-checkout-down.md';
  const text = `---\ntitle: Checkout was down\ntimezone: ${zone}\nstarted: ${time}\n---\n`;
  const { file, understand } = createWorkspace();
  file(path, text);
  const found = (await understand()).diagnostics.find(({ rule }) => rule === 'time-unclear');
  expect(found?.hint).toMatch(/^Leave “[A-Z]+” out: this file’s times are in /);
  expect(found?.fixes).toHaveLength(1);
  const [fix] = found?.fixes ?? [];
  expect(fix?.safe).toBe(safe);
  expect(applyEdits(text, fix?.edits ?? [])).toBe(text.replace(time, mended));
});
