import * as z from 'zod';
import type { Settings } from '../settings/settings.js';
import type { IsoDay } from '../time/isoDay.js';
import { refuse, type Answer } from './answer.js';
import { createClient } from './client.js';
import { explanation, findMark } from './facts.js';
import { findTransition, transitionsSchema } from './jiraTransition.js';
import { createRichText, documentSchema, findFacts, replaceFacts } from './richText.js';
import type { Network } from './network.js';
import type { Ticket, TicketAdapter, TicketDraft } from './ticket.js';
import { readSecret, type Environment } from './token.js';

/*
 * Jira Cloud's issues, by its REST API, version 3:
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/
 */

const named = z.object({ name: z.string() });

const issueSchema = z.object({
  key: z.string().regex(/^[A-Z][A-Z0-9_]*-\d+$/),
  fields: z.object({
    summary: z.string().nullish(),
    status: z.object({ name: z.string(), statusCategory: z.object({ key: z.string() }) }),
    resolution: named.nullish(),
    resolutiondate: z.string().nullish(),
    statuscategorychangedate: z.string().nullish(),
    assignee: z.object({ accountId: z.string() }).nullish(),
    duedate: z.string().nullish(),
    description: documentSchema.nullish(),
  }),
});
type Issue = z.output<typeof issueSchema>;

/** What is asked of an issue. */
const fields = Object.keys(issueSchema.shape.fields.shape);

const foundSchema = z.object({
  issues: z.array(
    z.object({ key: issueSchema.shape.key, fields: issueSchema.shape.fields.pick({ description: true }) }),
  ),
  nextPageToken: z.string().nullish(),
});

const createdSchema = z.object({ key: issueSchema.shape.key });

