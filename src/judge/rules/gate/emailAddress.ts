import { emailAddresses } from '../../leak/emailAddress.js';
import { createLeakRule } from './leakRule.js';

/** An address that stands on a page is written to, for years. */
export const emailAddress = createLeakRule({
  id: 'email-address',
  description:
    'No shown text holds a person’s e-mail address, be it a colleague’s or a customer’s. Addresses of roles (`support@`, `security@`), the contact of `brand` in `site.yaml`, and the domains that are kept for examples may stand there.',
  bad: `summary: >
  Orders failed for five hours; the first to report it was
  j.garcia@northshore-yarn.com.
public:
  since: 2026-03-20
  show: [summary, impact]`,
  good: `summary: >
  Orders failed for five hours; a customer was the first to report it. Whoever
  misses an order can write to support@northwind-shop.com.
public:
  since: 2026-03-20
  show: [summary, impact]`,
  detectors: [emailAddresses],
});
