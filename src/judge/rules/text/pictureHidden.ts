import type { Image, ImageReference } from 'mdast';
import { parseBody } from '../../../parse/document.js';
import { namedSections } from '../../bodyCut.js';
import { findPicturePath } from '../../pictureFile.js';
import { listPictureUses } from '../../pictureUse.js';
import type { Finding, Rule, Subject } from '../../rule.js';

/** The internal site shows what it can show without asking anybody else; of the rest it shows the description. */
export const pictureHidden: Rule = {
  id: 'picture-hidden',
  level: 'info',
  blocks: false,
  description:
    'A picture in a text for colleagues is one that the internal site can show: PNG, JPEG, WebP or GIF, in the folder of incidents. Of any other it shows the description alone. In a text that customers read it is `picture-public`, an error.',
  bad: `title: Checkout was down
---

## What happened

![Free space fell from 40 % at midnight to nothing at nine](https://example.com/free-space.png)`,
  good: {
    'incidents/2026-03-14-checkout-down.md': `title: Checkout was down
---

## What happened

![Free space fell from 40 % at midnight to nothing at nine](free-space.gif)`,
    'incidents/free-space.gif': 'GIF89a\x01\0\x01\0\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;',
  },
  *check(subject): Iterable<Finding> {
    const { incident, document } = subject;
    if (!document.hasBody || !document.text.includes('![')) return;
    const shown = namedSections(incident, document);
    for (const { node, url } of listPictureUses(parseBody(document))) {
      const [from, to] = rangeOf(node);
      if (shown.some(({ range }) => range[0] <= from && from < range[1])) continue;
      const complaint = describe(url, subject);
      if (complaint) yield { range: [from, to], ...complaint };
    }
  },
};

function rangeOf({ position }: Image | ImageReference): [number, number] {
  return [position?.start.offset ?? 0, position?.end.offset ?? 0];
}

function describe(url: string, { document, pictures, fileExists }: Subject): Finding | undefined {
  const path = findPicturePath(url, document.path);
  if (path === undefined) {
    return {
      message: 'This picture is not shown: pages load nothing from other places',
      hint: 'Save it beside this file, and name it by its file; or link to it.',
    };
  }
  const found = pictures.find(path);
  if (found.ok || !fileExists(path)) return undefined;
  return { message: `This picture is not shown: it ${found.message}`, hint: found.hint };
}
