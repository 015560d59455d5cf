import { findPicturePath } from '../../pictureFile.js';
import { listPictureUses, type PictureUse } from '../../pictureUse.js';
import type { ShownText } from '../../shownText.js';
import { placeOf } from '../../text.js';
import type { Finding, Subject } from '../../rule.js';
import { createGateRule, findShownTexts } from './gateRule.js';

/** What the shown pictures of one incident may be at most: different ones, and bytes of all of them. */
const incidentLimit = { pictures: 40, bytes: 20 * 1024 * 1024 } as const;

type Complaint = Pick<Finding, 'message' | 'hint'>;

/** A picture may hold more than one sees, so only what is understood to its last byte is published. */
export const picturePublic = createGateRule({
  id: 'picture-public',
  description:
    'The pictures of a shown section are PNG, JPEG, WebP or GIF by their content, and lie in the folder of incidents. They are published without what one does not see of them (places, devices, names, thumbnails, colour profiles, what stands behind their end), so they have to be understood to the last byte, and to be of a size that a page can carry: 5 MiB, 25 million pixels and 300 pictures of an animation each; 40 of them and 20 MiB an incident. A picture of another place would tell that place who reads the page.',
  bad: `public:
  since: 2026-03-20
  show: [summary, impact]
  sections: [What happened]
---

## What happened

![Free space fell from 40 % at midnight to nothing at nine](https://example.com/free-space.png)`,
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
    const seen = new Set<string>();
    let bytes = 0;
    for (const shown of findShownTexts(subject)) {
      for (const use of shown.tree ? listPictureUses(shown.tree) : []) {
        const complaint = describe(use, shown, subject);
        if (complaint) yield { ...placeOf(shown, use.node), ...complaint };
        const found = findPicture(use.url, subject);
        if (!found?.ok || seen.has(found.name)) continue;
        seen.add(found.name);
        bytes += found.bytes;
        const isOver = bytes > incidentLimit.bytes && bytes - found.bytes <= incidentLimit.bytes;
        if (seen.size === incidentLimit.pictures + 1 || isOver) {
          yield {
            ...placeOf(shown, use.node),
            message: isOver
              ? `From here on the pictures of this incident have more than ${incidentLimit.bytes} bytes together, at most so many are published`
              : `This is the picture after the ${incidentLimit.pictures}th, at most so many are published with an incident`,
            hint: 'Leave out what readers do not need, or make the pictures smaller.',
          };
        }
      }
    }
  },
});

/** What a relative address of a body leads to; undefined for any other. */
function findPicture(url: string, { document, pictures }: Subject) {
  const path = findPicturePath(url, document.path);
  return path === undefined ? undefined : pictures.find(path);
}

function describe({ url }: PictureUse, shown: ShownText, subject: Subject): Complaint | undefined {
  if (shown.kind !== 'body') {
    return {
      message: 'Pictures stand in sections of the body, and nowhere else',
      hint: 'Move it to a section that `sections` names, or say in words what it shows.',
    };
  }
  if (url === '') {
    return {
      message: 'This picture has no address',
      hint: 'Name the file, e.g. `![What it shows](graph.png)`.',
    };
  }
  if (/^data:/i.test(url)) {
    return {
      message: 'This picture stands in the text itself (`data:`)',
      hint: 'Put it into a file beside this one, and name that.',
    };
  }
  const path = findPicturePath(url, subject.document.path);
  if (path === undefined) {
    return {
      message: 'This picture would be loaded from another place, which would learn who reads the page',
      hint: 'Save it beside this file, and name it by its file, e.g. `![What it shows](graph.png)`.',
    };
  }
  const found = subject.pictures.find(path);
  // That there is no such file is told by `link-broken`.
  if (found.ok || !subject.fileExists(path)) return undefined;
  return { message: `This picture ${found.message}`, hint: found.hint };
}
