import { visit } from 'unist-util-visit';
import { placeOf } from '../../shownText.js';
import type { Finding } from '../../rule.js';
import { createTextRule } from './gateRule.js';

/** A picture may hold more than one sees, so it is not published as it is. */
export const picturePublic = createTextRule({
  id: 'picture-public',
  description: 'A shown text holds no pictures: they cannot be published yet.',
  *check(shown): Iterable<Finding> {
    if (!shown.tree) return;
    const findings: Finding[] = [];
    visit(shown.tree, ['image', 'imageReference'], (node) => {
      findings.push({
        ...placeOf(shown, node),
        message: 'Pictures cannot be published yet',
        hint: 'Say in words what it shows, or move it to a section that is withheld.',
      });
    });
    yield* findings;
  },
});
