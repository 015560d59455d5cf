import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import type { Asked, Reply } from './apiServer.js';
import { serveGithub, type GithubServer } from './githubServer.js';
import {
  createSynced,
  item,
  itemsOf,
  incidentPath,
  runSync,
  snapshotOf,
  textOf,
  tokens,
  type Ran,
} from './syncRun.js';
import type { Workspace } from '../workspace.js';

// Each test runs the command several times.
vi.setConfig({ testTimeout: 60_000 });

const closed = { state: 'closed', state_reason: 'completed', closed_at: '2026-03-28T10:00:00Z' } as const;

/** Two items with closed tickets, of which the first is the one that makes trouble. */
async function create(): Promise<{ github: GithubServer; workspace: Workspace }> {
  const github = await serveGithub();
  github.put(closed);
  github.put(closed);
  const workspace = createSynced(
    `sync:\n  github: { repo: o/r, url: '${github.url}', token_env: GITHUB_TOKEN }\n`,
    item('R1', "ticket: 'gh:o/r#1'") + item('R2', "ticket: 'gh:o/r#2'"),
  );
  return { github, workspace };
}

type Trouble = (asked: Asked) => Reply | undefined;
const first =
  (reply: Reply): Trouble =>
  ({ path }) =>
    path.endsWith('/1') ? reply : undefined;

/** What the second ticket says is written, whatever becomes of the first, which stays as it was. */
function expectOnlySecond(workspace: Workspace): void {
  expect(itemsOf(workspace)).toBe(
    item('R1', "ticket: 'gh:o/r#1'") + item('R2', 'state: done', 'done: 2026-03-28', "ticket: 'gh:o/r#2'"),
  );
}

it.each<[string, Trouble, number, string]>([
  ['deleted (404)', first({ status: 404 }), 1, 'gh:o/r#1: GitHub knows nothing there'],
  ['deleted (410)', first({ status: 410 }), 1, 'gh:o/r#1: GitHub says that it was deleted'],
  ['transferred', first({ status: 301, headers: { location: 'http://127.0.0.1:1/' } }), 1, 'has moved (301)'],
  [
    'not allowed',
    first({ status: 403, body: { message: `Resource not accessible with ${tokens.GITHUB_TOKEN}` } }),
    2,
    'Resource not accessible with …',
  ],
  ['down', first({ status: 503 }), 2, 'GitHub has trouble (503)'],
  [
    'no issue',
    first({ status: 200, body: { number: '1', state: 7 } }),
    2,
    'something else than was asked for',
  ],
  ['another issue', first({ status: 200, body: { number: 2, title: '', state: 'closed' } }), 1, 'is #2 now'],
  ['JSON of one word', first({ status: 200, body: null }), 2, 'something else'],
])('a ticket that is %s is told, and no other is lost', async (_, trouble, code, message) => {
  const { github, workspace } = await create();
  github.before = trouble;
  const ran = await runSync(workspace);
  expect(ran.code).toBe(code);
  expect(code === 2 ? ran.failed : ran.noted).toContain(message);
  expectOnlySecond(workspace);
  expect(JSON.parse(snapshotOf(workspace))).toMatchObject({ tickets: [{ ticket: 'gh:o/r#2' }] });
  expect((await runSync(workspace)).code).toBe(code);
});

it.each([
  ['no JSON', '<html>Welcome</html>'],
  ['a broken JSON', '{"number": 1, '],
  ['an endless answer', 'x'.repeat(33 * 1024 * 1024)],
])('%s is told, and no other is lost', async (_, text) => {
  const { github, workspace } = await create();
  github.before = ({ path }, response) => {
    if (!path.endsWith('/1')) return undefined;
    response.writeHead(200).end(text);
    return 'handled';
  };
  const ran = await runSync(workspace);
  expect([ran.code, ran.failed]).toEqual([2, expect.stringMatching(/not JSON|more than \d+ bytes/)]);
  expectOnlySecond(workspace);
});

it('waits no longer for an answer than it has patience, and asks again', async () => {
  const { github, workspace } = await create();
  let times = 0;
  github.before = ({ path }) => (path.endsWith('/1') && ++times < 3 ? 'handled' : undefined);
  const ran = await runSync(workspace, {}, { patience: 500 });
  expect([ran.code, times]).toEqual([0, 3]);
  times = -5;
  const again = await runSync(workspace, {}, { patience: 500 });
  expect([again.code, again.failed]).toEqual([2, expect.stringContaining('no answer in time')]);
});

it('keeps in the snapshot what it knew of a ticket that cannot be asked', async () => {
  const { github, workspace } = await create();
  await runSync(workspace);
  const before = snapshotOf(workspace);
  github.before = first({ status: 500 });
  expect((await runSync(workspace)).code).toBe(2);
  expect(snapshotOf(workspace)).toBe(before);
});

