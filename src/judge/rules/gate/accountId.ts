import { accountIds } from '../../leak/accountId.js';
import { createLeakRule } from './leakRule.js';

/** An account’s id is the first thing that somebody needs who wants to be taken for it. */
export const accountId = createLeakRule({
  id: 'account-id',
  description:
    'No shown text holds the id of a cloud account, project or subscription: in an ARN, in the path of a Google Cloud project or of an Azure subscription, or behind the word “account”. Twelve digits alone, and the ids that manuals use, are not meant.',
  bad: `summary: >
  The role arn:aws:iam::210987654328:role/orders had lost the right to write to
  its bucket.
public:
  since: 2026-03-20
  show: [summary, impact]`,
  good: `summary: >
  The role of the order service had lost the right to write to its bucket.
public:
  since: 2026-03-20
  show: [summary, impact]`,
  detectors: [accountIds],
});