/** Makes what asks Jira. Throws a `Failure` where its token is missing. */
export function createJira(settings: NonNullable<Settings['sync']['jira']>, network: Network): TicketAdapter {
  const { url, project = '', labels, issue_type: issueType } = settings;
  const { header, secrets } = authorize(settings, network.env);
  const client = createClient({
    name: 'Jira',
    base: `${url}rest/api/3/`,
    headers: { accept: 'application/json', authorization: header, 'user-agent': 'afterword' },
    secrets,
    network,
  });
  const known = new Map<string, Issue>();

  return {
    system: 'jira',
    read,
    findMade,
    create,
    listDifferences,
    describe,
    close: (key) => move(key, true),
    reopen: (key) => move(key, false),
    assign: (key, accountId) =>
      client.send({ method: 'PUT', path: `issue/${key}/assignee`, body: { accountId } }, nothing),
  };

  async function read(key: string): Promise<Answer<Ticket>> {
    const query = { fields: fields.join(',') };
    const answer = await client.send({ method: 'GET', path: `issue/${key}`, query }, issueSchema);
    if (!answer.ok) return answer;
    const { value: issue } = answer;
    if (issue.key !== key) return refuse('gone', `Jira says that it is ${issue.key} now`);
    known.set(key, issue);
    const { status, resolution, resolutiondate, statuscategorychangedate, assignee, description } =
      issue.fields;
    const isOpen = status.statusCategory.key !== 'done';
    const ticket: Ticket = {
      key,
      url: `${url}browse/${key}`,
      state: isOpen ? 'open' : judgeClosed(status.name, resolution?.name),
      word: resolution?.name ?? status.name,
      closed: isOpen ? undefined : (resolutiondate ?? statuscategorychangedate ?? undefined),
      assignees: assignee ? [assignee.accountId] : [],
      madeFor: findMark(findFacts(description)),
    };
    return { ok: true, value: ticket };
  }

  /** A promise that was dropped must not look kept: what a word of a company's own means, the settings have to say. */
  function judgeClosed(status: string, resolution: string | undefined): Ticket['state'] {
    const words = [status, ...(resolution === undefined ? [] : [resolution])];
    if (words.some((word) => dropped.test(word))) return 'dropped';
    const isDone =
      resolution === undefined || done.test(resolution) || settings.done_resolutions.includes(resolution);
    return isDone ? 'done' : 'unclear';
  }

  async function findMade(since: IsoDay | undefined): Promise<Answer<ReadonlyMap<string, string>>> {
    const made = new Map<string, string>();
    const after = since === undefined ? '' : ` AND created >= "${since}"`;
    const jql = `project = "${project}"${after} ORDER BY created ASC`;
    for (let nextPageToken: string | undefined; ;) {
      const body = {
        jql,
        fields: ['description'],
        maxResults: 100,
        ...(nextPageToken === undefined ? {} : { nextPageToken }),
      };
      const answer = await client.send(
        { method: 'POST', path: 'search/jql', body, isReading: true },
        foundSchema,
      );
      if (!answer.ok) return answer;
      for (const issue of answer.value.issues) {
        const globalId = findMark(findFacts(issue.fields.description));
        if (globalId !== undefined && !made.has(globalId)) made.set(globalId, issue.key);
      }
      // A page that leads to itself would never end.
      if (answer.value.nextPageToken === nextPageToken) return { ok: true, value: made };
      nextPageToken = answer.value.nextPageToken ?? undefined;
      if (nextPageToken === undefined) return { ok: true, value: made };
    }
  }

  async function create(draft: TicketDraft): Promise<Answer<string>> {
    const body = {
      fields: {
        project: { key: project },
        issuetype: { name: issueType },
        summary: draft.title,
        description: createRichText(draft.facts, explanation),
        ...(labels.length === 0 ? {} : { labels }),
        ...(draft.due === undefined ? {} : { duedate: draft.due }),
        ...(draft.assignee === undefined ? {} : { assignee: { accountId: draft.assignee } }),
      },
    };
    const answer = await client.send({ method: 'POST', path: 'issue', body }, createdSchema);
    return answer.ok ? { ok: true, value: answer.value.key } : answer;
  }

  function listDifferences(key: string, draft: TicketDraft): string[] {
    const issue = known.get(key);
    const facts = findFacts(issue?.fields.description);
    if (!issue || findMark(facts) !== draft.globalId) return [];
    return [
      ...(issue.fields.summary === draft.title ? [] : ['title']),
      ...((issue.fields.duedate ?? undefined) === draft.due ? [] : ['due date']),
      ...(facts === draft.facts ? [] : ['text']),
    ];
  }

  function describe(key: string, draft: TicketDraft): Promise<Answer<undefined>> {
    const description = known.get(key)?.fields.description;
    const body = {
      fields: {
        summary: draft.title,
        duedate: draft.due ?? null,
        ...(description ? { description: replaceFacts(description, draft.facts) } : {}),
      },
    };
    return client.send({ method: 'PUT', path: `issue/${key}`, body }, nothing);
  }

  /** Through the one step of the issue's workflow that leads there. */
  async function move(key: string, isDone: boolean): Promise<Answer<undefined>> {
    const answer = await client.send({ method: 'GET', path: `issue/${key}/transitions` }, transitionsSchema);
    if (!answer.ok) return answer;
    const found = findTransition(answer.value.transitions, isDone, settings);
    if (!found.ok) return found;
    const body = { transition: { id: found.value } };
    return client.send({ method: 'POST', path: `issue/${key}/transitions`, body }, nothing);
  }
}

/** What answers have that say nothing. */
const nothing = z.unknown().transform(() => undefined);

const dropped =
  /\b(?:won.?t|not|never|cannot|can.?t|declined|duplicate|rejected|obsolete|abandoned|cancell?ed|incomplete|invalid)\b/i;

const done = /^(?:done|fixed|resolved|completed?|implemented|delivered|closed)$/i;

/** https://developer.atlassian.com/cloud/jira/platform/basic-auth-for-rest-apis/, or the token of an OAuth app. */
function authorize(
  { token_env: tokenEnv, email_env: emailEnv }: NonNullable<Settings['sync']['jira']>,
  env: Environment,
): { header: string; secrets: string[] } {
  const token = readSecret(tokenEnv, 'Jira', env);
  if (emailEnv === undefined) return { header: `Bearer ${token}`, secrets: [token] };
  const email = readSecret(emailEnv, 'Jira', env);
  const pair = Buffer.from(`${email}:${token}`).toString('base64');
  return { header: `Basic ${pair}`, secrets: [token, pair, email] };
}
