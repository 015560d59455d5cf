import { visit } from 'unist-util-visit';
import { placeOf } from '../../text.js';
import type { Finding } from '../../rule.js';
import { createTextRule } from './gateRule.js';

/** A picture may hold more than one sees, so it is not published as it is. */
export const picturePublic = createTextRule({
  id: 'picture-public',
  description:
    'A shown text holds no pictures. A picture may hold more than one sees, a name in a corner or a place in its data, so none is published as it is.',
  bad: `public:
  since: 2026-03-20
  show: [summary, impact]
  sections: [What happened]
---

## What happened

![Free space over the day](https://example.com/free-space.png)`,
  good: `public:
  since: 2026-03-20
  show: [summary, impact]
  sections: [What happened]
---

## What happened

Free space fell from 40 % at midnight to nothing at nine.`,
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
