import { afterEach, expect, it, vi } from 'vitest';
import { serveJira, type JiraIssue, type JiraServer } from './jiraServer.js';
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

let jira: JiraServer;

afterEach(() => {
  if (jira.faults.length > 0) throw new Error(jira.faults.join('\n'));
});

async function create(remediation: string, more = ''): Promise<Workspace> {
  jira = await serveJira();
  return createSynced(
    `sync:\n  jira: { url: '${jira.url}', project: PAY, token_env: JIRA_TOKEN, email_env: JIRA_EMAIL, labels: [postmortem]${more} }\n`,
    remediation,
  );
}

const done: Partial<JiraIssue> = {
  status: 'Done',
  resolution: 'Done',
  resolutiondate: '2026-03-29T23:30:00.000-0500',
};
const id = '2026-03-14-checkout-down#R1';

it('writes what was closed, on the day of the site’s zone, and the snapshot', async () => {
  const workspace = await create(item('R1', 'state: blocked', 'ticket: PAY-1'));
  jira.put({ ...done, assignee: 'acc:kim' });
  expect((await runSync(workspace)).code).toBe(0);
  expect(itemsOf(workspace)).toBe(
    item('R1', 'state: done', 'owner: kim', 'done: 2026-03-30', 'ticket: PAY-1'),
  );
  expect(JSON.parse(snapshotOf(workspace))).toEqual({
    version: 1,
    tickets: [
      {
        ticket: 'PAY-1',
        url: `${jira.url}browse/PAY-1`,
        state: 'done',
        closed: '2026-03-30',
        assignees: ['acc:kim'],
      },
    ],
  });
  const pair = btoa(`${tokens.JIRA_EMAIL}:${tokens.JIRA_TOKEN}`);
  expect(jira.asked[0]?.headers.authorization).toBe(`Basic ${pair}`);
  expect((await runSync(workspace, { check: true })).code).toBe(0);
});

it('opens again what was opened there, and takes an address for its key', async () => {
  const workspace = await create(item('R1', 'state: done', 'done: 2026-03-20', 'ticket: ADDRESS'));
  workspace.file(incidentPath, textOf(workspace).replace('ADDRESS', `${jira.url}browse/PAY-1`));
  jira.put({ status: 'Doing', assignee: 'acc:kim' });
  await runSync(workspace);
  expect(itemsOf(workspace)).toContain('state: open\n    owner: kim\n');
});

it.each([
  ['Won’t Do', 'wont-do'],
  ['Duplicate', 'wont-do'],
  ['Cannot Reproduce', 'wont-do'],
  ['Wird nicht erledigt', 'done_resolutions'],
])('does not take %s for done', async (resolution, wayOut) => {
  const workspace = await create(item('R1', 'ticket: PAY-1'));
  jira.put({ ...done, resolution });
  const before = textOf(workspace);
  const ran = await runSync(workspace);
  expect([ran.code, ran.noted.includes(resolution)]).toEqual([0, true]);
  expect(ran.noted).toContain(wayOut);
  expect(textOf(workspace)).toBe(before);
});

it('knows the company’s own word for done', async () => {
  const workspace = await create(item('R1', 'ticket: PAY-1'), ', done_resolutions: [Erledigt]');
  jira.put({ ...done, resolution: 'Erledigt' });
  await runSync(workspace);
  expect(itemsOf(workspace)).toContain('state: done');
});

it('tells of an issue that has moved, and changes nothing', async () => {
  const workspace = await create(item('R1', 'ticket: PAY-1'));
  jira.before = () => ({
    status: 200,
    body: { key: 'OPS-9', fields: { status: { name: 'Done', statusCategory: { key: 'done' } } } },
  });
  const before = textOf(workspace);
  const ran = await runSync(workspace);
  expect([ran.code, ran.noted]).toEqual([
    1,
    expect.stringContaining('PAY-1: Jira says that it is OPS-9 now'),
  ]);
  expect(textOf(workspace)).toBe(before);
});

