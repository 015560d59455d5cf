import { ticketKeys } from '../../leak/ticketKey.js';
import { createLeakRule } from './leakRule.js';

/** Customers cannot look a ticket up; who cannot read it wonders what is in it. */
export const ticketKey = createLeakRule({
  id: 'ticket-key',
  description:
    'No shown text holds a ticket by its key (`PAY-42`, for the letters that `tickets` in `site.yaml` names) or by the repository that `sync` names (`example/private#7`).',
  bad: {
    'site/site.yaml': `tickets: { PAY: 'https://bugs.example.com/browse/PAY-{id}' }`,
    'incidents/2026-03-14-checkout-down.md': `summary: The disk of the order database was full; see PAY-42.
public:
  since: 2026-03-20
  show: [summary, impact]`,
  },
  good: {
    'site/site.yaml': `tickets: { PAY: 'https://bugs.example.com/browse/PAY-{id}' }`,
    'incidents/2026-03-14-checkout-down.md': `summary: The disk of the order database was full.
links: [{ title: The ticket, url: 'https://bugs.example.com/browse/PAY-42' }]
public:
  since: 2026-03-20
  show: [summary, impact]`,
  },
  detectors: [ticketKeys],
});
