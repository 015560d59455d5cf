import type { RuleDescription } from '../rule.js';

/** An incident of which customers read its summary. */
export const shownSummary = `public:
  since: 2026-03-18
  show: [summary]`;

/** What they read of it. */
export const renderAccepted = (
  summary: string,
): string => `https://status.example.com/incidents/2026-03-14-checkout-down/

# Checkout was down

Kind: incident
Severity: Minor disruption
Public since: 2026-03-18
Times of: Europe/Dublin
Started: 2026-03-14 09:05
Mitigated: 2026-03-14 14:02
Resolved: 2026-03-14 18:00

## Summary

${summary}
`;

/** What is said of the words that were accepted for customers: found when what they would read has been made. */
export const publicTextRules: readonly RuleDescription[] = [
  {
    id: 'public-text-differs',
    level: 'error',
    blocks: true,
    description:
      'Where `<id>.public.txt` stands beside an incident, customers read exactly that. A change to what is public is first written there by `afterword publish`, so that it stands in the diff under review; until then nothing is built.',
    bad: {
      'incidents/2026-03-14-checkout-down.md': shownSummary,
      'incidents/2026-03-14-checkout-down.public.txt': renderAccepted('Checkout answered with errors.'),
    },
    good: {
      'incidents/2026-03-14-checkout-down.md': shownSummary,
      'incidents/2026-03-14-checkout-down.public.txt': renderAccepted(
        'Checkout answered with errors for five hours, because the disk of the order database was full.',
      ),
    },
  },
];
