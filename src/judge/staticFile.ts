import { isUtf8 } from 'node:buffer';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { staticFolder, type StaticFile } from '../load/staticFolder.js';
import { findFormat, nameOther, parsePicture } from '../parse/picture/picture.js';
import type { Settings } from '../settings/settings.js';
import { checkCarriedName, checkCarriedText, everywhere } from './carriedText.js';
import type { FindSecrets } from './leak/secret.js';

/** The files of `site/static` as they are published, and what is wrong with them. */
export interface JudgedStatic {
  files: StaticFile[];
  diagnostics: Diagnostic[];
}

/**
 * Checks what `site/static` holds as the texts of incidents are checked, names too, and frees its pictures of what one
 * does not see. What the files do (scripts, styles, links) is their author's own choice.
 */
export function judgeStaticFiles(
  files: readonly StaticFile[],
  settings: Settings,
  findSecrets: FindSecrets,
): JudgedStatic {
  const diagnostics: Diagnostic[] = [];
  const kept = files.map((file): StaticFile => {
    const path = `${staticFolder}/${file.path}`;
    diagnostics.push(...checkCarriedName(path, settings, findSecrets));
    if (findFormat(file.content)) {
      const parsed = parsePicture(file.content);
      if (parsed.ok) return { path: file.path, content: parsed.picture.bytes };
      diagnostics.push(createProblem(path, `This picture ${parsed.message}`, parsed.hint));
      return file;
    }
    const other = nameOther(Buffer.from(file.content.subarray(0, 32)).toString('latin1'));
    if (other !== undefined) {
      const message = `This is ${other}, which may hold what one does not see: places, devices, names`;
      diagnostics.push(createProblem(path, message, 'Save it as PNG, JPEG or WebP.'));
      return file;
    }
    const text = readText(file.content);
    diagnostics.push(
      ...(text === undefined
        ? checkBytes(path, file.content, settings)
        : checkCarriedText({ path, text }, settings, findSecrets)),
    );
    return file;
  });
  return { files: kept, diagnostics };
}

/** What is text, as text; undefined for fonts, archives and the like. */
export function readText(content: Uint8Array): string | undefined {
  const [first, second] = content;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return new TextDecoder(first === 0xff ? 'utf-16le' : 'utf-16be').decode(content);
  return isUtf8(content) && !content.includes(0) ? new TextDecoder().decode(content) : undefined;
}

/** By chance a few bytes of a font can be a short word. */
const shortest = 5;

/** The words in a file that is no text, such as the author of a document. */
function checkBytes(path: string, content: Uint8Array, settings: Settings): Diagnostic[] {
  const text = Buffer.from(content).toString('utf8');
  const wide = Buffer.from(content)
    .toString('latin1')
    .replace(/([ -~])\0/g, '$1');
  return everywhere.flatMap(({ rule, detector }) => {
    const leak = [...detector.find(`${text}\n${wide}`, settings)].find(
      ({ found }) => found.length >= shortest,
    );
    return leak ? [{ ...createProblem(path, leak.message, 'Take it out of this file.'), rule }] : [];
  });
}

function createProblem(path: string, message: string, hint: string): Diagnostic {
  return { path, level: 'error', blocks: true, rule: 'static-file', message, hint };
}
