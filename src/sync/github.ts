import * as z from 'zod';
import { readIssue } from '../model/ticketSystem.js';
import type { Settings } from '../settings/settings.js';
import type { IsoDay } from '../time/isoDay.js';
import { refuse, type Answer } from './answer.js';
import { createClient } from './client.js';
import { explanation, findMark } from './facts.js';
import type { Network } from './network.js';
import type { Ticket, TicketAdapter, TicketDraft } from './ticket.js';
import { readSecret } from './token.js';

/*
 * GitHub's issues, by its REST API: https://docs.github.com/en/rest/issues/issues, and the same of a GitHub Enterprise.
 */

const account = z.object({ login: z.string(), type: z.string().optional() });

const issueSchema = z.object({
  number: z.int(),
  title: z.string(),
  body: z.string().nullish(),
  state: z.string(),
  state_reason: z.string().nullish(),
  closed_at: z.string().nullish(),
  assignees: z.array(account).nullish(),
  user: account.nullish(),
  author_association: z.string().optional(),
  pull_request: z.object({ merged_at: z.string().nullish() }).optional(),
});
type Issue = z.output<typeof issueSchema>;

const repositorySchema = z.object({ private: z.boolean() });

/** A page of issues with long bodies still comes in one answer. */
const pageSize = 50;

