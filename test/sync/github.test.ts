import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyPatch } from 'diff';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { serveGithub, type GithubIssue, type GithubServer } from './githubServer.js';
import {
  createSynced,
  item,
  itemsOf,
  incidentPath,
  runEdit,
  runSync,
  snapshotOf,
  textOf,
  tokens,
} from './syncRun.js';
import type { Workspace } from '../workspace.js';

// Each test runs the command several times.
vi.setConfig({ testTimeout: 60_000 });

let github: GithubServer;

/** What was asked and answered is what GitHub's own description says. */
afterEach(() => {
  if (github.faults.length > 0) throw new Error(github.faults.join('\n'));
});

async function create(remediation: string, more = ''): Promise<Workspace> {
  github = await serveGithub();
  return createSynced(
    `sync:\n  github: { repo: o/r, url: '${github.url}', token_env: GITHUB_TOKEN, labels: [postmortem]${more} }\n`,
    remediation,
  );
}

const closed: Partial<GithubIssue> = {
  state: 'closed',
  state_reason: 'completed',
  closed_at: '2026-03-28T23:30:00Z',
};

const sent = (method: string): unknown[] =>
  github.asked.filter((one) => one.method === method).map(({ body }) => body);

describe('a pull', () => {
  it('writes what was closed, on the day of the site’s zone, and no other byte', async () => {
    const workspace = await create(item('R1', 'state: in-progress   # since May', "ticket: 'gh:o/r#1'"));
    // Half past midnight of the 30th in Dublin, where summer has begun.
    github.put({ ...closed, closed_at: '2026-03-29T23:30:00Z' });
    const before = textOf(workspace);
    const ran = await runSync(workspace);
    expect(ran.code).toBe(0);
    expect(ran.printed).toContain('2026-03-14-checkout-down#R1: done on 2026-03-30 (gh:o/r#1)');
    expect(textOf(workspace)).toBe(
      before.replace('in-progress ', 'done ').replace(/(state: done .*\n)/, '$1    done: 2026-03-30\n'),
    );
    expect(github.asked.map(({ method, path: at }) => `${method} ${at}`)).toEqual([
      'GET /repos/o/r/issues/1',
    ]);
    expect(github.asked[0]?.headers.authorization).toBe(`Bearer ${tokens.GITHUB_TOKEN}`);
  });

  it('changes nothing the second time, and the snapshot has no clock in it', async () => {
    const workspace = await create(
      item('R1', "ticket: ['gh:o/r#2', 'gh:O/R#1']") + item('R2', "ticket: 'https://wiki.example.com/x'"),
    );
    github.put({ ...closed, assignees: ['zoe', 'kimd'] });
    github.put({});
    await runSync(workspace);
    expect(JSON.parse(snapshotOf(workspace))).toEqual({
      version: 1,
      tickets: [
        {
          ticket: 'gh:o/r#1',
          url: `${github.url}o/r/issues/1`,
          state: 'done',
          closed: '2026-03-28',
          assignees: ['kimd', 'zoe'],
        },
        { ticket: 'gh:o/r#2', url: `${github.url}o/r/issues/2`, state: 'open', closed: null, assignees: [] },
      ],
    });
    const [text, snapshot] = [textOf(workspace), snapshotOf(workspace)];
    const again = await runSync(workspace, { check: true });
    expect([again.code, again.printed]).toEqual([0, '']);
    await runSync(workspace);
    expect([textOf(workspace), snapshotOf(workspace)]).toEqual([text, snapshot]);
  });

  it.each(['open', 'in-progress', 'blocked', 'proposed'])(
    'leaves %s as it is while the ticket is open',
    async (state) => {
      const workspace = await create(item('R1', `state: ${state}`, "ticket: 'gh:o/r#1'"));
      github.put({});
      const before = textOf(workspace);
      expect((await runSync(workspace)).code).toBe(0);
      expect(textOf(workspace)).toBe(before);
    },
  );

  it('opens again what was opened there', async () => {
    const workspace = await create(item('R1', 'state: done', 'done: 2026-03-20', "ticket: 'gh:o/r#1'"));
    github.put({ state_reason: 'reopened' });
    await runSync(workspace);
    expect(itemsOf(workspace)).toBe(item('R1', 'state: open', "ticket: 'gh:o/r#1'"));
  });

  it.each([
    ['not planned', { ...closed, state_reason: 'not_planned' }],
    ['duplicate', { ...closed, state_reason: 'duplicate' }],
    ['not merged', { ...closed, state_reason: null, pull: { merged_at: null } }],
  ])('does not take %s for done: only a person can write why it is dropped', async (word, issue) => {
    const workspace = await create(item('R1', "ticket: 'gh:o/r#1'"));
    github.put(issue);
    const before = textOf(workspace);
    const ran = await runSync(workspace);
    expect(ran.code).toBe(0);
    expect(ran.noted).toContain(`closed as “${word}”`);
    expect(ran.noted).toContain('wont-do');
    expect(textOf(workspace)).toBe(before);
  });

  it('takes a merged pull request for done', async () => {
    const workspace = await create(item('R1', "ticket: 'http://x/o/r/pull/1'"));
    github.put({ ...closed, state_reason: null, pull: { merged_at: '2026-03-20T10:00:00Z' } });
    workspace.file(incidentPath, textOf(workspace).replace('http://x/', github.url));
    await runSync(workspace);
    expect(itemsOf(workspace)).toContain('done: 2026-03-28');
  });

  it('of several tickets waits for the last', async () => {
    const workspace = await create(item('R1', "ticket: ['gh:o/r#1', 'gh:o/r#2']"));
    github.put({ ...closed, closed_at: '2026-05-01T10:00:00Z' });
    const second = github.put({});
    await runSync(workspace);
    expect(itemsOf(workspace)).not.toContain('done');
    Object.assign(second, { ...closed, closed_at: '2026-04-01T10:00:00Z' });
    await runSync(workspace);
    expect(itemsOf(workspace)).toContain('done: 2026-05-01');
    Object.assign(second, { state: 'open', state_reason: 'reopened', closed_at: null });
    await runSync(workspace);
    expect(itemsOf(workspace)).toContain('state: open');
  });

  it('keeps a date that holds the day, and replaces one that does not', async () => {
    const workspace = await create(
      item('R1', 'state: done', 'done: 2026-03', "ticket: 'gh:o/r#1'") +
        item('R2', 'state: done', 'done: 2026-03-20', "ticket: 'gh:o/r#2'"),
    );
    github.put(closed);
    github.put(closed);
    await runSync(workspace);
    expect(itemsOf(workspace)).toContain('done: 2026-03\n');
    expect(itemsOf(workspace)).toContain('done: 2026-03-28\n');
  });

  it('writes the owner, by the handles of people', async () => {
    const workspace = await create(
      item('R1', 'owner: lee', "ticket: 'gh:o/r#1'") + item('R2', 'owner: storage', "ticket: 'gh:o/r#2'"),
    );
    github.put({ assignees: ['kimd'] });
    github.put({ assignees: ['leef', 'kimd'] });
    const ran = await runSync(workspace);
    expect(itemsOf(workspace)).toContain('owner: kim\n');
    expect(itemsOf(workspace)).toContain('owner: storage\n');
    expect(ran.noted).toContain('assigned to several');
  });

  it.each(['stranger', '__proto__', 'constructor', 'a\u001B]0;x\u0007b'])(
    'warns of the handle %j, and changes nothing',
    async (handle) => {
      const workspace = await create(item('R1', 'owner: lee', "ticket: 'gh:o/r#1'"));
      github.put({ assignees: [handle] });
      const before = textOf(workspace);
      const ran = await runSync(workspace);
      expect(ran.code).toBe(0);
      expect(ran.noted).toContain('handles.github');
      expect(ran.noted).not.toMatch(/[\u0000-\u0008\u001B\u0007]/);
      expect(textOf(workspace)).toBe(before);
    },
  );

  it('says with --check what differs, and changes nothing', async () => {
    const workspace = await create(item('R1', "ticket: 'gh:o/r#1'"));
    github.put(closed);
    const before = textOf(workspace);
    const ran = await runSync(workspace, { check: true });
    expect(ran.code).toBe(1);
    expect(ran.printed).toContain('#R1: done on 2026-03-28');
    expect(textOf(workspace)).toBe(before);
    expect(() => snapshotOf(workspace)).toThrow('ENOENT');
  });

  it('prints a patch with --dry-run', async () => {
    const workspace = await create(item('R1', "ticket: 'gh:o/r#1'"));
    github.put(closed);
    const before = textOf(workspace);
    const ran = await runSync(workspace, { dryRun: true });
    expect(textOf(workspace)).toBe(before);
    await runSync(workspace);
    expect(applyPatch(before, ran.printed)).toBe(textOf(workspace));
  });

  it('writes no edit that would bring an error, and all others', async () => {
    const workspace = await create(item('R1', 'opened: 2026-04-20', "ticket: 'gh:o/r#1'"));
    const other = 'incidents/2026-03-15-again.md';
    workspace.file(
      other,
      textOf(workspace)
        .replace('Checkout was', 'Again it was')
        .replace('2026-04-20', '2026-03-20')
        .replace(/2026-03-14/g, '2026-03-15')
        .replace('r#1', 'r#2'),
    );
    workspace.file(
      'site/site.yaml',
      readFileSync(join(workspace.root, 'site/site.yaml'), 'utf8').replace(
        'rules: { ',
        'rules: { done-before-opened: error, ',
      ),
    );
    github.put(closed);
    github.put(closed);
    const before = textOf(workspace);
    const ran = await runSync(workspace);
    expect(ran.code).toBe(1);
    expect(ran.noted).toContain('done-before-opened');
    expect(textOf(workspace)).toBe(before);
    expect(readFileSync(join(workspace.root, other), 'utf8')).toContain('done: 2026-03-28');
  });
});