it('makes the issue of an open item, once; finds it after a cut; and keeps what people wrote in it', async () => {
  const workspace = await create(item('R1', 'owner: kim', 'due: 2026-12', 'addresses: [C1]'));
  for (let number = 1; number <= 110; number++) jira.put({});
  jira.before = ({ operation, body }, response) => {
    if (operation !== 'POST /rest/api/3/issue') return undefined;
    const { fields } = body as {
      fields: { summary: string; duedate: string; description: unknown; assignee: { accountId: string } };
    };
    jira.put({ ...fields, assignee: fields.assignee.accountId });
    response.destroy();
    return 'handled';
  };
  expect((await runSync(workspace, { push: true })).code).toBe(2);
  jira.before = () => undefined;
  const ran = await runSync(workspace, { push: true });
  expect(ran.printed).toContain(`${id}: ticket PAY-111, made by an earlier run`);
  expect(itemsOf(workspace)).toContain('ticket: PAY-111\n');
  const issue = jira.issues[110];
  expect(issue).toMatchObject({ summary: 'Rotate the log', duedate: '2026-12-31', assignee: 'acc:kim' });
  expect(jira.issues).toHaveLength(111);

  const document = issue?.description as { content: unknown[] };
  const note = { type: 'paragraph', content: [{ type: 'text', text: 'Not so easy.' }] };
  document.content.unshift(note);
  expect((await runSync(workspace, { push: true, check: true })).code).toBe(0);
  workspace.file(
    incidentPath,
    textOf(workspace).replace('title: Rotate', 'title: Turn').replace('due: 2026-12', 'due: 2026-12-24'),
  );
  expect((await runSync(workspace, { push: true })).code).toBe(0);
  expect(issue).toMatchObject({ summary: 'Turn the log', duedate: '2026-12-24' });
  const { content } = (issue as JiraIssue).description as { content: unknown[] };
  expect(content[0]).toEqual(note);
  expect(JSON.stringify(content[1])).toContain('due: 2026-12-24');
  expect((await runSync(workspace, { push: true, check: true })).code).toBe(0);
});

it('makes an issue with its labels, and says why Jira would not', async () => {
  const workspace = await create(item('R1'));
  jira.before = ({ operation }) =>
    operation === 'POST /rest/api/3/issue'
      ? {
          status: 400,
          body: {
            errorMessages: [],
            errors: { duedate: `not on the screen; ${tokens.JIRA_TOKEN}\u001B[2J` },
          },
        }
      : undefined;
  const ran = await runSync(workspace, { push: true });
  expect([ran.code, ran.failed]).toEqual([2, expect.stringContaining('duedate: not on the screen; …')]);
  jira.before = () => undefined;
  await runSync(workspace, { push: true });
  const posted = jira.asked.findLast(({ operation }) => operation === 'POST /rest/api/3/issue');
  expect(posted?.body).toMatchObject({ fields: { labels: ['postmortem'], issuetype: { name: 'Task' } } });
});

it('closes, opens again and assigns with --push, by the one step that leads there', async () => {
  const workspace = await create(item('R1', 'ticket: PAY-1'));
  const issue = jira.put({});
  await runEdit(workspace, { verb: 'done' });
  expect(issue.status).toBe('Done');
  const ran = await runEdit(workspace, { verb: 'reopen' });
  expect([ran.code, ran.failed]).toEqual([2, expect.stringContaining('(To Do, Doing); `open_status`')]);
  expect(itemsOf(workspace)).toContain('state: done');
  delete jira.statuses['Doing'];
  expect((await runEdit(workspace, { verb: 'reopen' })).code).toBe(0);
  expect(issue.status).toBe('To Do');
  await runEdit(workspace, { verb: 'assign', owner: 'kim' });
  expect(issue.assignee).toBe('acc:kim');
  expect(itemsOf(workspace)).toContain('owner: kim');
});

it('takes the step that the settings name', async () => {
  const workspace = await create(item('R1', 'ticket: PAY-1'), ', done_status: Finished');
  const issue = jira.put({});
  jira.statuses['Finished'] = 'done';
  await runEdit(workspace, { verb: 'done' });
  expect(issue.status).toBe('Finished');
});
