import fc from 'fast-check';
import { expect, it } from 'vitest';
import { relativeLink } from '../../src/render/link.js';

it.each([
  ['', '', './'],
  ['', 'incidents/a/', 'incidents/a/'],
  ['incidents/a/', '', '../../'],
  ['incidents/a/', 'incidents/b/', '../b/'],
  ['incidents/a/', 'incidents/a/#R1', '#R1'],
  ['incidents/a/', 'incidents/', '../'],
  ['incidents/a/', 'incidents/ab/', '../ab/'],
  ['history/2026/', 'assets/style.css', '../../assets/style.css'],
  ['news/old.html', 'incidents/a/', '../incidents/a/'],
  ['404.html', '', './'],
])('leads from %j to %j by %j', (from, to, link) => {
  expect(relativeLink(from, to)).toBe(link);
});

it('leads where it should, as a browser follows it', () => {
  const part = fc.stringMatching(/^[a-z0-9-]{1,4}$/);
  const address = fc.array(part, { maxLength: 4 }).map((parts) => parts.map((one) => `${one}/`).join(''));
  fc.assert(
    fc.property(address, address, (from, to) => {
      const base = 'https://example.com/base/';
      expect(new URL(relativeLink(from, to), base + from).href).toBe(base + to);
    }),
  );
});
