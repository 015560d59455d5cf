import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serveApi, type ApiServer, type Description } from './apiServer.js';

/** An issue in the tests' Jira, with the fields that Jira has of it. */
export interface JiraIssue {
  key: string;
  summary: string;
  status: string;
  resolution: string | null;
  resolutiondate: string | null;
  assignee: string | null;
  duedate: string | null;
  description: unknown;
}

export interface JiraServer extends ApiServer {
  issues: JiraIssue[];
  /** Puts an issue there: an open one, but for what is said. */
  put: (issue: Partial<JiraIssue>) => JiraIssue;
  /** The statuses of its workflow, each reached from everywhere in one step, and their categories. */
  statuses: Record<string, 'new' | 'indeterminate' | 'done'>;
}

/*
 * Atlassian publishes its description at https://developer.atlassian.com/cloud/jira/platform/swagger-v3.v3.json, in no package
 * that could be installed, and says of an issue's fields only that they are an object. jira-api.json is ours: the operations that
 * `sync` uses as that page describes them, and the fields as the pages about them do.
 */
const description = JSON.parse(
  readFileSync(join(import.meta.dirname, 'jira-api.json'), 'utf8'),
) as Description;

/** Jira for the length of a test, with the one project `PAY`. */
export async function serveJira(): Promise<JiraServer> {
  const issues: JiraIssue[] = [];
  const put: JiraServer['put'] = (issue) => {
    const made: JiraIssue = {
      key: `PAY-${issues.length + 1}`,
      summary: 'A ticket',
      status: 'To Do',
      resolution: null,
      resolutiondate: null,
      assignee: null,
      duedate: null,
      description: null,
      ...issue,
    };
    issues.push(made);
    return made;
  };
  const find = (parts: Record<string, string>): JiraIssue | undefined =>
    issues.find(({ key }) => key === parts['issueIdOrKey']);
  const statusOf = (name: string): object => ({
    name,
    statusCategory: { id: 2, key: server.statuses[name] ?? 'new', name },
  });
  const render = ({ key, ...issue }: JiraIssue): object => ({
    id: '10000',
    key,
    self: 'https://example.com/elsewhere',
    fields: {
      ...issue,
      status: statusOf(issue.status),
      resolution: issue.resolution === null ? null : { name: issue.resolution },
      assignee: issue.assignee === null ? null : { accountId: issue.assignee },
    },
  });
  const statuses: JiraServer['statuses'] = { 'To Do': 'new', Doing: 'indeterminate', Done: 'done' };
  const server: JiraServer = Object.assign(
    await serveApi(description, '', {
      'POST /rest/api/3/issue': ({ body }) => {
        const { fields } = body as {
          fields: { assignee?: { accountId: string } } & Partial<Omit<JiraIssue, 'assignee'>>;
        };
        const { assignee, ...rest } = fields;
        const { key } = put({ ...rest, assignee: assignee?.accountId ?? null });
        return { status: 201, body: { id: '10000', key, self: 'https://example.com/elsewhere' } };
      },
      'GET /rest/api/3/issue/{issueIdOrKey}': ({ parts }) => {
        const issue = find(parts);
        return issue ? { status: 200, body: render(issue) } : { status: 404 };
      },
      'PUT /rest/api/3/issue/{issueIdOrKey}': ({ parts, body }) => {
        Object.assign(find(parts) ?? {}, (body as { fields: object }).fields);
        return { status: 204 };
      },
      'PUT /rest/api/3/issue/{issueIdOrKey}/assignee': ({ parts, body }) => {
        Object.assign(find(parts) ?? {}, { assignee: (body as { accountId: string }).accountId });
        return { status: 204 };
      },
      'GET /rest/api/3/issue/{issueIdOrKey}/transitions': () => ({
        status: 200,
        body: {
          transitions: Object.keys(server.statuses).map((name) => ({
            id: `to ${name}`,
            name,
            to: statusOf(name),
          })),
        },
      }),
      'POST /rest/api/3/issue/{issueIdOrKey}/transitions': ({ parts, body }) => {
        const status = (body as { transition: { id: string } }).transition.id.replace('to ', '');
        const isDone = server.statuses[status] === 'done';
        Object.assign(find(parts) ?? {}, {
          status,
          resolution: isDone ? 'Done' : null,
          resolutiondate: isDone ? '2026-11-22T12:00:00.000+0000' : null,
        });
        return { status: 204 };
      },
      'POST /rest/api/3/search/jql': ({ body }) => {
        const { maxResults = 50, nextPageToken = '0' } = body as {
          maxResults?: number;
          nextPageToken?: string;
        };
        const end = Number(nextPageToken) + maxResults;
        const isLast = end >= issues.length;
        const found = issues.slice(Number(nextPageToken), end).map(render);
        return {
          status: 200,
          body: { issues: found, isLast, ...(isLast ? {} : { nextPageToken: String(end) }) },
        };
      },
    }),
    {
      issues,
      put,
      statuses,
    },
  );
  return server;
}
