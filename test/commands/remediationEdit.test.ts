import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyPatch } from 'diff';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ItemEdit } from '../../src/commands/itemEdit.js';
import { publish } from '../../src/commands/publish.js';
import { editRemediation } from '../../src/commands/remediationEdit.js';
import type { Terminal } from '../../src/commands/terminal.js';
import { createWorkspace, type Workspace } from '../workspace.js';

const path = 'incidents/2026-03-14-checkout-down.md';

interface Ran {
  code: number;
  printed: string;
  noted: string;
  text: string;
}

function createTerminal({ root }: Workspace): { terminal: Terminal; printed: string[]; noted: string[] } {
  const [printed, noted]: string[][] = [[], []];
  const terminal: Terminal = {
    print: (text) => printed?.push(text),
    note: (text) => noted?.push(text),
    color: false,
    cwd: root,
    version: '0',
    findAsOf: () => '2026-11-22',
  };
  return { terminal, printed: printed ?? [], noted: noted ?? [] };
}

async function run(workspace: Workspace, edit: ItemEdit, ids = ['R1'], dryRun = false): Promise<Ran> {
  const { terminal, printed, noted } = createTerminal(workspace);
  const code = await editRemediation({ root: workspace.root, ids, edit, dryRun }, terminal);
  const text = readFileSync(join(workspace.root, path), 'utf8');
  return { code, printed: printed.join(''), noted: noted.join(''), text };
}

/** An incident with these lines of front matter in its end. */
function incident(lines: string): string {
  return `---
title: 'Checkout was down'
severity: minor
status: final
started: 2026-03-14 09:05
resolved: 2026-03-14 18:00
summary: "Checkout answered with errors."
impact: [ { service: checkout,   level: outage } ]
${lines}---

## What happened

A log: filled the disk.
`;
}

/** Runs an edit on a file with these lines, and gives the lines that come out; all else must be as it was. */
async function editLines(lines: string, edit: ItemEdit, workspace = createWorkspace()): Promise<string> {
  workspace.file(path, incident(lines));
  const { text, code } = await run(workspace, edit);
  expect(code).toBe(0);
  const [head = '', tail = ''] = incident('<LINES>').split('<LINES>');
  expect(text.startsWith(head)).toBe(true);
  expect(text.endsWith(tail)).toBe(true);
  return text.slice(head.length, text.length - tail.length);
}

const due: ItemEdit = { verb: 'due', due: '2026-12-24' };
const plain = `remediation:
  - id: R1
    title: Rotate the log
    type: prevent
    state: open   # since May
    owner: kim
    due: 2026-12-11
    # to be discussed
    done_when: A drill shows it.
`;