describe('a push', () => {
  const open = item('R1', 'owner: kim', 'due: 2026-12-11', 'addresses: [C1]');
  const id = '2026-03-14-checkout-down#R1';

  it('makes the ticket of an open item, once, and writes its reference', async () => {
    const workspace = await create(
      open + item('R2', 'state: done', 'done: unknown') + item('R3', 'state: proposed'),
    );
    const ran = await runSync(workspace, { push: true });
    expect(ran.code).toBe(0);
    expect(ran.printed).toContain(`${id}: ticket gh:o/r#1, made`);
    expect(sent('POST')).toHaveLength(1);
    expect(github.issues[0]).toMatchObject({
      title: 'Rotate the log',
      labels: ['postmortem'],
      assignees: [],
    });
    const text = github.issues[0]?.body ?? '';
    expect(text).toMatch(/^```text\nafterword: 2026-03-14-checkout-down#R1\n/);
    // In code, so that nobody is told.
    expect(text.indexOf('@kimd')).toBeLessThan(text.indexOf('\n```\n'));
    expect(text).toContain('\ndue: 2026-12-11\n');
    expect(itemsOf(workspace)).toContain('due: 2026-12-11\n    ticket: "gh:o/r#1"\n');
    expect(await workspace.check()).not.toContainEqual(expect.stringContaining('error'));
    const [before, snapshot] = [textOf(workspace), snapshotOf(workspace)];
    const again = await runSync(workspace, { push: true });
    expect([again.code, again.printed]).toEqual([0, '']);
    expect(sent('POST')).toHaveLength(1);
    expect([textOf(workspace), snapshotOf(workspace)]).toEqual([before, snapshot]);
  });

  it('finds the ticket that a run made which was cut before it could write', async () => {
    const workspace = await create(open);
    for (let number = 1; number <= 120; number++) github.put({ body: `Some text.\r\n\r\nafterward: ${id}` });
    github.before = ({ operation, body }, response) => {
      if (!operation.startsWith('POST')) return undefined;
      github.put(body as Partial<GithubIssue>);
      response.destroy();
      return 'handled';
    };
    const cut = await runSync(workspace, { push: true });
    expect(cut.code).toBe(2);
    expect(textOf(workspace)).not.toContain('gh:o/r');
    github.before = () => undefined;
    const ran = await runSync(workspace, { push: true });
    expect(ran.printed).toContain(`${id}: ticket gh:o/r#121, made by an earlier run`);
    expect(sent('POST')).toHaveLength(1);
    expect(itemsOf(workspace)).toContain('ticket: "gh:o/r#121"\n');
  });

  it('takes no ticket for its own that a stranger marked', async () => {
    const workspace = await create(open);
    github.put({
      body: `\`\`\`text\nafterword: ${id}\n\`\`\`\n`,
      author_association: 'NONE',
      updated_at: '2026-10-01T00:00:00Z',
    });
    await runSync(workspace, { push: true });
    expect(itemsOf(workspace)).toContain('ticket: "gh:o/r#2"\n');
  });

  it('says in the ticket what git says now, and keeps what people wrote there', async () => {
    const workspace = await create(open);
    await runSync(workspace, { push: true });
    const [issue] = github.issues;
    if (issue) issue.body = `Looks easy.\r\n\r\n${issue.body?.replaceAll('\n', '\r\n')}\r\nNot so easy.`;
    expect((await runSync(workspace, { push: true, check: true })).code).toBe(0);
    workspace.file(
      incidentPath,
      textOf(workspace).replace('title: Rotate', 'title: Turn `x`').replace('12-11', '12-24'),
    );
    expect((await runSync(workspace, { push: true, check: true })).code).toBe(1);
    expect(issue?.title).toBe('Rotate the log');
    await runSync(workspace, { push: true });
    expect(issue?.title).toBe('Turn `x` the log');
    expect(issue?.body).toContain('\ndue: 2026-12-24\n');
    expect(issue?.body).toMatch(/^Looks easy\.[^]*Not so easy\.$/);
    expect((await runSync(workspace, { push: true, check: true })).code).toBe(0);
  });

  it('leaves tickets alone that others made', async () => {
    const workspace = await create(item('R1', "ticket: 'gh:o/r#1'"));
    github.put({ title: 'Their own words' });
    await runSync(workspace, { push: true });
    expect(github.asked.filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  it('writes nothing into a repository that everybody reads, unless that is allowed', async () => {
    const workspace = await create(open);
    github.isPrivate = false;
    const ran = await runSync(workspace, { push: true });
    expect([ran.code, sent('POST')]).toEqual([2, []]);
    expect(ran.failed).toContain('allow_public');
    const settings = readFileSync(join(workspace.root, 'site/site.yaml'), 'utf8');
    workspace.file('site/site.yaml', settings.replace('[postmortem]', '[postmortem], allow_public: true'));
    expect((await runSync(workspace, { push: true })).code).toBe(0);
    expect(sent('POST')).toHaveLength(1);
  });

  it('sends no secret', async () => {
    const workspace = await create(open.replace('Rotate the log', `Rotate ghp_${'zR4kT9wQ'.repeat(4)}abcd`));
    const ran = await runSync(workspace, { push: true });
    expect([ran.code, sent('POST')]).toEqual([1, []]);
    expect(ran.noted).toContain('secret');
  });

  it('says with --dry-run what would be sent, and sends nothing', async () => {
    const workspace = await create(open);
    const before = textOf(workspace);
    const ran = await runSync(workspace, { push: true, dryRun: true });
    expect(ran.noted).toContain(`${id}: a new ticket in github, “Rotate the log”`);
    expect(github.asked.filter(({ method }) => method !== 'GET')).toEqual([]);
    expect(textOf(workspace)).toBe(before);
  });
});

describe('remediation --push', () => {
  it('closes the ticket and writes the state', async () => {
    const workspace = await create(item('R1', "ticket: 'gh:o/r#1'"));
    github.put({});
    const ran = await runEdit(workspace, { verb: 'done' });
    expect(ran.code).toBe(0);
    expect(sent('PATCH')).toEqual([{ state: 'closed', state_reason: 'completed' }]);
    expect(itemsOf(workspace)).toContain('state: done\n    done: 2026-11-22\n');
    await runSync(workspace);
    expect((await runSync(workspace, { check: true })).code).toBe(0);
    expect((await runEdit(workspace, { verb: 'done' })).code).toBe(0);
    expect(sent('PATCH')).toHaveLength(1);
    await runEdit(workspace, { verb: 'reopen' });
    expect(github.issues[0]?.state).toBe('open');
    expect(itemsOf(workspace)).toContain('state: open');
  });

  it('assigns whom the ticket system knows', async () => {
    const workspace = await create(item('R1', "ticket: 'gh:o/r#1'"));
    github.put({});
    await runEdit(workspace, { verb: 'assign', owner: 'lee' });
    expect(github.issues[0]?.assignees).toEqual(['leef']);
    expect(itemsOf(workspace)).toContain('owner: lee');
    for (const owner of ['max', 'storage'])
      expect((await runEdit(workspace, { verb: 'assign', owner })).failed).toContain('handles.github');
  });

  it('changes no file whose ticket did not change, and all others', async () => {
    const workspace = await create(item('R1', "ticket: 'gh:o/r#1'") + item('R2', "ticket: 'gh:o/r#2'"));
    github.put({});
    github.put({});
    github.members = [];
    const ran = await runEdit(workspace, { verb: 'assign', owner: 'lee' });
    expect(ran.code).toBe(2);
    expect(ran.failed).toContain('did not make it');
    expect(itemsOf(workspace)).not.toContain('owner');
    github.before = ({ path: at }) => (at.endsWith('/1') ? { status: 500 } : undefined);
    const done = await runEdit(workspace, { verb: 'done' }, ['R1', 'R2']);
    expect(done.failed).toContain('#R1 stays as it was');
    expect(itemsOf(workspace)).toBe(
      item('R1', "ticket: 'gh:o/r#1'") + item('R2', 'state: done', 'done: 2026-11-22', "ticket: 'gh:o/r#2'"),
    );
  });
});
