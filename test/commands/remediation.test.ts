import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse as parseCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import { toString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import type { ItemQuery } from '../../src/commands/itemQuery.js';
import { listRemediation, type ItemFormat } from '../../src/commands/remediation.js';
import { printSchema } from '../../src/commands/schema.js';
import { widthOf } from '../../src/report/width.js';
import { createWorkspace, type Workspace } from '../workspace.js';

interface Ran {
  code: number;
  printed: string;
  noted: string;
}

interface More {
  format?: ItemFormat;
  exitCode?: boolean;
  columns?: number;
  color?: boolean;
}

async function run({ root }: Workspace, query: ItemQuery = {}, more: More = {}): Promise<Ran> {
  const [printed, noted]: [string[], string[]] = [[], []];
  const { format = 'table', exitCode = false, columns, color = false } = more;
  const code = await listRemediation(
    { root, query, format, exitCode },
    {
      print: (text) => printed.push(text),
      note: (text) => noted.push(text),
      color,
      columns,
      cwd: root,
      version: '0',
      findAsOf: () => '2026-11-22',
    },
  );
  return { code, printed: printed.join(''), noted: noted.join('') };
}

/** The ids of what is listed, without that of their incident where it is the first. */
async function list(workspace: Workspace, query: ItemQuery = {}): Promise<string[]> {
  const { printed } = await run(workspace, query, { format: 'json' });
  const { items } = JSON.parse(printed) as { items: { id: string }[] };
  return items.map(({ id }) => id.replace('2026-03-14-checkout-down#', ''));
}

function incident(started: string, more: string, items: string): string {
  return `---
title: Checkout was down
started: ${started} 09:05
resolved: ${started} 18:00
summary: Checkout answered with errors.
causes: [{ id: C1, kind: trigger, category: capacity, text: A full disk. }]
${more}
remediation:
${items}
---
`;
}

/** Items of every kind, as of 22 November 2026. */
function createProject(): Workspace {
  const workspace = createWorkspace();
  const item = (id: string, more: string): string =>
    `  - { id: ${id}, title: Item ${id}, type: prevent, ${more} }\n`;
  workspace.file(
    'incidents/2026-03-14-checkout-down.md',
    incident(
      '2026-03-14',
      'severity: major\nstatus: final\nimpact: [{ service: checkout, level: outage }]',
      [
        item('R1', 'due: 2026-11-10, priority: P2, owner: kim, opened: 2026-03-16'),
        item('R2', 'due: 2026-11-20, priority: P0, owner: storage, addresses: [C1], opened: 2026-03-16'),
        item('R3', 'due: 2026-12-06, state: in-progress, owner: kim, opened: 2026-11-17'),
        item(
          'R4',
          'due: 2026-12-07, state: blocked, opened: 2026-03-16, moved: [{ from: 2026-11-30, date: 2026-11-18 }]',
        ),
        item('R5', 'owner: kim'),
        item('R6', 'state: done, done: 2026-11-21, due: 2026-11-01, owner: kim'),
        item('R7', 'state: done, done: 2026-03-20'),
        item('R8', 'state: wont-do, reason: Too dear.'),
        item('R9', 'state: proposed'),
      ].join(''),
    ),
  );
  workspace.file(
    'incidents/2026-04-01-search-slow.md',
    incident(
      '2026-04-01',
      'severity: minor\nstatus: draft\nimpact: [{ service: search, level: degraded }]',
      '  - { id: R1, title: "磁盘 | =1+1 *now*", type: detect, due: 2026-11-21 }',
    ),
  );
  workspace.file(
    'incidents/2020-05-01-told.md',
    incident(
      '2020-05-01',
      'last_told: 2020-06-01',
      '  - { id: R1, title: Told, type: detect, due: 2020-07-01 }',
    ),
  );
  return workspace;
}

const search = '2026-04-01-search-slow#R1';
const told = '2020-05-01-told#R1';

describe('what is listed', () => {
  it('is what is open, what is overdue first: severity, priority, days late', async () => {
    // 2 × 4 × 2 days, 2 × 2 × 12 days, 1 × 1 × 1 day.
    expect(await list(createProject())).toEqual(['R1', 'R2', search, 'R3', 'R4', 'R5']);
  });

  it.each<[string, ItemQuery, string[]]>([
    ['everything', { state: ['all'] }, ['R1', 'R2', search, 'R3', 'R4', 'R5', told, 'R9', 'R6', 'R7', 'R8']],
    ['states', { state: ['done,blocked'] }, ['R4', 'R6', 'R7']],
    ['overdue', { overdue: true }, ['R1', 'R2', search]],
    ['due within two weeks', { dueWithin: '14d' }, ['R3']],
    ['due within weeks', { dueWithin: '3w' }, ['R3', 'R4']],
    ['due after a day', { dueAfter: '2026-12-06' }, ['R4']],
    ['due before a day', { dueBefore: '2026-11-21' }, ['R1', 'R2']],
    ['owners', { owner: ['kim', 'storage'] }, ['R1', 'R2', 'R3', 'R5']],
    ['an owner and overdue', { owner: ['kim'], overdue: true }, ['R1']],
    ['team', { team: ['storage'] }, ['R1', 'R2', 'R3', 'R5']],
    ['unowned', { unowned: true }, [search, 'R4']],
    ['undated', { undated: true }, ['R5']],
    ['service', { service: ['search'] }, [search]],
    ['severity', { severity: ['minor'] }, [search]],
    ['priority', { priority: ['P0', 'P2'] }, ['R1', 'R2']],
    ['type', { type: ['detect'] }, [search]],
    ['category', { category: ['capacity'] }, ['R2']],
    ['incident', { incident: ['incidents/2026-04-01-search-slow.md'] }, [search]],
    ['since a week', { since: '7d' }, ['R2', search, 'R3', 'R4', 'R6']],
    ['since a day', { since: '2026-11-19' }, ['R2', search, 'R6']],
    ['done since a week', { since: '7d', state: ['done'] }, ['R6']],
  ])('by %s', async (_, query, expected) => {
    expect(await list(createProject(), query)).toEqual(expected);
  });

  it.each<[ItemQuery, string]>([
    [{ owner: ['kin'] }, '--owner: There is no person or team `kin`. Did you mean `kim`?'],
    [{ team: ['Storage'] }, 'Did you mean `storage`?'],
    [{ state: ['opne'] }, 'Did you mean `open`?'],
    [{ severity: ['sev1'] }, 'Known in `severities` of site/site.yaml: `major` and `minor`'],
    [{ incident: ['2026-04-01-search-slwo'] }, 'Did you mean `2026-04-01-search-slow`?'],
    [{ category: ['capcity'] }, 'Did you mean `capacity`?'],
    [{ dueWithin: 'soon' }, '--due-within: `soon` is not a number of days'],
    [{ dueBefore: 'friday' }, '--due-before: '],
    [{ since: '2026-12-01' }, '--since: `2026-12-01` is after 2026-11-22'],
  ])('refuses what nobody knows: %j', async (query, said) => {
    await expect(run(createProject(), query)).rejects.toThrow(said);
  });

  it('is a finding with --exit-code alone', async () => {
    const project = createProject();
    expect((await run(project, { overdue: true })).code).toBe(0);
    expect((await run(project, { overdue: true }, { exitCode: true })).code).toBe(1);
    expect((await run(project, { overdue: true, state: ['done'] }, { exitCode: true })).code).toBe(0);
  });

  it('tells that something may be missing', async () => {
    const project = createProject();
    expect((await run(project)).noted).not.toContain('afterword check');
    project.file('incidents/2026-05-01-broken.md', '---\ntitle: [\n---\n');
    expect((await run(project)).noted).toContain('Errors in incidents/2026-05-01-broken.md');
  });
});

describe('table', () => {
  it('is plain lines where it is no terminal, with the counts on standard error', async () => {
    const { printed, noted } = await run(createProject());
    const lines = printed.split('\n');
    expect(lines.find((line) => line.startsWith('2026-03-14-checkout-down#R1'))).toMatch(
      /^\S+ +12 d late +P2 +open +Kim Doe +2026-11-10 +Item R1$/,
    );
    expect(lines).toContain('Overdue (3)');
    expect(printed).not.toContain('\u001b');
    expect(noted).toBe(
      '6 of 11 remediation items: 6 open, 3 of them overdue, 2 without an owner, 1 without a due date.\n',
    );
  });

  it.each([200, 120, 80, 40])('fits %i columns, and loses nothing', async (columns) => {
    const project = createProject();
    const title = `Replace every disk of the ${'very '.repeat(12)}old hosts, 磁盘告警轮换日志磁盘告警轮换日志磁盘告警轮换日志磁盘告警`;
    project.file(
      'incidents/2026-05-01-long.md',
      incident('2026-05-01', 'severity: minor', `  - { id: R1, title: "${title}", type: detect }`),
    );
    const { printed } = await run(project, {}, { columns });
    // A name is never broken: it is there to be copied.
    for (const line of printed.split('\n')) {
      if (line.trim() !== '2026-03-14-checkout-down#R1') expect(widthOf(line)).toBeLessThanOrEqual(columns);
    }
    const squeeze = (text: string): string => text.replace(/\s/g, '');
    expect(squeeze(printed)).toContain(squeeze(title));
  });

  it('has colour only where that is wanted, and nothing that drives a terminal', async () => {
    const project = createProject();
    expect((await run(project, {}, { color: true, columns: 200 })).printed).toContain('\u001b[31m');
    project.file(
      'incidents/2026-05-01-long.md',
      incident('2026-05-01', 'severity: minor', '  - { id: R1, title: "\\e[2J\\u202E", type: detect }'),
    );
    for (const format of ['table', 'csv', 'markdown'] as const)
      expect((await run(project, {}, { format, columns: 200 })).printed).not.toMatch(/[\u001b\u202e]/);
  });

  it('says that there is nothing', async () => {
    const { printed, noted } = await run(createProject(), { state: ['superseded'] });
    expect(printed).toBe('');
    expect(noted).toBe('None of 11 remediation items is listed.\n');
  });
});

describe('json', () => {
  it('is what its schema says', async () => {
    const schema: string[] = [];
    printSchema('items', '2020-12', {
      print: (text) => schema.push(text),
      note: () => undefined,
      color: false,
      cwd: '/',
      version: '0',
      findAsOf: () => '2026-11-22',
    });
    const ajv = new Ajv2020({ strict: true });
    addFormats.default(ajv);
    const validate = ajv.compile(JSON.parse(schema.join('')) as object);
    for (const query of [{ state: ['all'] }, { since: '30d' }, { state: ['superseded'] }]) {
      const { printed } = await run(createProject(), query, { format: 'json' });
      const data: unknown = JSON.parse(printed);
      expect(validate(data), JSON.stringify(validate.errors)).toBe(true);
      expect(validate({ ...(data as object), more: 1 })).toBe(false);
    }
  });

  it('holds what the file says, and what follows from it', async () => {
    const { printed } = await run(createProject(), { since: '7d', state: ['blocked'] }, { format: 'json' });
    expect(JSON.parse(printed)).toEqual({
      version: 1,
      asOf: '2026-11-22',
      since: '2026-11-15',
      items: [
        {
          id: '2026-03-14-checkout-down#R4',
          title: 'Item R4',
          incident: {
            id: '2026-03-14-checkout-down',
            title: 'Checkout was down',
            path: 'incidents/2026-03-14-checkout-down.md',
            status: 'final',
            severity: 'major',
            services: ['checkout'],
          },
          type: 'prevent',
          priority: null,
          state: 'blocked',
          open: true,
          overdue: false,
          daysLate: 0,
          daysLeft: 15,
          weight: 0,
          owner: null,
          team: null,
          causes: [],
          categories: [],
          opened: '2026-03-16',
          ageDays: 251,
          due: '2026-12-07',
          dueLast: '2026-12-07',
          done: null,
          moved: [{ from: '2026-11-30', date: '2026-11-18', reason: null }],
          tickets: [],
          verified: null,
          changes: [{ change: 'moved', on: '2026-11-18', from: '2026-11-30', to: '2026-12-07' }],
        },
      ],
    });
  });
});

const readCsv = (text: string): Record<string, string>[] =>
  parseCsv(text, { columns: true, record_delimiter: '\r\n' });

describe('csv', () => {
  it('is read by others, line by line', async () => {
    const { printed } = await run(createProject(), { state: ['all'] }, { format: 'csv' });
    expect(printed.split('\r\n')).toHaveLength(13);
    expect(printed.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const rows = readCsv(printed);
    expect(rows[0]).toMatchObject({
      id: '2026-03-14-checkout-down#R1',
      days_late: '12',
      owner_name: 'Kim Doe',
    });
    expect(rows.find(({ id }) => id === search)).toMatchObject({
      title: '磁盘 | =1+1 *now*',
      overdue: 'yes',
    });
  });

  it('runs in no spreadsheet, and stays what was written', async () => {
    const workspace = createWorkspace();
    const title = fc
      .tuple(
        fc.constantFrom('', '=', '+', '-', '@', '＝', '＋', '－', '＠', '"', "'", ',', ';'),
        fc.string({
          unit: fc.constantFrom('a', '=', '"', "'", ',', ';', '-', '|', '磁', ' ', '🚨'),
          minLength: 1,
          maxLength: 12,
        }),
      )
      .map(([first, rest]) => (first + rest).trim())
      .filter((text) => text !== '');
    await fc.assert(
      fc.asyncProperty(title, async (text) => {
        const item = `  - { id: R1, title: ${JSON.stringify(text)}, type: detect }`;
        workspace.file('incidents/2026-05-01-x.md', incident('2026-05-01', '', item));
        const { printed } = await run(workspace, {}, { format: 'csv' });
        const [row = {}] = readCsv(printed);
        for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
        expect(row['title']).toBe(/^[=+\-@＝＋－＠]/.test(text) ? `'${text}` : text);
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});

describe('markdown', () => {
  it('is a digest of the week: late, soon due, done, opened, moved', async () => {
    const { printed } = await run(
      createProject(),
      { since: '7d', team: ['storage'] },
      { format: 'markdown' },
    );
    expect(printed).toBe(`# Remediation of Storage as of 22 November 2026

3 open, 2 of them overdue, 1 due within two weeks. Since 15 November 2026: 1 done, 1 opened, 0 moved, 1 became overdue.

## Overdue (2)

- **12 days late**: Item R1 (P2, Kim Doe, due 2026-11-10), [Checkout was down](incidents/2026-03-14-checkout-down.md) R1
- **2 days late**: Item R2 (P0, Storage, due 2026-11-20), [Checkout was down](incidents/2026-03-14-checkout-down.md) R2

## Due within two weeks (1)

- in 14 days: Item R3 (Kim Doe, due 2026-12-06), [Checkout was down](incidents/2026-03-14-checkout-down.md) R3

## Done (1)

- Item R6 (Kim Doe, done 2026-11-21), [Checkout was down](incidents/2026-03-14-checkout-down.md) R6

## Opened (1)

- in 14 days: Item R3 (Kim Doe, opened 2026-11-17), [Checkout was down](incidents/2026-03-14-checkout-down.md) R3
`);
  });

  it('leads to the page where customers can open it', async () => {
    const project = createProject();
    const path = join(project.root, 'incidents/2026-03-14-checkout-down.md');
    const shown = 'public:\n  since: 2026-03-18\n  show: [summary]\nremediation:';
    project.file(
      'incidents/2026-03-14-checkout-down.md',
      readFileSync(path, 'utf8').replace('remediation:', shown),
    );
    const { printed } = await run(project, {}, { format: 'markdown' });
    expect(printed).toContain('(https://status.example.com/incidents/2026-03-14-checkout-down/) R1');
  });

  it('lets no title become anything else', async () => {
    const workspace = createWorkspace();
    const hostile = [
      '# Heading', '1. one', '2) two', '- list', '> quote', '[x](https://evil.example)', '![x](y)', '<b>bold</b>', '`code`',
      '*a* _b_ ~~c~~', '| a | b |', '&amp; &copy;', 'https://evil.example', 'www.evil.example', 'a@evil.example', '[^1]', '---', '===', 'a\\', '\\*a*',
    ]; // prettier-ignore
    const items = hostile.map(
      (text, index) =>
        `  - { id: R${index + 1}, title: ${JSON.stringify(text)}, type: detect, due: 2026-12-24 }`,
    );
    workspace.file('incidents/2026-05-01-x.md', incident('2026-05-01', '', items.slice(0, 15).join('\n')));
    workspace.file('incidents/2026-05-02-y.md', incident('2026-05-02', '', items.slice(15).join('\n')));
    const { printed } = await run(workspace, {}, { format: 'markdown' });
    const tree = unified().use(remarkParse).use(remarkGfm).parse(printed);
    const types = new Map<string, number>();
    visit(tree, (node) => void types.set(node.type, (types.get(node.type) ?? 0) + 1));
    expect([...types.keys()].toSorted()).toEqual([
      'heading',
      'link',
      'list',
      'listItem',
      'paragraph',
      'root',
      'text',
    ]);
    // An address may lead where it says, and nothing else leads anywhere but to the incident.
    visit(tree, 'link', (link) => {
      if (!link.url.startsWith('incidents/'))
        expect(link.url.replace(/^(?:mailto:|http:\/\/)/, '')).toBe(toString(link));
    });
    const text = toString(tree);
    for (const one of hostile) expect(text).toContain(`${one} (nobody’s`);
  });

  it('is short: a long list says how much is missing', async () => {
    const workspace = createWorkspace();
    const items = Array.from(
      { length: 25 },
      (_, at) => `  - { id: R${at + 1}, title: Item ${at + 1}, type: detect, due: 2026-11-01 }`,
    );
    workspace.file('incidents/2026-05-01-x.md', incident('2026-05-01', '', items.join('\n')));
    const { printed } = await run(workspace, {}, { format: 'markdown' });
    expect(printed).toContain('## Overdue (25)');
    expect(printed).toMatch(/- … and 5 more\n$/);
  });
});