/** Makes what asks GitHub. Throws a `Failure` where its token is missing. */
export function createGithub(
  settings: NonNullable<Settings['sync']['github']>,
  network: Network,
): TicketAdapter {
  const { url = 'https://github.com/', labels, repo: ownRepo = '', allow_public: allowPublic } = settings;
  const token = readSecret(settings.token_env, 'GitHub', network.env);
  const client = createClient({
    name: 'GitHub',
    base: apiOf(url),
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${token}`,
      'user-agent': 'afterword',
      'x-github-api-version': '2022-11-28',
    },
    secrets: [token],
    network,
  });
  const known = new Map<string, Issue>();
  const visible = new Map<string, Promise<Answer<undefined>>>();

  return { system: 'github', read, findMade, create, listDifferences, describe, close, reopen, assign };

  async function read(key: string): Promise<Answer<Ticket>> {
    const answer = await client.send({ method: 'GET', path: pathOf(key) }, issueSchema);
    if (!answer.ok) return answer;
    // An issue that was moved answers by its new number.
    if (answer.value.number !== readIssue(key)?.number)
      return refuse('gone', `GitHub says that it is #${answer.value.number} now`);
    known.set(key, answer.value);
    return { ok: true, value: createTicket(key, answer.value) };
  }

  function createTicket(key: string, issue: Issue): Ticket {
    const { repo = '', number = 0 } = readIssue(key) ?? {};
    return {
      key,
      // Not what the answer says: an address is made of what is known.
      url: `${url}${repo}/${issue.pull_request ? 'pull' : 'issues'}/${number}`,
      ...judgeState(issue),
      closed: issue.closed_at ?? undefined,
      assignees: (issue.assignees ?? []).map(({ login }) => login),
      madeFor: findMark(factsOf(issue)),
    };
  }

  async function findMade(since: IsoDay | undefined): Promise<Answer<ReadonlyMap<string, string>>> {
    const made = new Map<string, string>();
    for (let page = 1; ; page++) {
      const query = {
        state: 'all',
        sort: 'created',
        direction: 'asc',
        per_page: String(pageSize),
        page: String(page),
        ...(since === undefined ? {} : { since: `${since}T00:00:00Z` }),
      };
      const path = `repos/${ownRepo}/issues`;
      const answer = await client.send({ method: 'GET', path, query }, z.array(issueSchema));
      if (!answer.ok) return answer;
      for (const issue of answer.value) {
        const globalId = isTrusted(issue) ? findMark(factsOf(issue)) : undefined;
        if (globalId !== undefined && !made.has(globalId))
          made.set(globalId, `gh:${ownRepo}#${issue.number}`);
      }
      if (answer.value.length < pageSize) return { ok: true, value: made };
    }
  }

  async function create(draft: TicketDraft): Promise<Answer<string>> {
    const allowed = await mayWrite(ownRepo);
    if (!allowed.ok) return allowed;
    const body = {
      title: draft.title,
      body: `${fence(draft.facts)}\n\n${explanation}\n`,
      labels,
      ...(draft.assignee === undefined ? {} : { assignees: [draft.assignee] }),
    };
    const answer = await client.send({ method: 'POST', path: `repos/${ownRepo}/issues`, body }, issueSchema);
    return answer.ok ? { ok: true, value: `gh:${ownRepo}#${answer.value.number}` } : answer;
  }

  function listDifferences(key: string, draft: TicketDraft): string[] {
    const issue = known.get(key);
    if (!issue || findMark(factsOf(issue)) !== draft.globalId) return [];
    return [
      ...(issue.title === draft.title ? [] : ['title']),
      ...(factsOf(issue) === draft.facts ? [] : ['text']),
    ];
  }

  async function describe(key: string, draft: TicketDraft): Promise<Answer<undefined>> {
    const allowed = await mayWrite(readIssue(key)?.repo ?? '');
    if (!allowed.ok) return allowed;
    const issue = known.get(key);
    // What people wrote around our lines stays.
    const body = issue && linesOf(issue).replace(ours, () => fence(draft.facts));
    return change(key, { title: draft.title, ...(body === undefined ? {} : { body }) });
  }

  function close(key: string): Promise<Answer<undefined>> {
    return change(key, { state: 'closed', state_reason: 'completed' }, ({ state }) => state === 'closed');
  }

  function reopen(key: string): Promise<Answer<undefined>> {
    return change(key, { state: 'open', state_reason: 'reopened' }, ({ state }) => state === 'open');
  }

  function assign(key: string, handle: string): Promise<Answer<undefined>> {
    // GitHub leaves out, without a word, whoever cannot be assigned.
    return change(key, { assignees: [handle] }, ({ assignees }) =>
      (assignees ?? []).some(({ login }) => login.toLowerCase() === handle.toLowerCase()),
    );
  }

  async function change(
    key: string,
    body: Readonly<Record<string, unknown>>,
    isDone: (issue: Issue) => boolean = () => true,
  ): Promise<Answer<undefined>> {
    const answer = await client.send({ method: 'PATCH', path: pathOf(key), body }, issueSchema);
    if (!answer.ok) return answer;
    return isDone(answer.value)
      ? { ok: true, value: undefined }
      : refuse('unasked', 'GitHub took the change and did not make it; the token may lack the right');
  }

  /** What an item says may be internal, and a repository that everybody reads is no place for it. */
  function mayWrite(repo: string): Promise<Answer<undefined>> {
    const before = visible.get(repo);
    if (before) return before;
    const asked = allowPublic
      ? Promise.resolve<Answer<undefined>>({ ok: true, value: undefined })
      : client
          .send({ method: 'GET', path: `repos/${repo}` }, repositorySchema)
          .then((answer): Answer<undefined> => {
            if (!answer.ok) return answer;
            if (answer.value.private) return { ok: true, value: undefined };
            return refuse(
              'unasked',
              `everybody can read ${repo}; \`allow_public: true\` in \`sync.github\` of site/site.yaml says that they may read titles and causes too`,
            );
          });
    visible.set(repo, asked);
    return asked;
  }
}

/** https://docs.github.com/en/enterprise-server/rest/using-the-rest-api/getting-started-with-the-rest-api */
function apiOf(url: string): string {
  const { host, hostname } = new URL(url);
  if (hostname === 'github.com') return 'https://api.github.com/';
  return hostname.endsWith('.ghe.com') ? `https://api.${host}/` : `${url}api/v3/`;
}

function pathOf(key: string): string {
  const { repo = '', number = 0 } = readIssue(key) ?? {};
  return `repos/${repo}/issues/${number}`;
}

function judgeState({
  state,
  state_reason: reason,
  pull_request: pull,
}: Issue): Pick<Ticket, 'state' | 'word'> {
  if (state !== 'closed') return { state: 'open', word: 'open' };
  if (pull)
    return pull.merged_at ? { state: 'done', word: 'merged' } : { state: 'dropped', word: 'not merged' };
  // Before there were reasons, closed meant done.
  const isDone = reason === null || reason === undefined || reason === 'completed';
  return isDone
    ? { state: 'done', word: 'completed' }
    : { state: 'dropped', word: reason.replaceAll('_', ' ') };
}

/**
 * Whether it was made by somebody who may make tickets for us. Where everybody can open issues, anybody could mark one as
 * that of an item, and close it.
 */
function isTrusted({ author_association: association = '', user }: Issue): boolean {
  return ['OWNER', 'MEMBER', 'COLLABORATOR'].includes(association) || user?.type === 'Bot';
}

/** GitHub's own editor ends lines as Windows does. */
function linesOf({ body }: Issue): string {
  return (body ?? '').replaceAll('\r\n', '\n');
}

/** The lines of ours; empty where there are none. */
function factsOf(issue: Issue): string {
  return ours.exec(linesOf(issue))?.[1] ?? '';
}

const ours = /^```text\n(afterword: [\s\S]*?)\n```$/m;

/** Nobody is mentioned, nothing is linked and no HTML is read in code. No fact begins with a backquote. */
function fence(facts: string): string {
  return `\`\`\`text\n${facts}\n\`\`\``;
}
