import { acceptedPath, publishCommand } from '../../../load/acceptedText.js';
import { renderAccepted, shownSummary } from '../../catalogue/publicTextRules.js';
import type { Rule } from '../../rule.js';

const files = {
  'site/site.yaml': 'rules: {}',
  'incidents/2026-03-14-checkout-down.md': shownSummary,
};

/** What a mark that was lost makes public, only a reader can see. */
export const publicTextMissing: Rule = {
  id: 'public-text-missing',
  level: 'warning',
  blocks: false,
  description:
    'Beside every incident that has a `public` block stands `<id>.public.txt`, written by `afterword publish`: exactly what customers read. So an entry that loses its `internal: true`, or a paragraph that was pasted, stands in a diff that somebody reads before it stands on the site.',
  bad: files,
  good: {
    ...files,
    'incidents/2026-03-14-checkout-down.public.txt': renderAccepted(
      'Checkout answered with errors for five hours, because the disk of the order database was full.',
    ),
  },
  *check({ incident: { publication }, document, fileExists }) {
    if (publication?.since === undefined || fileExists(acceptedPath(document.path))) return;
    yield {
      path: ['public'],
      part: 'key',
      message: 'What customers read of this incident stands in no file that can be reviewed',
      hint: `Run \`${publishCommand(document.path)}\`: it writes \`${acceptedPath(document.path)}\`.`,
    };
  },
};
