import { findPicturePath, type Pictures } from '../../judge/pictureFile.js';
import { listPictureUses } from '../../judge/pictureUse.js';
import { parseBody, type Document } from '../../parse/document.js';
import { pictureAddress } from '../link.js';
import type { Output } from '../output.js';
import type { ShownPicture } from '../textTree.js';

/** The picture that an address in a body means, if it can be shown. */
export function findShownPicture(
  url: string,
  document: Document,
  pictures: Pictures,
): ShownPicture | undefined {
  const path = findPicturePath(url, document.path);
  const found = path === undefined ? undefined : pictures.find(path);
  if (!found?.ok) return undefined;
  return { address: pictureAddress(found.name), width: found.width, height: found.height };
}

/** Every picture that the bodies of some documents show, each once. They are freed of the same things as public ones. */
export function renderPictures(documents: Iterable<Document>, pictures: Pictures): Output[] {
  const outputs = new Map<string, Output>();
  for (const document of documents) {
    if (!document.hasBody || !document.text.includes('![')) continue;
    for (const { url } of listPictureUses(parseBody(document))) {
      const path = findPicturePath(url, document.path);
      const shown = findShownPicture(url, document, pictures);
      if (path === undefined || !shown || outputs.has(shown.address)) continue;
      outputs.set(shown.address, { path: shown.address, content: pictures.load(path) });
    }
  }
  return [...outputs.values()];
}
