import { forbiddenTexts } from '../../leak/forbiddenText.js';
import { createLeakRule } from './leakRule.js';

/** What a company has said that it never says. */
export const forbiddenText = createLeakRule({
  id: 'forbidden-text',
  description:
    'No shown text holds what `forbidden` in `site.yaml` names: hosts (`*.corp.example.com`), networks (`10.0.0.0/8`), or whole words.',
  bad: {
    'site/site.yaml': `forbidden: ['*.corp.example.com', Acme Ltd]`,
    'incidents/2026-03-14-checkout-down.md': `summary: The disk of the database that Acme Ltd runs for us was full.
public:
  since: 2026-03-20
  show: [summary, impact]`,
  },
  good: {
    'site/site.yaml': `forbidden: ['*.corp.example.com', Acme Ltd]`,
    'incidents/2026-03-14-checkout-down.md': `summary: The disk of the database that a supplier runs for us was full.
public:
  since: 2026-03-20
  show: [summary, impact]`,
  },
  detectors: [forbiddenTexts],
});
