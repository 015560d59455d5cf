/** A file of a site: its path below the site's folder, with `/` between folders, and its bytes. Text is UTF-8. */
export interface Output {
  path: string;
  content: string | Uint8Array;
}

/** What may be such a character; most texts hold none, and need no closer look. */
const suspect = /[\0-\x08\v\f\x0e-\x1f\ud800-\udfff\ufffe\uffff]/;

const uncommon =
  /[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Where a text holds what no document of XML may, and no page needs: a control character, or half a character; -1 where it does not. */
export function findUncommon(text: string): number {
  return suspect.test(text) ? text.search(uncommon) : -1;
}

/** A text in which a mark stands for each such character. The rules refuse them in what customers read; drafts may have any. */
export function replaceUncommon(text: string): string {
  return suspect.test(text) ? text.replace(uncommon, '\ufffd') : text;
}
