import { listPictureUses } from '../../pictureUse.js';
import { placeOf } from '../../text.js';
import type { Finding, Rule } from '../../rule.js';
import { findShownTexts } from '../gate/gateRule.js';

/** Readers who cannot see a picture, or whose network is slow, read its description. */
export const pictureUndescribed: Rule = {
  id: 'picture-undescribed',
  level: 'error',
  blocks: false,
  easesInDrafts: true,
  description:
    'A picture that customers see has a description that says what it shows. Some readers hear it instead of the picture; it is also what search engines, and pages that cannot load the picture, have.',
  bad: {
    'incidents/2026-03-14-checkout-down.md': `public:
  since: 2026-03-20
  show: [summary, impact]
  sections: [What happened]
---

## What happened

![Screenshot 2026-03-14 at 09.12.48](free-space.gif)`,
    'incidents/free-space.gif': 'GIF89a\x01\0\x01\0\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;',
  },
  good: {
    'incidents/2026-03-14-checkout-down.md': `public:
  since: 2026-03-20
  show: [summary, impact]
  sections: [What happened]
---

## What happened

![Free space fell from 40 % at midnight to nothing at nine](free-space.gif)`,
    'incidents/free-space.gif': 'GIF89a\x01\0\x01\0\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;',
  },
  *check(subject): Iterable<Finding> {
    if (!subject.incident.publication) return;
    for (const shown of findShownTexts(subject)) {
      if (!shown.tree || shown.kind !== 'body') continue;
      for (const { node, alt } of listPictureUses(shown.tree)) {
        if (!isEmpty(alt)) continue;
        yield {
          ...placeOf(shown, node),
          message:
            alt.trim() === ''
              ? 'This picture has no description'
              : `“${alt.trim()}” does not say what this picture shows`,
          hint: 'Say between the brackets what one sees, e.g. `![Free space falls to nothing at nine](graph.png)`.',
        };
      }
    }
  },
};

/** Nothing, or what programs write by themselves: the name of a file, the time of a screenshot. */
function isEmpty(alt: string): boolean {
  const words = alt
    .trim()
    .replace(/\.(?:png|jpe?g|gif|webp)$/i, '')
    .replace(/^(?:image|img|picture|pic|photo|screen\s?shot|screen capture|alt(?:[ -]text)?|untitled|unnamed|clipboard|dsc|pasted image)(?![\p{L}])/iu, ''); // prettier-ignore
  return !/\p{L}/u.test(words.replace(/\b(?:at|from|[ap]m)\b/gi, ''));
}
