import type { Range } from '../../diagnostic/place.js';
import { findAssignedSecrets } from './assignedSecret.js';

/** A credential in a text. Its value is never printed. */
export interface Secret {
  range: Range;
  value: string;
  /** What it is, e.g. "a token of GitHub". */
  kind: string;
}

/** Finds the credentials of a text, in its order. */
export type FindSecrets = (text: string) => Secret[];

/**
 * Makes what finds secrets in these texts and in those that are taken out of them. The rules for that are large and
 * seldom needed, so they are loaded only when a text holds something that they could mean.
 */
export async function loadFindSecrets(texts: Iterable<string>): Promise<FindSecrets> {
  for (const text of texts) if (couldHoldSecret(text)) return createFindSecrets();
  return findAssignedSecrets;
}

/** The beginnings of what the rules look for, and the ways in which YAML and Markdown spell letters otherwise. */
const beginnings = new RegExp(
  [
    String.raw`(?:SECRET|secret|Secret)_?(?:ACCESS|access|Access)_?(?:KEY|key|Key)`,
    String.raw`(?:A3T[A-Z0-9]|AKIA|AGPA|AIDA|AROA|AIPA|ANPA|ANVA|ASIA)[A-Z0-9]{16}`,
    String.raw`PRIVATE KEY`,
    String.raw`:x-oauth-basic@|_authToken=|npm_[A-Za-z0-9_]{36}`,
    String.raw`:\/\/[^:\/\s]{1,256}:[^@\/\s]{1,256}@`,
    String.raw`xox[bpaor]-|xapp-|[Hh][Oo][Oo][Kk][Ss]\.[Ss][Ll][Aa][Cc][Kk]\.`,
    String.raw`SG\.\w+\.\w|shp(?:pa|ca|at|ss)_`,
    String.raw`gh[pousr]_|github_pat_|glpat-|glc_|glsa_`,
    String.raw`sk-[A-Za-z0-9_-]{20}|gsk_|hf_[A-Za-z]{34}|lin_api_|ntn_\d|ops_ey`,
    String.raw`hv[sbr]\.|vc[piark]_|dapi[A-Fa-f0-9]{32}|dckr_pat_|figd_`,
  ].join('|'),
);