it.each<[string, Reply, number]>([
  ['429', { status: 429, headers: { 'retry-after': '7' } }, 7_000],
  ['403 with a time', { status: 403, headers: { 'retry-after': '7' } }, 7_000],
  [
    '403 with the hour at which it ends',
    {
      status: 403,
      headers: {
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': '1800000030',
        date: new Date(1_800_000_000_000).toUTCString(),
      },
    },
    31_000,
  ],
  ['429 without a word', { status: 429 }, 60_000],
])('waits as long as %s asks for', async (_, reply, wait) => {
  const { github, workspace } = await create();
  let times = 0;
  github.before = ({ path }) => (path.endsWith('/1') && ++times === 1 ? reply : undefined);
  const ran = await runSync(workspace);
  expect([ran.code, ran.waits]).toEqual([0, [wait]]);
  expect(itemsOf(workspace)).not.toContain('state: open');
});

it('waits for some minutes in all, and then says for how long not', async () => {
  const { github, workspace } = await create();
  github.before = first({ status: 429, headers: { 'retry-after': '100' } });
  const ran = await runSync(workspace);
  expect([ran.code, ran.waits]).toEqual([2, [100_000, 100_000, 100_000]]);
  expect(ran.failed).toContain('no more requests for 2 min');
  expectOnlySecond(workspace);
  github.before = () => ({ status: 429, headers: { 'retry-after': '3600' } });
  const asked = github.asked.length;
  const hour = await runSync(workspace);
  expect(hour.failed).toContain('gh:o/r#1, gh:o/r#2: GitHub wants no more requests for 60 min');
  expect(github.asked.length - asked).toBeLessThanOrEqual(2);
});

it('sends the token to no other host', async () => {
  const { github, workspace } = await create();
  let strayed = 0;
  const other = createServer((_, response) => {
    strayed++;
    response.end('{}');
  });
  await new Promise<void>((resolve) => void other.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void other.close());
  const location = `http://localhost:${(other.address() as AddressInfo).port}/`;
  for (const status of [301, 302, 303, 307, 308]) {
    github.before = first({ status, headers: { location } });
    expect((await runSync(workspace)).code).toBe(1);
  }
  expect(strayed).toBe(0);
});

it('asks no more with a token that is not accepted', async () => {
  const { github, workspace } = await create();
  github.before = () => ({ status: 401, body: { message: `Bad credentials: ${tokens.GITHUB_TOKEN}` } });
  const before = textOf(workspace);
  const ran = await runSync(workspace);
  expect(ran.failed).toBe('gh:o/r#1, gh:o/r#2: GitHub does not accept the token (401)');
  expect(textOf(workspace)).toBe(before);
});

it.each<[Record<string, string>, string]>([
  [{}, 'which is not set'],
  [{ GITHUB_TOKEN: ' \n' }, 'which is not set'],
  [{ GITHUB_TOKEN: 'ghs-zqtokenzq\nx-other: 1' }, 'cannot take'],
  [{ GITHUB_TOKEN: 'ghs-zqtokenzq-ключ' }, 'cannot take'],
])('names the variable of a token that cannot be used, and asks nothing: %j', async (env, message) => {
  const { github, workspace } = await create();
  const ran = await runSync(workspace, {}, { env });
  expect([ran.code, github.asked]).toEqual([2, []]);
  expect(ran.failed).toContain('GITHUB_TOKEN');
  expect(ran.failed).toContain(message);
  expect(ran.failed).not.toContain('\n');
});

it('takes a token with the line break that CI leaves behind it', async () => {
  const { github, workspace } = await create();
  await runSync(workspace, {}, { env: { GITHUB_TOKEN: 'abc\n' } });
  expect(github.asked[0]?.headers.authorization).toBe('Bearer abc');
});

it('says that nobody is there', async () => {
  const workspace = createSynced(
    "sync:\n  github: { repo: o/r, url: 'http://127.0.0.1:1/', token_env: GITHUB_TOKEN }\n",
    item('R1', "ticket: 'gh:o/r#1'"),
  );
  const ran: Ran = await runSync(workspace);
  expect([ran.code, ran.failed]).toEqual([2, expect.stringContaining('GitHub could not be reached')]);
});

it.each([
  'http://github.example.com/',
  'ftp://github.example.com/',
  'http://127.0.0.1.example.com/',
  'http://localhost@example.com/',
])('sends no token over %s', async (url) => {
  const workspace = createSynced(
    `sync:\n  github: { repo: o/r, url: '${url}', token_env: GITHUB_TOKEN }\n`,
    item('R1', "ticket: 'gh:o/r#1'"),
  );
  expect(await workspace.check()).toContainEqual(expect.stringMatching(/^site\/site\.yaml:\d+ error /));
  const ran = await runSync(workspace);
  expect(ran.code).toBe(2);
});

it('says that there is no ticket system', async () => {
  const workspace = createSynced('', item('R1'));
  expect((await runSync(workspace)).failed).toContain('docs/tickets.md');
  expect(readFileSync(join(workspace.root, 'site/site.yaml'), 'utf8')).not.toContain('sync');
});

it('keeps what it knew of tickets of a file that cannot be read', async () => {
  const { workspace } = await create();
  await runSync(workspace);
  const [before, text] = [snapshotOf(workspace), textOf(workspace)];
  workspace.file(incidentPath, text.replace('severity: minor', 'severity: [minor'));
  const ran = await runSync(workspace);
  expect(ran.noted).toContain('afterword check');
  expect(snapshotOf(workspace)).toBe(before);
});
