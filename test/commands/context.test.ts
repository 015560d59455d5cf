import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findContext } from '../../src/commands/context.js';
import { understand } from '../../src/commands/project.js';
import type { Diagnostic } from '../../src/diagnostic/diagnostic.js';
import { readProject } from '../../src/load/project.js';
import { createWorkspace } from '../workspace.js';

const home = join(import.meta.dirname, '../..');

/** A project of many files that speak of each other, and one in which much is wrong. */
const projects = [join(home, 'test/sites/northwind'), home];

describe.each(projects)('in %s', (root) => {
  it('says of each file alone what it says of it among all', async () => {
    const project = readProject(root);
    const all = (await understand(project, () => '2026-11-22')).diagnostics;
    expect(project.incidents.length).toBeGreaterThan(5);
    for (const { path } of [project.settings, ...project.incidents]) {
      const alone = await understand(
        project,
        () => '2026-11-22',
        (one) => one === path,
      );
      expect(alone.diagnostics.map(describeDiagnostic), path).toEqual(
        all.filter((one) => one.path === path).map(describeDiagnostic),
      );
    }
  }, 240_000);
});

it('says it also where the examples of all rules stand in one project', async () => {
  const { root } = createWorkspace();
  const rules = join(home, 'test/rules');
  for (const { name } of readdirSync(rules, { withFileTypes: true }).filter((entry) => entry.isDirectory()))
    cpSync(join(rules, name, 'bad'), join(root, 'incidents', name), { recursive: true });
  const project = readProject(root);
  const all = (await understand(project, () => '2026-11-22')).diagnostics;
  const files = project.incidents.filter((_, index) => index % 7 === 0);
  expect(files.length).toBeGreaterThan(5);
  for (const { path } of files) {
    const alone = await understand(
      project,
      () => '2026-11-22',
      (one) => one === path,
    );
    expect(alone.diagnostics.map(describeDiagnostic), path).toEqual(
      all.filter((one) => one.path === path).map(describeDiagnostic),
    );
  }
}, 240_000);

it('reads of other files only those that have to do with it', () => {
  const { file, root } = createWorkspace();
  const incident = (title: string, more = ''): string =>
    `---\ntitle: ${title}\nstarted: 2026-03-14\n${more}---\n`;
  for (let day = 10; day < 30; day++) file(`incidents/2026-02-${day}-other.md`, incident(`Day ${day}`));
  file('incidents/2026-03-14-a.md', incident('A', 'related: [{ id: 2026-03-15-b, how: follows }]\n'));
  file(
    'incidents/2026-03-15-b.md',
    incident('B', 'remediation: [{ id: R1, title: Do, type: prevent, ticket: PAY-42 }]\n'),
  );
  file(
    'incidents/2026-03-16-c.md',
    incident('C', 'remediation: [{ id: R1, title: Do, type: prevent, ticket: PAY-42 }]\n'),
  );
  file('incidents/2026-03-17-d.md', incident('“a!”'));
  // Customers read another title: it is that by which they take one incident for another.
  file(
    'incidents/2026-03-18-e.md',
    incident('E', 'public:\n  title: >\n    Fifth of\n    many\n  since: 2026-03-18\n'),
  );
  file('incidents/2026-03-19-f.md', incident('Fifth of many'));
  file('incidents/2026-03-20-g.md', incident('G', 'public: { title: fifth of many, since: 2026-03-18 }\n'));
  const contextOf = (name: string): string[] =>
    [...findContext(readProject(root).incidents, (path) => path.endsWith(`-${name}.md`))]
      .map((path) => path.slice(-4, -3))
      .toSorted();
  expect(contextOf('a')).toEqual(['a', 'b', 'd']);
  expect(contextOf('b')).toEqual(['a', 'b', 'c']);
  expect(contextOf('e')).toEqual(['e', 'f', 'g']);
  expect(contextOf('g')).toEqual(['e', 'f', 'g']);
  expect(contextOf('20-other')).toHaveLength(1);
});

function describeDiagnostic({ path, place, level, rule, message }: Diagnostic): string {
  return `${path}:${place?.start.line ?? 0}:${place?.start.column ?? 0} ${level} ${rule} ${message}`;
}
