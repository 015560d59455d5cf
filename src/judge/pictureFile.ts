import { createHash } from 'node:crypto';
import { normalize } from 'node:path/posix';
import { Failure } from '../diagnostic/failure.js';
import type { ReadFile } from '../load/projectFile.js';
import { parsePicture, type Picture } from '../parse/picture/picture.js';
import { decodePath, isRelative } from './relativeAddress.js';

/** What is known of a picture that can be published. Its bytes do not travel along. */
export interface PictureFacts {
  /** Named by content: `<hash>.png`. */
  name: string;
  width: number;
  height: number;
  /** Of what is published. */
  bytes: number;
}

/** `message` completes "This picture …", without a full stop. */
export type FoundPicture = ({ ok: true } & PictureFacts) | { ok: false; message: string; hint: string };

/** The pictures of a project. Paths are relative to its root. */
export interface Pictures {
  find: (path: string) => FoundPicture;
  /** What is published of a picture that was found. Throws a `Failure` when the file is not what it was then. */
  load: (path: string) => Uint8Array;
}

/** The pictures of a project; each is read when it is first asked for, and again when it is published. */
export function createPictures(readFile: (path: string) => ReadFile): Pictures {
  const known = new Map<string, FoundPicture>();
  return {
    find: (path) => {
      const before = known.get(path);
      if (before) return before;
      const parsed = parse(path);
      const found: FoundPicture = parsed.ok
        ? { ok: true, ...describe(parsed.picture) }
        : { ok: false, message: parsed.message, hint: parsed.hint };
      known.set(path, found);
      return found;
    },
    load: (path) => {
      const parsed = parse(path);
      const found = known.get(path);
      if (!parsed.ok || !found?.ok || describe(parsed.picture).name !== found.name)
        throw new Failure(`${path} has changed since it was checked; build again`);
      return parsed.picture.bytes;
    },
  };

  function parse(path: string): ReturnType<typeof parsePicture> {
    const hidden = path.split('/').some((part) => part.startsWith('.'));
    if (!path.startsWith('incidents/') || hidden) {
      return {
        ok: false,
        message: 'does not lie below `incidents`',
        hint: 'Put it beside the postmortem, and name it from there.',
      };
    }
    const read = readFile(path);
    return read.ok ? parsePicture(read.content) : read;
  }
}

/** A project without pictures. */
export const noPictures: Pictures = createPictures(() => ({
  ok: false,
  message: 'does not exist',
  hint: 'Put it beside the postmortem.',
}));

function describe({ format, width, height, bytes }: Picture): PictureFacts {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  return { name: `${hash}.${format}`, width, height, bytes: bytes.length };
}

/**
 * The path that the address of a picture means in a file, from the project's root; undefined when it is no relative one.
 * A path that leaves the project begins with `../`.
 */
export function findPicturePath(url: string, documentPath: string): string | undefined {
  if (!isRelative(url)) return undefined;
  const path = decodePath(url);
  const folder = documentPath.slice(0, documentPath.lastIndexOf('/') + 1);
  return normalize(path.startsWith('/') ? path.slice(1) : folder + path);
}
