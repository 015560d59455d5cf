import * as z from 'zod';
import { isSafeUrl } from '../parse/safeUrl.js';
import { field } from '../validate/schema/field.js';
import { line } from '../validate/schema/text.js';
import { choice, flag } from '../validate/schema/value.js';
import { own } from './settingsField.js';

/** The ticket systems there are. */
export const systemName = choice(
  { github: 'GitHub.', jira: 'Jira.' },
  {
    description: 'Which of them gets new tickets, where both could take them.',
    shown: 'never',
  },
);

/** The address of a system that a token is sent to: never in plain text over a network. */
const systemUrl = (description: string, example: string) =>
  field(
    z
      .string()
      .refine((text) => isSafeUrl(text) && isTrusted(text) && !/[?#]/.test(text), {
        error: 'is not an address of https without query and fragment',
        params: { rule: 'url-format', hint: 'Plain http is for 127.0.0.1 and localhost alone.' },
      })
      .transform((text) => (text.endsWith('/') ? text : `${text}/`)),
    own(description, example),
  );

function isTrusted(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && /^(?:127\.0\.0\.1|localhost)$/.test(hostname));
}

const variable = (description: string, example: string) =>
  field(
    z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, { error: 'is not the name of an environment variable' }),
    own(description, example),
  );

const labels = field(
  z.array(
    field(
      z.string().regex(/^[^\s,]+$/, { error: 'must be a label without spaces and commas' }),
      own('A label.', 'postmortem'),
    ),
  ),
  own('Labels of new tickets.', ['postmortem']),
).default([]);

/** Issues of GitHub, or of a GitHub Enterprise of one's own. */
export const githubSystem = field(
  z.strictObject({
    repo: field(
      z.string().regex(/^[\w.-]+\/[\w.-]+$/, { error: 'is not a repository, `owner/repo`' }),
      own(
        'The repository whose issues are asked, and that gets new ones; absent: any that a ticket names.',
        'owner/repo',
      ),
    ).optional(),
    url: systemUrl(
      'Where a GitHub Enterprise stands; github.com when absent.',
      'https://github.example.com/',
    ).optional(),
    token_env: variable('The environment variable that holds the token.', 'GITHUB_TOKEN'),
    labels,
    allow_public: flag(
      own('Whether titles and causes may be written into a repository that everybody can read.', 'false'),
    ).default(false),
  }),
  own('Issues of GitHub.', { repo: 'owner/repo', token_env: 'GITHUB_TOKEN', labels: ['postmortem'] }),
);

/** Issues of Jira Cloud. */
export const jiraSystem = field(
  z.strictObject({
    url: systemUrl('Where it stands.', 'https://example.atlassian.net/'),
    project: field(
      z.string().regex(/^[A-Z][A-Z0-9_]*$/, { error: 'is not the key of a project, such as `PAY`' }),
      own(
        'The project whose issues are asked, and that gets new ones; absent: any that a ticket names.',
        'PAY',
      ),
    ).optional(),
    token_env: variable('The environment variable that holds the API token.', 'JIRA_TOKEN'),
    email_env: variable(
      'The environment variable that holds the address of the token’s account.',
      'JIRA_EMAIL',
    ).optional(),
    issue_type: line(own('The type of new issues.', 'Task')).default('Task'),
    labels,
    done_resolutions: field(
      z.array(line(own('A resolution.', 'Erledigt'))),
      own('Resolutions that mean done, besides Done, Fixed, Resolved, Completed and Implemented.', [
        'Erledigt',
      ]),
    ).default([]),
    done_status: line(own('The status of what is done, where several could be meant.', 'Done')).optional(),
    open_status: line(
      own('The status of what is open again, where several could be meant.', 'To Do'),
    ).optional(),
  }),
  own('Issues of Jira Cloud.', {
    url: 'https://example.atlassian.net/',
    project: 'PAY',
    token_env: 'JIRA_TOKEN',
    email_env: 'JIRA_EMAIL',
  }),
);
