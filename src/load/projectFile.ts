import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A picture of more bytes is not read: 5 MiB. */
export const pictureBytes = 5 * 1024 * 1024;

/** A file of the project as bytes, or why it is not read: words that complete "This file …". */
export type ReadFile = { ok: true; content: Uint8Array } | { ok: false; message: string; hint: string };

/**
 * Reads a file of the project that may be published: a file of its own, under exactly its own name, on a way without
 * links; so what is reviewed is what is read, on every machine. `path` is relative to the root, without `.` and `..`.
 */
export function readProjectFile(root: string, path: string, maxBytes: number): ReadFile {
  const refuse = (message: string, hint: string): ReadFile => ({ ok: false, message, hint });
  try {
    let at = root;
    for (const name of path.split('/')) {
      // A disk may find `Graph.png` by `graph.png`; the next one does not.
      const names = readdirSync(at);
      const own = names.find((one) => one.normalize() === name.normalize());
      if (own === undefined) {
        const other = names.find((one) => one.normalize().toLowerCase() === name.normalize().toLowerCase());
        return other === undefined
          ? refuse('does not exist', 'Put it beside the postmortem, or correct the name.')
          : refuse(`is called \`${other}\``, 'Write the name as it is: other machines tell the case apart.');
      }
      at = join(at, own);
      if (lstatSync(at).isSymbolicLink())
        return refuse('is reached through a symbolic link', 'Put the file itself there.');
    }
    const stat = lstatSync(at);
    if (stat.isDirectory()) return refuse('is a folder', 'Name a file.');
    // A pipe would never end, and a device may give for ever.
    if (!stat.isFile()) return refuse('is no ordinary file', 'Put a file in its place.');
    if (stat.size > maxBytes)
      return refuse(`has ${stat.size} bytes, at most ${maxBytes} are published`, 'Make it smaller.');
    return { ok: true, content: readFileSync(at) };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
    return refuse(`cannot be read (${code})`, 'Check that you may read it.');
  }
}
