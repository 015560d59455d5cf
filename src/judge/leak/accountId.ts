import type { Detector } from './leak.js';

/** Finds ids of cloud accounts, projects and subscriptions, where the words around say that they are that. */
export const accountIds: Detector = {
  one: 'the id of a cloud account',
  many: 'ids of cloud accounts',
  *find(text) {
    if (!hints.test(text)) return;
    for (const [pattern, what] of patterns) {
      for (const match of text.matchAll(pattern)) {
        const id = match.groups?.['id'] ?? '';
        if (isExample(id)) continue;
        yield {
          from: match.index + match[0].lastIndexOf(id),
          found: id,
          message: `“${id}” is the id of ${what}`,
          hint: 'Remove it: customers need no id of an account to understand what happened.',
        };
      }
    }
  },
};

/** What a text has that holds such an id: most have nothing of it, and are not read any further. */
const hints = /\d{12}|\d{4}-\d{4}-\d{4}|projects\/|gserviceaccount|[\da-f]{8}-[\da-f]{4}-/i;

const uuid = String.raw`[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}`;

/** Twelve digits alone say nothing: each pattern has the words or the form that make them an account. */
const patterns: readonly [pattern: RegExp, what: string][] = [
  // arn:aws:s3:eu-west-1:210987654321:bucket
  [/\barn:aws[a-z-]{0,10}:[a-z0-9-]{0,40}:[a-z0-9-]{0,20}:(?<id>\d{12})(?!\d)/gi, 'an AWS account'],
  // 210987654321.dkr.ecr.eu-west-1.amazonaws.com, 210987654321.signin.aws.amazon.com
  [
    /(?<![\d.])(?<id>\d{12})(?=\.(?:dkr\.ecr|signin\.aws|[a-z0-9-]{1,30}\.[a-z0-9-]{1,30}\.amazonaws)\b)/gi,
    'an AWS account',
  ],
  // https://sqs.eu-west-1.amazonaws.com/210987654321/queue
  [/\.amazonaws\.com\/(?<id>\d{12})(?=\/)/gi, 'an AWS account'],
  // account 210987654321, AWS account ID: 2109-8765-4321
  [
    /\b(?:accounts?(?:[ _-]?(?:ids?|numbers?|no\.?))?|awsaccountid)[\s:=#"'`*(]{1,6}(?<id>\d{12}|\d{4}-\d{4}-\d{4})(?![\d-])/gi,
    'an account',
  ],
  // projects/orders-prod-1/zones, //compute.googleapis.com/projects/orders-prod-1/global
  [
    /\bprojects\/(?<id>[a-z][a-z0-9-]{4,28}[a-z0-9])(?=\/(?:locations|zones|regions|global|topics|subscriptions|secrets|serviceAccounts|instances|datasets|databases|buckets|repos|logs|services|networks|roles|snapshots|clusters)\b)/g,
    'a project of Google Cloud',
  ],
  // deploy@orders-prod-1.iam.gserviceaccount.com
  [/@(?<id>[a-z][a-z0-9-]{4,28}[a-z0-9])(?=\.iam\.gserviceaccount\.com\b)/g, 'a project of Google Cloud'],
  // /subscriptions/0f3c…, subscription ID 0f3c…, tenant 0f3c…
  [
    new RegExp(
      String.raw`\b(?:subscriptions?|tenants?|director(?:y|ies))(?:[ _-]?ids?)?[\s\/:="'\`*(]{1,6}(?<id>${uuid})(?![\da-f-])`,
      'gi',
    ),
    'a subscription or tenant of Azure',
  ],
];

/** Ids that manuals use. */
function isExample(id: string): boolean {
  const digits = id.replaceAll('-', '');
  return (
    /^(.)\1+$|^(?:123456789012|012345678901|111122223333|444455556666|777788889999|(\d{4})\2\2)$/.test(
      digits,
    ) || /^(?:my|your|some|the|example|sample|demo)-|^(?:project|project-id|example)$/.test(id)
  );
}
