import type { SourceFile } from '../load/sourceFile.js';

/** A line of a file that holds some words. */
export interface Mention {
  path: string;
  /** Counted from 1. */
  line: number;
}

/** The lines in which an id stands as a word of its own, but for those where it is only a part of `except`. */
export function listMentions(files: readonly SourceFile[], id: string, except: string): Mention[] {
  return files.flatMap(({ path, text }) => {
    // Most files do not name it, and cutting all of them into lines would take the longest.
    if (!text.includes(id)) return [];
    return text
      .split('\n')
      .flatMap((line, index) =>
        hasWord(line.replaceAll(except, ''), id) ? [{ path, line: index + 1 }] : [],
      );
  });
}

function hasWord(line: string, id: string): boolean {
  for (let at = line.indexOf(id); at >= 0; at = line.indexOf(id, at + 1))
    if (!part.test(line.charAt(at - 1)) && !part.test(line.charAt(at + id.length))) return true;
  return false;
}

/** What may be a part of an id. */
const part = /^[a-z0-9-]$/i;
