import type { Image, Definition } from 'mdast';
import { visit } from 'unist-util-visit';
import type { BodyCut } from '../judge/bodyCut.js';
import { findPicturePath, type PictureFacts, type Pictures } from '../judge/pictureFile.js';
import { listPictureNames } from '../judge/pictureUse.js';
import type { Document } from '../parse/document.js';
import { parseMarkdown } from '../parse/markdown.js';
import type { PublicPicture } from './publicHistory.js';

/** A text in which pictures are named as customers get them, and these pictures. */
export interface ShownPictures extends BodyCut {
  pictures: PublicPicture[];
}

/**
 * Puts the published addresses of pictures in the place of their files' names: what a file is called, and where it lies, is
 * not for customers. A picture that cannot be published loses its address; its description stays.
 */
export function placePictures(cut: BodyCut, { path }: Document, pictures: Pictures): ShownPictures {
  // Most texts have none, and need not be read again.
  if (!cut.text.includes('![')) return { ...cut, pictures: [] };
  const shown = new Map<string, PublicPicture>();
  const place = (url: string): string => {
    const file = findPicturePath(url, path);
    const found = file === undefined ? undefined : pictures.find(file);
    if (file === undefined || !found?.ok) return '';
    const picture = createPicture(found, () => pictures.load(file));
    shown.set(picture.path, shown.get(picture.path) ?? picture);
    return `/${picture.path}`;
  };
  const tree = parseMarkdown(cut.text);
  const names = listPictureNames(tree);
  const edits: Edit[] = [];
  visit(tree, ['image', 'definition'], (found) => {
    const node = found as Image | Definition;
    const from = node.position?.start.offset ?? 0;
    const to = node.position?.end.offset ?? 0;
    if (node.type === 'image') {
      edits.push({ from, to, text: `![${escapeText(node.alt ?? '')}](${place(node.url)})` });
    } else if (names.has(node.identifier)) {
      const label = /^\[(?:[^\\\]]|\\[^])*\]:/.exec(cut.text.slice(from, to))?.[0] ?? '';
      edits.push({ from, to, text: label === '' ? '' : `${label} ${place(node.url) || '<>'}` });
    }
  });
  return { ...applyEdits(cut, edits), pictures: [...shown.values()] };
}

interface Edit {
  from: number;
  to: number;
  text: string;
}

function createPicture({ name, width, height }: PictureFacts, load: () => Uint8Array): PublicPicture {
  return { path: `assets/${name}`, width, height, load };
}

/** Any text as Markdown of one line that reads as it. */
function escapeText(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[!-/:-@[-`{-~]/g, String.raw`\$&`);
}

/** Edits do not overlap: a picture's description is plain text, and a definition holds nothing. */
function applyEdits({ text, sections }: BodyCut, edits: readonly Edit[]): BodyCut {
  let result = '';
  let at = 0;
  const shifts: { from: number; by: number }[] = [];
  for (const { from, to, text: replacement } of edits.toSorted((a, b) => a.from - b.from)) {
    result += text.slice(at, from) + replacement;
    at = to;
    shifts.push({ from: to, by: replacement.length - (to - from) });
  }
  result += text.slice(at);
  const move = (offset: number): number =>
    shifts.reduce((moved, { from, by }) => (from <= offset ? moved + by : moved), offset);
  return {
    text: result,
    sections: sections.map(({ heading, range: [start, end] }) => ({
      heading,
      range: [move(start), move(end)],
    })),
  };
}
