import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSample, serveApi, type ApiServer, type Description, type Schema } from './apiServer.js';

/** A ticket in the tests' GitHub. */
export interface GithubIssue {
  number: number;
  title: string;
  body: string | null;
  state: 'open' | 'closed';
  state_reason: string | null;
  closed_at: string | null;
  updated_at: string;
  assignees: string[];
  labels: string[];
  author_association: string;
  author: string;
  pull?: { merged_at: string | null };
}

export interface GithubServer extends ApiServer {
  issues: GithubIssue[];
  /** Puts a ticket there: an open one, but for what is said. */
  put: (issue: Partial<GithubIssue>) => GithubIssue;
  isPrivate: boolean;
  /** Who can be assigned. */
  members: string[];
}

const description = JSON.parse(
  readFileSync(join(import.meta.dirname, 'github-openapi.json'), 'utf8'),
) as Description;

const sample = (name: string): object =>
  createSample(description, description.components.schemas[name] as Schema) as object;

/** GitHub for the length of a test, with the one repository `o/r`. */
export async function serveGithub(): Promise<GithubServer> {
  const issues: GithubIssue[] = [];
  const base = '/api/v3';
  const put: GithubServer['put'] = (issue) => {
    const made: GithubIssue = {
      number: issues.length + 1,
      title: 'A ticket',
      body: null,
      state: 'open',
      state_reason: null,
      closed_at: null,
      updated_at: '2026-06-01T00:00:00Z',
      assignees: [],
      labels: [],
      author_association: 'MEMBER',
      author: 'User',
      ...issue,
    };
    issues.push(made);
    return made;
  };
  const server: GithubServer = Object.assign(
    await serveApi(description, base, {
      'GET /repos/{owner}/{repo}': () => ({
        status: 200,
        body: { ...sample('full-repository'), private: server.isPrivate },
      }),
      'GET /repos/{owner}/{repo}/issues': ({ query }) => {
        const [size, page] = [Number(query['per_page'] ?? 30), Number(query['page'] ?? 1)];
        const found = issues.filter(({ updated_at: updated }) => updated >= (query['since'] ?? ''));
        return { status: 200, body: found.slice((page - 1) * size, page * size).map(render) };
      },
      'POST /repos/{owner}/{repo}/issues': ({ body }) => {
        const { title, body: text, labels = [], assignees = [] } = body as { title: string; body: string; labels?: string[]; assignees?: string[] }; // prettier-ignore
        const issue = put({
          title,
          body: text,
          labels,
          assignees: assignees.filter((one) => server.members.includes(one)),
        });
        return { status: 201, body: render(issue) };
      },
      'GET /repos/{owner}/{repo}/issues/{issue_number}': ({ parts }) => {
        const issue = issues.find(({ number }) => number === Number(parts['issue_number']));
        return issue ? { status: 200, body: render(issue) } : { status: 404, body: sample('basic-error') };
      },
      'PATCH /repos/{owner}/{repo}/issues/{issue_number}': ({ parts, body }) => {
        const issue = issues.find(({ number }) => number === Number(parts['issue_number']));
        if (!issue) return { status: 404, body: sample('basic-error') };
        const change = body as Partial<GithubIssue>;
        Object.assign(issue, change, {
          ...(change.assignees
            ? { assignees: change.assignees.filter((one) => server.members.includes(one)) }
            : {}),
          ...(change.state === 'closed' ? { closed_at: '2026-11-22T12:00:00Z' } : {}),
          ...(change.state === 'open' ? { closed_at: null } : {}),
        });
        return { status: 200, body: render(issue) };
      },
    }),
    { issues, put, isPrivate: true, members: ['kimd', 'leef'] },
  );
  return server;
}

function render({ assignees, labels, author, pull, ...issue }: GithubIssue): object {
  const user = (login: string): object => ({ ...sample('simple-user'), login, type: 'User' });
  return {
    ...sample('issue'),
    ...issue,
    user: { ...user('somebody'), type: author },
    assignees: assignees.map(user),
    labels,
    // An issue that lies elsewhere must not be taken for the address.
    html_url: 'https://example.com/elsewhere',
    ...(pull
      ? { pull_request: { diff_url: null, html_url: null, patch_url: null, url: null, ...pull } }
      : {}),
  };
}