describe('done', () => {
  it('writes the state and the day, and leaves every other byte', async () => {
    expect(await editLines(plain, { verb: 'done' })).toBe(
      plain.replace('state: open ', 'state: done ').replace('12-11\n', '12-11\n    done: 2026-11-22\n'),
    );
    expect(await editLines(plain, { verb: 'done', on: '2026-11' })).toContain('    done: 2026-11\n');
    expect(await editLines(plain, { verb: 'done', on: 'unknown' })).toContain('    done: unknown\n');
  });

  it.each([
    ['without a state', plain.replace(/ {4}state.*\n/, ''), 'type: prevent\n    state: done\n'],
    ['with a state in quotes', plain.replace('open', '"open"'), 'state: "done"   # since May\n'],
    ['with a state in other quotes', plain.replace('open', "'open'"), "state: 'done'   # since May\n"],
    ['with a quoted key', plain.replace('state:', '"state" :'), '"state" : done   # since May\n'],
    ['with a key without a value', plain.replace('state: open', 'state:'), 'state: done   # since May\n'],
    [
      'with a wide dash',
      plain.replace(/^ {2}- id/m, '  -   id').replace(/^ {4}/gm, '      '),
      '      done: 2026-11-22\n',
    ],
    ['with a list that is not indented', plain.replace(/^ {2}/gm, ''), '\n  done: 2026-11-22\n'],
    ['in Chinese', plain.replace('Rotate the log', '磁盘告警：轮换日志 🚨'), '    done: 2026-11-22\n'],
  ])('of an item %s', async (_, lines, expected) => {
    const edited = await editLines(lines, { verb: 'done' });
    expect(edited).toContain(expected);
    expect(edited).toContain(
      '\n    # to be discussed\n'.replace('    ', /\n( *)# to/.exec(lines)?.[1] ?? ''),
    );
    expect(edited.split('\n').length - lines.split('\n').length).toBe(lines.includes('state') ? 1 : 2);
  });

  it.each([
    [
      'remediation: [{ id: R1, title: "Rotate, the log", type: prevent, due: 2026-12-11 }]\n',
      'remediation: [{ id: R1, title: "Rotate, the log", type: prevent, state: done, due: 2026-12-11, done: 2026-11-22 }]\n',
    ],
    [
      'remediation:\n  - {id: R1, title: x y, type: prevent, state: open}  # one\n',
      'remediation:\n  - {id: R1, title: x y, type: prevent, state: done, done: 2026-11-22}  # one\n',
    ],
    [
      'remediation:\n  - {\n      id: R1,\n      title: x y,\n      type: prevent, # sure\n      due: 2026-12-11,\n    }\n',
      'remediation:\n  - {\n      id: R1,\n      title: x y,\n      type: prevent, # sure\n      state: done,\n      due: 2026-12-11,\n      done: 2026-11-22,\n    }\n',
    ],
    [
      'remediation:\n  - {\n      id: R1,\n      title: x y,\n      type: prevent # sure\n    }\n',
      'remediation:\n  - {\n      id: R1,\n      title: x y,\n      type: prevent, # sure\n      state: done,\n      done: 2026-11-22\n    }\n',
    ],
  ])('in braces', async (lines, expected) => {
    expect(await editLines(lines, { verb: 'done' })).toBe(expected);
  });

  it('keeps CRLF and a byte order mark', async () => {
    const workspace = createWorkspace();
    const before = `\uFEFF${incident(plain).replaceAll('\n', '\r\n')}`;
    workspace.file(path, before);
    const { text } = await run(workspace, { verb: 'done' });
    expect(text).toBe(
      before
        .replace('state: open ', 'state: done ')
        .replace('12-11\r\n', '12-11\r\n    done: 2026-11-22\r\n'),
    );
  });

  it('changes nothing the second time, and says so', async () => {
    const workspace = createWorkspace();
    workspace.file(path, incident(plain));
    const first = await run(workspace, { verb: 'done', on: '2026-11-20' });
    expect(first.printed).toBe('2026-03-14-checkout-down#R1: done on 2026-11-20\n');
    const second = await run(workspace, { verb: 'done' });
    expect(second).toMatchObject({ code: 0, text: first.text });
    expect(second.printed).toContain('done already, on 2026-11-20; nothing changes');
    const other = await run(workspace, { verb: 'done', on: '2026-11-21' });
    expect(other.text).toBe(first.text.replace('done: 2026-11-20', 'done: 2026-11-21'));
  });

  it('is never in the future', async () => {
    const workspace = createWorkspace();
    workspace.file(path, incident(plain));
    await expect(run(workspace, { verb: 'done', on: '2026-11-23' })).rejects.toThrow('after 2026-11-22');
    expect(readFileSync(join(workspace.root, path), 'utf8')).toBe(incident(plain));
  });
});

describe('reopen', () => {
  it('takes the day away and says so; a comment beside it stays', async () => {
    const done = plain.replace('open ', 'done ').replace('12-11\n', '12-11\n    done: 2026-11-02\n');
    expect(await editLines(done, { verb: 'reopen' })).toBe(plain);
    const commented = done.replace('11-02\n', '11-02   # Kim saw it\n');
    expect(await editLines(commented, { verb: 'reopen' })).toBe(
      plain.replace('12-11\n', '12-11\n    # Kim saw it\n'),
    );
    const workspace = createWorkspace();
    workspace.file(path, incident(done));
    expect((await run(workspace, { verb: 'reopen' })).printed).toContain('2026-11-02, is taken away');
  });

  it.each([
    [
      '{ id: R1, title: x, type: prevent, state: done, done: 2026-11-02 }',
      '{ id: R1, title: x, type: prevent, state: open }',
    ],
    [
      '{ done: 2026-11-02, id: R1, title: x, type: prevent, state: done }',
      '{ id: R1, title: x, type: prevent, state: open }',
    ],
    [
      '{\n      id: R1, title: x,\n      type: prevent, state: done,\n      done: 2026-11-02,\n    }',
      '{\n      id: R1, title: x,\n      type: prevent, state: open,\n    }',
    ],
  ])('in braces', async (item, expected) => {
    expect(await editLines(`remediation:\n  - ${item}\n`, { verb: 'reopen' })).toBe(
      `remediation:\n  - ${expected}\n`,
    );
  });

  it('where the day stands first', async () => {
    const lines =
      'remediation:\n  - done: 2026-11-02\n    id: R1\n    title: x\n    type: prevent\n    state: done\n';
    expect(await editLines(lines, { verb: 'reopen' })).toBe(
      lines.replace('done: 2026-11-02\n    ', '').replace('state: done', 'state: open'),
    );
  });

  it('tells of what is to be mended since', async () => {
    const workspace = createWorkspace();
    workspace.file(
      path,
      incident(plain.replace('open ', 'wont-do ').replace('    owner', '    reason: Too dear.\n    owner')),
    );
    const { noted, text } = await run(workspace, { verb: 'reopen' });
    expect(text).toContain('reason: Too dear.');
    expect(noted).toContain('state-differs');
  });
});

describe('start and block', () => {
  it('write the state', async () => {
    expect(await editLines(plain, { verb: 'start' })).toBe(plain.replace('open ', 'in-progress '));
    expect(await editLines(plain, { verb: 'block' })).toBe(plain.replace('open ', 'blocked '));
  });
  it('refuse what is closed, and say how to go on', async () => {
    const workspace = createWorkspace();
    workspace.file(path, incident(plain.replace('open ', 'superseded ')));
    for (const verb of ['start', 'block', 'done'] as const)
      await expect(run(workspace, { verb })).rejects.toThrow('`reopen` it first');
  });
});

describe('due', () => {
  const moved = '    moved:\n      - from: 2026-12-11\n        date: 2026-11-22\n';
  it('keeps the date before, as it was written', async () => {
    const edited = plain.replace('due: 2026-12-11\n', `due: 2026-12-24\n${moved}`);
    expect(await editLines(plain, due)).toBe(edited);
    expect(await editLines(plain.replace('2026-12-11', '2026-Q4'), due)).toBe(
      edited.replace('from: 2026-12-11', 'from: 2026-Q4'),
    );
    expect(await editLines(plain, { ...due, reason: 'The part: late #2' })).toContain(
      `${moved}        reason: "The part: late #2"\n`,
    );
  });
  it('of an item that had none is only written', async () => {
    expect(await editLines(plain.replace(/ {4}due.*\n/, ''), due)).toBe(plain.replace('12-11', '12-24'));
  });
  it.each([
    [
      'in a list of lines',
      '    moved:\n      -  from: 2026-05-01   # first\n         reason: late\n      # none yet\n',
      '    moved:\n      -  from: 2026-05-01   # first\n         reason: late\n      -  from: 2026-12-11\n         date: 2026-11-22\n      # none yet\n',
    ],
    [
      'in a list of braces',
      '    moved:\n      - {from: 2026-05-01}   # first\n',
      '    moved:\n      - {from: 2026-05-01}   # first\n      - {from: 2026-12-11, date: 2026-11-22}\n',
    ],
    [
      'in brackets',
      '    moved: [{ from: 2026-05-01 }]   # once\n',
      '    moved: [{ from: 2026-05-01 }, { from: 2026-12-11, date: 2026-11-22 }]   # once\n',
    ],
    ['in empty brackets', '    moved: []\n', '    moved: [{ from: 2026-12-11, date: 2026-11-22 }]\n'],
    [
      'in no list yet',
      '    moved:   # none\n',
      '    moved:   # none\n      - from: 2026-12-11\n        date: 2026-11-22\n',
    ],
  ])('%s', async (_, lines, expected) => {
    const before = plain.replace('    # to be', `${lines}    # to be`);
    expect(await editLines(before, due)).toBe(
      before.replace('due: 2026-12-11', 'due: 2026-12-24').replace(lines, expected),
    );
  });
  it('in braces', async () => {
    expect(
      await editLines('remediation:\n  - { id: R1, title: x, type: prevent, due: 2026-12-11 }\n', due),
    ).toBe(
      'remediation:\n  - { id: R1, title: x, type: prevent, due: 2026-12-24, moved: [{ from: 2026-12-11, date: 2026-11-22 }] }\n',
    );
  });
  it('changes nothing where it is due then', async () => {
    expect(await editLines(plain, { verb: 'due', due: '2026-12-11' })).toBe(plain);
  });
  it('refuses what is no day', async () => {
    const workspace = createWorkspace();
    workspace.file(path, incident(plain));
    await expect(run(workspace, { verb: 'due', due: 'friday' })).rejects.toThrow('friday');
  });
});

describe('assign', () => {
  it('writes the owner', async () => {
    expect(await editLines(plain, { verb: 'assign', owner: 'storage' })).toBe(
      plain.replace('owner: kim', 'owner: storage'),
    );
    expect(await editLines(plain.replace(/ {4}owner.*\n/, ''), { verb: 'assign', owner: 'kim' })).toBe(plain);
  });
  it('knows who is meant', async () => {
    const workspace = createWorkspace();
    workspace.file(path, incident(plain));
    await expect(run(workspace, { verb: 'assign', owner: 'Kim Doe' })).rejects.toThrow('Did you mean `kim`?');
    await expect(run(workspace, { verb: 'assign', owner: 'storrage' })).rejects.toThrow(
      'Did you mean `storage`?',
    );
  });
});

describe('names of items', () => {
  const other = 'incidents/2026/2026-04-01-search-slow.md';
  function createTwo(): Workspace {
    const workspace = createWorkspace();
    workspace.file(path, incident(plain));
    workspace.file(
      other,
      incident(plain).replace("'Checkout was", "'Search was").replaceAll('03-14', '04-01'),
    );
    return workspace;
  }
  it.each(['2026-03-14-checkout-down#R1', '2026-03-14-checkout-down/R1', `${path}#R1`])(
    '%s',
    async (name) => {
      const workspace = createTwo();
      const { text } = await run(workspace, { verb: 'start' }, [name]);
      expect(text).toBe(incident(plain.replace('open ', 'in-progress ')));
      expect(readFileSync(join(workspace.root, other), 'utf8')).toContain('state: open ');
    },
  );
  it('several at once, all or none', async () => {
    const workspace = createTwo();
    const ids = ['2026-03-14-checkout-down#R1', '2026-04-01-search-slow#R1'];
    await expect(run(workspace, { verb: 'start' }, [...ids, 'R9'])).rejects.toThrow('no item `R9`');
    expect(readFileSync(join(workspace.root, path), 'utf8')).toBe(incident(plain));
    expect((await run(workspace, { verb: 'start' }, ids)).printed.split('\n')).toHaveLength(3);
    expect(readFileSync(join(workspace.root, other), 'utf8')).toContain('in-progress');
  });
  it.each([
    ['R1', 'There are 2 items `R1`: `2026-04-01-search-slow#R1` and `2026-03-14-checkout-down#R1`'],
    ['r9', 'There is no item `r9`'],
    ['2026-03-14-checkout-down#R2', `${path} has \`R1\``],
    ['2026-03-14-checkout-dwn#R1', 'did you mean `2026-03-14-checkout-down#R1`?'],
  ])('says what %s may mean', async (name, said) => {
    await expect(run(createTwo(), { verb: 'start' }, [name])).rejects.toThrow(said);
  });
  it('two items of one file', async () => {
    const workspace = createWorkspace();
    const second = plain.replace('remediation:\n', '').replace('R1', 'R2').replace('the log', 'the disk');
    workspace.file(path, incident(plain + second));
    const { text } = await run(workspace, { verb: 'done' }, ['R2', 'R1']);
    const done = (lines: string): string =>
      lines.replace('open ', 'done ').replace('12-11\n', '12-11\n    done: 2026-11-22\n');
    expect(text).toBe(incident(done(plain) + done(second)));
  });
});

describe('an edit that must not be', () => {
  it('is refused with the error that it would bring, and nothing is written', async () => {
    const workspace = createWorkspace();
    const settings = readFileSync(join(workspace.root, 'site/site.yaml'), 'utf8');
    workspace.file('site/site.yaml', settings.replace('rules: {', 'rules: { due-before-opened: error,'));
    workspace.file(path, incident(plain));
    const { code, printed, noted, text } = await run(workspace, { verb: 'due', due: '2025-12-24' });
    expect(code).toBe(1);
    expect(printed).toContain('due-before-opened');
    expect(noted).toContain('nothing was written');
    expect(text).toBe(incident(plain));
    expect((await run(workspace, due)).code).toBe(0);
  });
  it('is not refused for errors that were there before', async () => {
    const lines = `${plain}tags: [a, a]\nnonsense: x\n`;
    expect(await editLines(lines, { verb: 'start' })).toBe(lines.replace('open ', 'in-progress '));
  });
  it('is refused where the item itself cannot be read', async () => {
    const workspace = createWorkspace();
    workspace.file(path, incident(plain.replace('state: open', 'state: opne')));
    await expect(run(workspace, { verb: 'done' })).rejects.toThrow('afterword check');
  });
  it('is refused where the ticket system keeps the state, and says where', async () => {
    const workspace = createWorkspace();
    const settings = readFileSync(join(workspace.root, 'site/site.yaml'), 'utf8');
    const synced = (ticket: string): void =>
      workspace.file(path, incident(`${plain}    ticket: ${ticket}\n`));
    workspace.file(
      'site/site.yaml',
      `${settings}sync:\n  github: { repo: o/r, token_env: T }\n  jira: { url: 'https://jira.example.com/', token_env: J }\ntickets: { PAY: 'https://jira.example.com/browse/PAY-{id}', OPS: 'https://ops.example.org/{id}' }\n`,
    );
    synced('"gh:o/r#7"');
    for (const edit of [{ verb: 'done' }, { verb: 'assign', owner: 'storage' }] satisfies ItemEdit[])
      await expect(run(workspace, edit)).rejects.toThrow('https://github.com/o/r/issues/7');
    expect((await run(workspace, due)).code).toBe(0);
    expect((await run(workspace, { verb: 'start' })).code).toBe(0);
    synced('PAY-42');
    await expect(run(workspace, { verb: 'done' })).rejects.toThrow('https://jira.example.com/browse/PAY-42');
    for (const ticket of ['"gh:o/other#7"', 'OPS-1', 'https://wiki.example.com/x']) {
      synced(ticket);
      expect((await run(workspace, { verb: 'done' })).code).toBe(0);
    }
  });
});

it('prints a patch with --dry-run, and writes nothing', async () => {
  const workspace = createWorkspace();
  workspace.file(path, incident(plain));
  const { printed, text, noted } = await run(workspace, { verb: 'done' }, ['R1'], true);
  expect(text).toBe(incident(plain));
  expect(noted).toContain('Nothing was written');
  const patched = applyPatch(text, printed);
  workspace.file(path, incident(plain));
  expect(patched).toBe((await run(workspace, { verb: 'done' })).text);
});

it('says what customers will read otherwise, and that somebody has to accept it', async () => {
  const workspace = createWorkspace();
  const shown = 'public:\n  since: 2026-03-18\n  show: [summary, remediation]\n  withheld: [What happened]\n';
  workspace.file(path, incident(plain + shown));
  await publish(
    { root: workspace.root, files: [path], since: undefined },
    createTerminal(workspace).terminal,
  );
  expect(await workspace.check()).not.toContainEqual(expect.stringContaining('public-text-differs'));
  const { noted, code } = await run(workspace, { verb: 'done' });
  expect(code).toBe(0);
  expect(noted).toContain('+   State: done\n+   Done: 2026-11-22');
  expect(noted).toContain(`afterword publish ${path}`);
  expect(await workspace.check()).toContainEqual(expect.stringContaining('public-text-differs'));
  // What customers do not see is not told.
  expect((await run(workspace, { verb: 'assign', owner: 'storage' })).noted).not.toContain('+');
});

it('done, reopened and done again is done, and reopened what it was', async () => {
  const workspace = createWorkspace();
  const key = fc.constantFrom(
    'owner: kim',
    'priority: P1',
    'due: 2026-12-11',
    'done_when: "x, y"',
    'opened: 2026-03-16',
    'addresses: []',
    'moved: [{ from: 2026-11-01 }]',
    'ticket: PAY-1',
  );
  const item = fc.record({
    keys: fc.uniqueArray(key),
    style: fc.constantFrom('block', 'flow', 'lines'),
    crlf: fc.boolean(),
    comment: fc.constantFrom('', '   # why'),
  });
  await fc.assert(
    fc.asyncProperty(item, async ({ keys, style, crlf, comment }) => {
      const all = ['id: R1', 'title: "Rotate the log"', 'type: prevent', 'state: open', ...keys];
      const lines = {
        block: `  - ${all.join(`${comment}\n    `)}${comment}\n`,
        flow: `  - { ${all.join(', ')} }${comment}\n`,
        lines: `  - {\n      ${all.join(`,${comment}\n      `)},${comment}\n    }\n`,
      }[style];
      const before = incident(`remediation:\n${lines}`).replaceAll('\n', crlf ? '\r\n' : '\n');
      workspace.file(path, before);
      const done = (await run(workspace, { verb: 'done' })).text;
      expect(done).toMatch(/state: done[^]*done: 2026-11-22/);
      expect((await run(workspace, { verb: 'reopen' })).text).toBe(before);
      expect((await run(workspace, { verb: 'done' })).text).toBe(done);
    }),
    { numRuns: 40 },
  );
}, 60_000);
