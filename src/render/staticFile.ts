import type { Diagnostic } from '../diagnostic/diagnostic.js';

/**
 * A file of `site/static` must not take the place of a page, nor of another such file, nor the reverse; names that differ in
 * case alone are one. Paths of both count from the site's base.
 */
export function checkStaticFiles(files: readonly string[], pages: readonly string[]): Diagnostic[] {
  const taken = new Map(pages.map((path) => [path.toLowerCase(), path]));
  taken.set('api/build.json', 'api/build.json');
  const folders = new Map<string, string>();
  for (const [folded, path] of taken) for (const folder of listFolders(folded)) folders.set(folder, path);
  const carried = new Map<string, string>();
  return files.flatMap((path): Diagnostic[] => {
    const folded = path.toLowerCase();
    const page =
      [...listFolders(folded), folded].map((one) => taken.get(one)).find((one) => one !== undefined) ??
      folders.get(folded);
    const twin = carried.get(folded);
    carried.set(folded, path);
    if (page === undefined && twin === undefined) return [];
    return [
      {
        path: `site/static/${path}`,
        level: 'error',
        blocks: true,
        rule: 'static-collision',
        message:
          page === undefined
            ? `The name of \`${twin ?? ''}\` differs from this one in case alone`
            : `The public site has a file of its own at \`${page}\``,
        hint: 'Give this file another name.',
      },
    ];
  });
}

/** The folders above a file: `a`, `a/b` of `a/b/c`. */
function listFolders(path: string): string[] {
  const parts = path.split('/');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
}
