import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Example } from '../../src/judge/rule.js';

/** The file that an example without a path stands for. */
export const examplePath = 'incidents/2026-03-14-checkout-down.md';

/** A whole file, in which nothing is amiss. */
const plainIncident = `title: Checkout was down
severity: minor
status: final
started: 2026-03-14 09:05
detected: 2026-03-14 09:40
mitigated: 2026-03-14 14:02
resolved: 2026-03-14 18:00
finished: 2026-03-18
summary: >
  Checkout answered with errors for five hours, because the disk of the order
  database was full.
detection:
  by: monitoring
impact:
  - service: checkout
    level: outage
    affected: Every customer; 1,200 orders were lost.
`;

const plainSite = readFileSync(join(import.meta.dirname, 'site.yaml'), 'utf8');

/** A file of an example, completed, and how many of its lines stand before the example's own. */
export interface ExampleFile {
  path: string;
  text: string;
  before: number;
}

/** The files of an example: what it leaves out is taken from a plain file. `site/site.yaml` is always among them. */
export function createExampleFiles(example: Example): ExampleFile[] {
  const written = typeof example === 'string' ? { [examplePath]: example } : example;
  const files = Object.entries(written).map(([path, text]): ExampleFile => {
    if (path === 'site/site.yaml') return { path, ...complete('', plainSite, text) };
    if (!path.endsWith('.md') || text === '' || /^\uFEFF?-{2,}/.test(text)) return { path, text, before: 0 };
    const { text: completed, before } = complete('---\n', plainIncident, text);
    return { path, before, text: /^---$/m.test(text) ? completed : `${completed}---\n` };
  });
  const hasSite = files.some(({ path }) => path === 'site/site.yaml');
  return hasSite ? files : [...files, { path: 'site/site.yaml', text: plainSite, before: 0 }];
}

/** The example's lines behind those of a plain file whose keys it does not have. */
function complete(start: string, plain: string, text: string): Omit<ExampleFile, 'path'> {
  const own = new Set(
    [...text.replace(/^---$[^]*/m, '').matchAll(/^([\w-]+)(?=\s*:)/gm)].map(([key]) => key),
  );
  const blocks = plain.split(/^(?=[\w-]+:)/m).filter((block) => !own.has(/^[\w-]+/.exec(block)?.[0] ?? ''));
  const head = start + blocks.join('');
  const tail = text.endsWith('\n') ? text : `${text}\n`;
  return { text: head + tail, before: head.split('\n').length - 1 };
}
