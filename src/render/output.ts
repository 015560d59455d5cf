/** A file of a site: its path below the site's folder, with `/` between folders, and its bytes. Text is UTF-8. */
export interface Output {
  path: string;
  content: string | Uint8Array;
}

/** What no document of XML may hold, and no page needs: control characters, and halves of characters. */
export const uncommon =
  /[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** A text in which a mark stands for each such character. The rules refuse them in what customers read; drafts may have any. */
export function replaceUncommon(text: string): string {
  // Hardly any page has one.
  return !uncommon.test(text) ? text : text.replace(new RegExp(uncommon, 'g'), '\ufffd');
}
