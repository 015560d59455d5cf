import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { SourceFile } from '../load/sourceFile.js';

/**
 * Finds pictures below the folder of incidents whose names stand in no incident file: the line that was to show them is
 * missing, or they are left over. Names are looked for in the text, not in its links: a picture in HTML, or in a file that
 * cannot be read as Markdown, is not forgotten.
 */
export function checkPictures(pictures: readonly string[], files: readonly SourceFile[]): Diagnostic[] {
  return pictures.flatMap((path): Diagnostic[] => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const spellings = [name, encodeURI(name), encodeURIComponent(name), name.normalize('NFC')];
    if (files.some(({ text }) => spellings.some((one) => text.includes(one)))) return [];
    return [
      {
        path,
        level: 'info',
        blocks: false,
        rule: 'picture-orphaned',
        message: 'No incident shows this picture',
        hint: 'Put it where it belongs, `![What it shows](…)`, or remove the file.',
      },
    ];
  });
}

/** The bytes of all pictures together. A build has them all in hand at once. */
const maxBytes = 200 * 1024 * 1024;

/** Refuses more pictures than a build can carry, at the first that is too much. `sizeOf` gives the bytes of a file. */
export function checkPictureBytes(
  pictures: readonly string[],
  sizeOf: (path: string) => number,
): Diagnostic[] {
  let bytes = 0;
  for (const path of pictures) {
    bytes += sizeOf(path);
    if (bytes <= maxBytes) continue;
    return [
      {
        path,
        level: 'error',
        blocks: true,
        rule: 'picture-bytes',
        message: `From this one on the pictures below \`incidents\` have more than ${maxBytes} bytes together, at most so many are carried along`,
        hint: 'Make the largest smaller, or keep what is not shown elsewhere.',
      },
    ];
  }
  return [];
}