/** Letters that are spelt as escapes of YAML, or as entities of HTML. */
const spelt = /\\[xuU][\da-fA-F]{2}|&(?:#\w|[a-zA-Z]{2,31};)/;

/** Whether the rules could find something in a text, or in what YAML and Markdown make of it. */
export function couldHoldSecret(text: string): boolean {
  return (
    beginnings.test(text) ||
    spelt.test(text) ||
    (text.includes('\\') && beginnings.test(text.replace(/\\(?:\r?\n[ \t]*)?/g, '')))
  );
}

/** What a rule of secretlint is given to work with: the part of its contract that these rules use. */
interface Context {
  sharedOptions: Record<string, never>;
  createTranslator: () => (messageId: string, data?: Record<string, string>) => Message;
  report: (found: { message: Message; range: Range }) => void;
  ignore: () => void;
}

interface Message {
  message: string;
  messageId: string;
  data: Record<string, string>;
}

interface Source {
  content: string;
  ext: string;
  contentType: 'text';
  filePath: string | undefined;
}

interface SecretRule {
  meta: { id: string };
  create: (context: Context, options: Record<string, unknown>) => { file?: (source: Source) => unknown };
}

/**
 * The rules are called one by one rather than as a whole: so they answer at once, and the rule that lets a comment in
 * the text turn the others off is left out.
 */
async function createFindSecrets(): Promise<FindSecrets> {
  // Not as a literal, so that the compiler does not read its types, which name packages that it does not bring along.
  const loaded = (await import('@secretlint/secretlint-rule-preset-recommend' satisfies string)) as {
    rules: SecretRule[];
  };
  const rules = loaded.rules.filter(({ meta }) => !/-filter-/.test(meta.id));
  return (text) => {
    const assigned = findAssignedSecrets(text);
    return couldHoldSecret(text) ? withoutTwins([...runRules(rules, text), ...assigned]) : assigned;
  };
}

/** One secret may be found twice: what begins first, and is longer, stands for both. */
function withoutTwins(secrets: readonly Secret[]): Secret[] {
  const sorted = secrets.toSorted((a, b) => a.range[0] - b.range[0] || b.range[1] - a.range[1]);
  return sorted.filter((one, at) => !sorted.slice(0, at).some((other) => other.range[1] > one.range[0]));
}

/** A rule for npm looks for some of its tokens in files of that name alone. */
const fileNames = [undefined, '.npmrc'];

function runRules(rules: readonly SecretRule[], text: string): Secret[] {
  const secrets: Secret[] = [];
  for (const rule of rules) {
    const context: Context = {
      sharedOptions: {},
      createTranslator: () => (messageId, data) => ({ message: messageId, messageId, data: data ?? {} }),
      report({ message, range }) {
        const secret = createSecret(text, range, message);
        if (isSecret(secret, message)) secrets.push(secret);
      },
      ignore: () => {},
    };
    const { file } = rule.create(context, { enableIDScanRule: true });
    for (const filePath of fileNames) file?.({ content: text, ext: '.md', contentType: 'text', filePath });
  }
  return secrets;
}

/**
 * Accounts of AWS have a rule of their own, which knows more ways to write them; what stands behind `_authToken=` is
 * taken for a token to the end of its line, even where it is prose or code; and an id may begin with the word for a
 * token of GitLab, and go on in words.
 */
function isSecret({ value }: Secret, { messageId }: Message): boolean {
  if (messageId === 'AWSAccountID') return false;
  if (messageId === 'GITLAB_PERSONAL_ACCESS_TOKEN' && /^glpat(?:-[a-z]{1,12}){3,}$/.test(value)) return false;
  return messageId !== 'Npmrc_authToken' || /^[\w+/=.-]{16,}$/.test(value);
}

/** Some rules give a range that begins with the name before the value: the value is what they quote. */
function createSecret(text: string, [start, end]: Range, { messageId, data }: Message): Secret {
  const quoted = Object.values(data)[0] ?? '';
  const whole = (quoted === '' ? text.slice(start, end) : quoted).trimEnd();
  const value =
    messageId === 'Npmrc_authToken'
      ? whole.replace(/[\s`"'<>].*$/s, '')
      : // An address is taken with the backticks, the brackets and the full stop behind it.
        /^(?:BasicAuth|\w+Connection)$/.test(messageId)
        ? whole.replace(/[`"'<>()[\]*_.,;:!?]+$/, '')
        : whole;
  const from = text.indexOf(value, start);
  return from < 0
    ? { range: [start, end], value: text.slice(start, end), kind: nameKind(messageId) }
    : { range: [from, from + value.length], value, kind: nameKind(messageId) };
}

/** The kinds whose ids do not say in words what they are. */
const kinds: Readonly<Record<string, string>> = {
  AWSSecretAccessKey: 'a secret key of AWS',
  AWSAccessKeyID: 'the id of an access key of AWS',
  PrivateKey: 'a private key',
  PackageJSON_xOauthToken: 'a token of GitHub',
  Npmrc_authToken: 'a token of npm',
  NPM_ACCESS_TOKEN: 'a token of npm',
  BasicAuth: 'an address with a password in it',
  SLACK_TOKEN: 'a token of Slack',
  IncomingWebhook: 'a webhook of Slack',
  SENDGRID_KEY: 'a key of SendGrid',
  SHOPIFY_KEY: 'a key of Shopify',
  GITHUB_TOKEN: 'a token of GitHub',
  GITLAB_PERSONAL_ACCESS_TOKEN: 'a token of GitLab',
  GRAFANA_CLOUD_API_TOKEN: 'a token of Grafana',
  GRAFANA_SERVICE_ACCOUNT_TOKEN: 'a token of Grafana',
  OPENAI_TOKEN: 'a key of OpenAI',
  ANTHROPIC_API_KEY: 'a key of Anthropic',
  GROQ_API_KEY: 'a key of Groq',
  HUGGINGFACE_USER_ACCESS_TOKEN: 'a token of Hugging Face',
  LINEAR_API_TOKEN: 'a token of Linear',
  NOTION_INTEGRATION_TOKEN: 'a token of Notion',
  OPS_TOKEN: 'a token of 1Password',
  MongoDBConnection: 'an address of MongoDB with a password in it',
  MySQLConnection: 'an address of MySQL with a password in it',
  PostgreSQLConnection: 'an address of PostgreSQL with a password in it',
  DATABRICKS_PERSONAL_ACCESS_TOKEN: 'a token of Databricks',
  DOCKER_PERSONAL_ACCESS_TOKEN: 'a token of Docker',
  FIGMA_PERSONAL_ACCESS_TOKEN: 'a token of Figma',
};

function nameKind(messageId: string): string {
  if (messageId.startsWith('HASHICORP_VAULT')) return 'a token of Vault';
  if (messageId.startsWith('VERCEL')) return 'a token of Vercel';
  return kinds[messageId] ?? 'a token or a key';
}
