import type { Diagnostic } from '../../diagnostic/diagnostic.js';
import { documentId } from '../../parse/document.js';
import type { FindSecrets } from './secret.js';

/**
 * Checks the names of incident files: they are the addresses of pages, and no rule about texts sees them. `isPublic`
 * tells of an id whether customers read, or will read, the page.
 */
export function checkNames(
  paths: readonly string[],
  isPublic: (id: string) => boolean,
  findSecrets: FindSecrets,
): Diagnostic[] {
  return paths.flatMap((path) => {
    const id = documentId(path);
    const [found] = findSecrets(id);
    if (!found) return [];
    const isShown = isPublic(id);
    return {
      path,
      level: isShown ? 'error' : 'info',
      blocks: isShown,
      rule: isShown ? 'secret' : 'secret-internal',
      message: `In the name of this file stands ${found.kind}`,
      hint: 'Revoke it first: it is in the history of the repository. Then name the file by what happened.',
      secret: true,
    } satisfies Diagnostic;
  });
}
