import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createSlug } from '../../src/commands/draftId.js';
import { createDraft, type NewOptions } from '../../src/commands/new.js';
import { isBlocked, understandProject } from '../../src/commands/project.js';
import { Cancelled } from '../../src/diagnostic/failure.js';
import type { Questions, Terminal } from '../../src/commands/terminal.js';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'afterword new '));
  mkdirSync(join(root, 'site'));
  cpSync(join(import.meta.dirname, '../rules/site.yaml'), join(root, 'site/site.yaml'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Runs `afterword new`, and gives what it printed. */
async function draft(
  title: string | undefined,
  more: Partial<NewOptions> = {},
  questions?: Questions,
): Promise<string> {
  const printed: string[] = [];
  const terminal: Terminal = {
    print: (text) => printed.push(text),
    note: () => undefined,
    color: false,
    cwd: root,
    version: '0',
    findAsOf: () => '2026-11-22',
  };
  const nothing = { template: undefined, at: undefined, severity: undefined, services: [], from: undefined };
  await createDraft(
    { root, title, ...nothing, ...more },
    { ...terminal, ...(questions ? { questions } : {}) },
  );
  return printed.join('').trim();
}

const errorsOf = async () =>
  (await understandProject(root, () => '2026-11-22')).diagnostics.filter(({ level }) => level === 'error');

it('writes a draft that check understands and build accepts', async () => {
  expect(await draft('Checkout was down', { at: '2026-03-14 09:05' })).toBe(
    'incidents/2026-03-14-checkout-was-down.md',
  );
  const { history, diagnostics } = await understandProject(root, () => '2026-11-22');
  expect(await errorsOf()).toEqual([]);
  expect(isBlocked(diagnostics)).toBe(false);
  expect(
    history?.incidents.map(({ title, status, publication }) => ({ title, status, publication })),
  ).toEqual([{ title: 'Checkout was down', status: 'draft', publication: undefined }]);
});

it.skipIf(process.platform === 'win32')(
  'copies no file from outside that a link calls a template',
  async () => {
    const outside = mkdtempSync(join(tmpdir(), 'afterword outside '));
    onTestFinished(() => rmSync(outside, { recursive: true, force: true }));
    writeFileSync(join(outside, 'own.md'), '---\ntitle: secret\n---\n');
    mkdirSync(join(root, 'templates'));
    symlinkSync(join(outside, 'own.md'), join(root, 'templates/own.md'));
    await expect(draft('Checkout was down', { template: 'own' })).rejects.toThrow('leads out of the project');
  },
);

it.each([
  'Checkout: down',
  '# of errors',
  '"Quoted" \\ title',
  '@kim’s laptop',
  '- dash',
  'yes',
  '障害',
  '{a}, [b]',
  "it's",
])('keeps the title %s as it is written', async (title) => {
  await draft(title);
  expect(await errorsOf()).toEqual([]);
  expect((await understandProject(root, () => '2026-11-22')).history?.incidents[0]?.title).toBe(title);
});

it.each([
  ['2014-06', '2014-06-x.md'],
  ['2014', '2014-x.md'],
  ['2026-03-14 evening', '2026-03-14-x.md'],
  ['~2026-03-14 09:05', '2026-03-14-x.md'],
  ['2026-03-14 .. 2026-03-16', '2026-03-x.md'],
  ['day 1 ~21:00', 'undated-x.md'],
  ['unknown', 'undated-x.md'],
])('names the file by as much of the date of %s as is known', async (at, file) => {
  await draft('x', { at });
  expect(readdirSync(join(root, 'incidents'))).toEqual([file]);
  expect(await errorsOf()).toEqual([]);
});

it('takes the day of the check when nobody says when', async () => {
  expect(await draft('x')).toBe('incidents/2026-11-22-x.md');
});

it('never writes over a file', async () => {
  await draft('x');
  writeFileSync(join(root, 'incidents/2026-11-22-x.md'), 'hours of work');
  await expect(draft('x')).rejects.toThrow(/exists already.*Go on in it/);
  expect(readFileSync(join(root, 'incidents/2026-11-22-x.md'), 'utf8')).toBe('hours of work');
});

it('uses the project’s own template, and keeps every byte of it but the values', async () => {
  mkdirSync(join(root, 'templates'));
  writeFileSync(
    join(root, 'templates/short.md'),
    '---\r\ntitle:   old   # why\r\nstarted:\r\n---\r\n\r\n## Ours\r\n',
  );
  await draft('New', { template: 'short' });
  expect(readFileSync(join(root, 'incidents/2026-11-22-new.md'), 'utf8')).toBe(
    '---\r\ntitle:   New   # why\r\nstarted: 2026-11-22\r\n---\r\n\r\n## Ours\r\n',
  );
});

it('names the templates there are when it does not know one', async () => {
  await expect(draft('x', { template: '../site/site' })).rejects.toThrow(
    /There is no template `\.\.\/site\/site`; there are postmortem, data-loss, maintenance, near-miss, provider-outage, security/,
  );
});

it('says why a time is none', async () => {
  await expect(draft('x', { at: 'yesterday' })).rejects.toThrow(/^--at: What “yesterday” means/);
});

describe('the slug', () => {
  it.each([
    ['Zürich’s café: 100 % down', 'zuerichs-cafe-100-down'],
    ['Оплата не работает', 'oplata-ne-rabotaet'],
    ['Đăng nhập & API: lỗi', 'dang-nhap-api-loi'],
    ['../../etc/passwd', 'etc-passwd'],
    ['  --  ', 'incident'],
    ['障害', 'incident'],
    ['Straße', 'strasse'],
    ['a '.repeat(60), 'a-'.repeat(30).slice(0, -1)],
  ])('of %s is %s', (title, slug) => {
    expect(createSlug(title)).toBe(slug);
  });
});

const templates = ['postmortem', 'provider-outage', 'data-loss', 'security', 'maintenance', 'near-miss'];
const readDraft = (name: string): string => readFileSync(join(root, 'incidents', name), 'utf8');

describe.each(templates)('the template %s', (template) => {
  it('is a draft of which nothing is public, and that owes only what its writer knows', async () => {
    await draft('x', {
      template,
      at: '2026-11-20 09:05',
      severity: 'major',
      services: ['checkout', 'search'],
    });
    const { history, diagnostics } = await understandProject(root, () => '2026-11-22');
    expect(diagnostics.map(({ rule, message }) => `${rule} ${message}`)).toEqual([]);
    expect(history?.incidents[0]).toMatchObject({ status: 'draft', publication: undefined });
  });

  it('with nothing known lacks a severity and an impact at most', async () => {
    await draft('x', { template });
    const { diagnostics } = await understandProject(root, () => '2026-11-22');
    expect([...new Set(diagnostics.map(({ rule, level }) => `${level} ${rule}`))].filter((one) => one !== 'warning part-missing')).toEqual([]);
  }); // prettier-ignore

  it('asks questions, none of which a final text may leave', async () => {
    await draft('x', { template, at: '2026-11-20 09:05', severity: 'major', services: ['checkout'] });
    const file = join(root, 'incidents/2026-11-20-x.md');
    const text = readFileSync(file, 'utf8');
    const prompts = text.match(/<!--/g)?.length ?? 0;
    expect(prompts).toBeGreaterThan(6);
    writeFileSync(file, text.replace('status: draft', 'status: final'));
    const { diagnostics } = await understandProject(root, () => '2026-11-22');
    expect(diagnostics.filter(({ rule }) => rule === 'prompt-left')).toHaveLength(prompts);
    expect(diagnostics.some(({ rule }) => rule === 'placeholder-left')).toBe(
      /title: <|name: <|value: </.test(text),
    );
  });
});

it('says what is known: severity, an impact for each service, its team, the zone, and what a policy asks', async () => {
  const site = join(root, 'site/site.yaml');
  writeFileSync(
    site,
    `${readFileSync(site, 'utf8').replace('name: Checkout }', 'name: Checkout, team: storage }')}policies:
  - id: major-fixes
    when: { severity: [major] }
    require:
      remediation: { min: 3, types: [detect], each: [owner, due], due_within: 30d }
      finished_within: 5bd
`,
  );
  await draft('x', { at: '2026-11-20 09:05', severity: 'Major outage', services: ['checkout', 'Search'] });
  const text = readDraft('2026-11-20-x.md');
  const { history } = await understandProject(root, () => '2026-11-22');
  const [incident] = history?.incidents ?? [];
  expect(incident?.severityId).toBe('major');
  expect(text).toContain('timezone: Europe/Dublin\n');
  expect(incident?.impact.map(({ service }) => service)).toEqual(['checkout', 'search']);
  expect(incident?.remediation.map(({ id, type, owner, state }) => [id, type, owner, state])).toEqual([
    ['R1', 'prevent', 'storage', 'proposed'],
    ['R2', 'detect', 'storage', 'proposed'],
    ['R3', 'prevent', 'storage', 'proposed'],
  ]);
  expect(text).toContain(
    '# The policy `major-fixes` asks: at least 3 items; each item has owner, due; due within 30d of resolved; this text final within 5bd of resolved.\n',
  );
  await draft('y', { at: '2026-11-20 09:05', severity: 'minor' });
  expect(readDraft('2026-11-20-y.md')).not.toContain('major-fixes');
});

it.each([
  [{ severity: 'majr' }, /There is no severity `majr`. Did you mean `major`\?/],
  [{ services: ['chekout'] }, /There is no service `chekout`. Did you mean `checkout`\?/],
  [
    { services: ['billing'] },
    /There is no service `billing`. Known in site\/site.yaml: `checkout` and `search`/,
  ],
  [{ template: 'postmorten' }, /Did you mean postmortem\?/],
])('offers what was meant by %j, and writes nothing', async (more, message) => {
  await expect(draft('x', more)).rejects.toThrow(message);
  expect(readdirSync(root)).toEqual(['site']);
});

it('lets the project’s own template of a name go before the one that comes with Afterword', async () => {
  mkdirSync(join(root, 'templates'));
  writeFileSync(join(root, 'templates/security.md'), '---\ntitle:\nstarted:\n---\nours\n');
  await draft('x', { template: 'security', severity: 'minor', services: ['search', 'checkout'] });
  expect(readDraft('2026-11-22-x.md')).toBe(
    '---\ntitle: x\nseverity: minor\nstarted: 2026-11-22\nimpact:\n  - service: search\n    level: outage\n  - service: checkout\n    level: outage\n---\nours\n',
  );
});

it('knows the id that is taken in another folder', async () => {
  mkdirSync(join(root, 'incidents/2026'), { recursive: true });
  writeFileSync(join(root, 'incidents/2026/2026-11-22-x.md'), 'taken');
  await expect(draft('X')).rejects.toThrow(/^incidents\/2026\/2026-11-22-x\.md exists already/);
});

describe('on a terminal', () => {
  const asked: string[] = [];
  const questions = (answers: Record<string, string | string[]>): Questions => {
    const answer = (question: string) => {
      const found = Object.entries(answers).find(([words]) => question.includes(words))?.[1];
      asked.push(question);
      if (found === undefined) throw new Cancelled('Nothing was written.');
      return Promise.resolve(found);
    };
    return {
      text: async (question, { check, fallback }) => {
        const given = String(await answer(question)) || (fallback ?? '');
        const wrong = check(given);
        if (wrong !== undefined) throw new Error(wrong);
        return given;
      },
      choose: async (question, choices) => {
        const given = String(await answer(question));
        expect(choices.map(({ value }) => value)).toContain(given);
        return given;
      },
      chooseSome: async (question) => [await answer(question)].flat(),
    };
  };
  beforeEach(() => void asked.splice(0));

  it('asks for all that was not said', async () => {
    const answers = {
      'What happened': 'Search was slow',
      kind: 'near-miss',
      start: '',
      bad: '',
      services: [],
    };
    expect(await draft(undefined, {}, questions(answers))).toBe('incidents/2026-11-22-search-was-slow.md');
    expect(readDraft('2026-11-22-search-was-slow.md')).toContain('kind: near-miss');
    expect(asked).toHaveLength(5);
  });

  it('asks for nothing that was said', async () => {
    await draft(
      'x',
      { template: 'security', at: '2026-11-20', severity: 'major', services: ['search'] },
      questions({}),
    );
    expect(asked).toEqual([]);
  });

  it('leaves nothing when its user has enough, and says that a title is no time', async () => {
    await expect(draft('x', {}, questions({ kind: 'security' }))).rejects.toThrow(Cancelled);
    await expect(draft('x', {}, questions({ kind: 'security', start: 'yesterday' }))).rejects.toThrow(
      /yesterday/,
    );
    expect(readdirSync(root)).toEqual(['site']);
  });
});

it('without a terminal and a title says how it is called', async () => {
  await expect(draft(undefined)).rejects.toThrow('Write a title: afterword new "What happened, to whom"');
});

describe('from another tool’s record', () => {
  const from = (file: string, text: string, more: object = {}) => {
    writeFileSync(join(root, file), text);
    const format = 'text' as const;
    return { from: { format, paths: [join(root, file)], window: undefined, pinned: false, emoji: [], archive: undefined, ...more } };
  }; // prettier-ignore

  it('is a draft with its timeline in the place of the template’s, dated by its first entry, and internal', async () => {
    const record = from('a.txt', '2026-11-20 09:05 Kim Doe sees it: yes #1\n09:40 back\n');
    expect(await draft('x', { ...record, severity: 'major', services: ['search'] })).toBe(
      'incidents/2026-11-20-x.md',
    );
    expect(readDraft('2026-11-20-x.md')).toContain(`started: 2026-11-20 09:05
`);
    expect(readDraft('2026-11-20-x.md')).toContain(`timeline:
  - at: 2026-11-20 09:05
    text: >
      an engineer of Storage sees it: yes #1
  - at: 2026-11-20 09:40
    text: >
      back

# What will be different.`);
    expect(await errorsOf()).toEqual([]);
    const { history } = await understandProject(root, () => '2026-11-22');
    expect(history?.incidents.map(({ publication }) => publication)).toEqual([undefined]);
  });

  it('reads the days of a channel, and who there is from beside it', async () => {
    mkdirSync(join(root, 'export/incident'), { recursive: true });
    writeFileSync(join(root, 'export/users.json'), '[{"id":"U5","real_name":"Zoe Ray"}]');
    for (const [day, ts] of [['2026-11-21', 1795252500], ['2026-11-20', 1795166100]] as const)
      writeFileSync(join(root, `export/incident/${day}.json`), JSON.stringify([{ user: 'U5', text: `Zoe Ray on ${day}`, ts: `${ts}.1` }]));
    writeFileSync(join(root, 'export/incident/canvas.json'), 'no messages');
    const paths = [join(root, 'export/incident')];
    await draft('x', from('unused', '', { format: 'slack', paths }));
    expect(readDraft('2026-11-20-x.md')).not.toContain('Zoe');
    expect(readDraft('2026-11-20-x.md')).toMatch(/an engineer on 2026-11-20\n[^]*an engineer on 2026-11-21\n/);
  }); // prettier-ignore

  it.each([
    [{ paths: ['no such file'] }, /^There is no no such file$/],
    [{ pinned: true }, /are for --from slack/],
    [{ format: 'slack', archive: 'https://evil.example/?x' }, /^--archive: /],
    [{ format: 'slack' }, /a\.txt is no JSON/],
    [{ window: '2020-01-01' }, /outside the window/],
  ])('says in a line what is wrong with %j, and writes nothing', async (more, message) => {
    await expect(draft('x', from('a.txt', '2026-11-20 09:05 x', more))).rejects.toThrow(message);
    expect(readdirSync(root)).toEqual(['a.txt', 'site']);
  });

  it('refuses what is no text, and what is too much to be one incident’s', async () => {
    const record = from('a.txt', '');
    writeFileSync(join(root, 'a.txt'), Buffer.from([0x30, 0xff, 0xfe]));
    await expect(draft('x', record)).rejects.toThrow('a.txt is not UTF-8');
    writeFileSync(join(root, 'a.txt'), Buffer.alloc(33 * 1024 * 1024, 'a'));
    await expect(draft('x', record)).rejects.toThrow(/more than 33554432 bytes/);
  });
});
