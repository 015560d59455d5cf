import type { Image, ImageReference, Root } from 'mdast';
import { visit } from 'unist-util-visit';

/** A picture in a text: where it stands, what it is to show, and its description. */
export interface PictureUse {
  node: Image | ImageReference;
  url: string;
  alt: string;
}

/** The pictures of a tree, in its order. Those by a name that the tree does not define are the matter of `reference-across`. */
export function listPictureUses(tree: Root): PictureUse[] {
  const uses: PictureUse[] = [];
  const urls = new Map<string, string>();
  visit(tree, 'definition', ({ identifier, url }) => {
    // Of two definitions of one name the first holds.
    if (!urls.has(identifier)) urls.set(identifier, url);
  });
  visit(tree, ['image', 'imageReference'], (found) => {
    const node = found as Image | ImageReference;
    const url = node.type === 'image' ? node.url : urls.get(node.identifier);
    if (url !== undefined) uses.push({ node, url, alt: node.alt ?? '' });
  });
  return uses;
}

/** The names that a tree uses for pictures and for nothing else. */
export function listPictureNames(tree: Root): ReadonlySet<string> {
  const names = new Set<string>();
  visit(tree, 'imageReference', ({ identifier }) => void names.add(identifier));
  visit(tree, 'linkReference', ({ identifier }) => void names.delete(identifier));
  return names;
}
