import { resolve } from 'node:path';
import type { Project } from '../load/project.js';
import { writeEditedFile } from '../write/editedFile.js';

/** Writes edited texts of incident files, again and again while edits come in. */
export interface EditWriter {
  /** Writes the files whose texts, by paths from the root, are others than those that were written last. */
  write: (texts: ReadonlyMap<string, string>) => void;
}

/** Makes a writer for a project as it was read. */
export function createEditWriter({ root, incidents }: Project): EditWriter {
  const written = new Map(incidents.map(({ path, text }) => [path, text]));
  return {
    write(texts) {
      for (const [path, after] of texts) {
        const before = written.get(path) ?? '';
        if (before === after) continue;
        writeEditedFile({ path: resolve(root, path), before, after });
        written.set(path, after);
      }
    },
  };
}
