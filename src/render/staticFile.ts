import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Output } from './output.js';

/** A file of `site/static` must not take a page's place, nor the reverse; names that differ in case alone are one. */
export function checkStaticFiles(files: readonly Output[], pages: readonly Output[]): Diagnostic[] {
  const taken = new Map(pages.map(({ path }) => [path.toLowerCase(), path]));
  taken.set('api/build.json', 'api/build.json');
  return files.flatMap(({ path }): Diagnostic[] => {
    const parts = path.toLowerCase().split('/');
    const own = parts.map((_, index) => parts.slice(0, index + 1).join('/')).find((one) => taken.has(one));
    const folder = [...taken.keys()].find((one) => one.startsWith(`${path.toLowerCase()}/`));
    const page = own ?? folder;
    if (page === undefined) return [];
    return [
      {
        path: `site/static/${path}`,
        level: 'error',
        blocks: true,
        rule: 'static-collision',
        message: `The public site has a file of its own at \`${taken.get(page) ?? page}\``,
        hint: 'Give this file another name.',
      },
    ];
  });
}
