import { hostNames } from '../../leak/hostName.js';
import { privateAddresses } from '../../leak/privateAddress.js';
import { createLeakRule } from './leakRule.js';

/** How a network is built helps nobody but those who want to get in. */
export const privateAddress = createLeakRule({
  id: 'private-address',
  description:
    'No shown text holds an address of a private network or the name of a machine inside: `10.20.4.17`, `db-3.prod.internal`, `http://jenkins/`. They tell customers nothing, and others how the network is built. Addresses that are kept for examples, `localhost` and versions are not meant.',
  bad: `summary: >
  Checkout answered with errors, because the disk of db-3.prod.internal
  (10.20.4.17) was full.
public:
  since: 2026-03-20
  show: [summary, impact]`,
  good: `summary: >
  Checkout answered with errors, because the disk of the order database was
  full. It ran PostgreSQL 10.4.2.1.
public:
  since: 2026-03-20
  show: [summary, impact]`,
  detectors: [privateAddresses, hostNames],
});
