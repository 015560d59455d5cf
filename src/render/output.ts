/** A file of a site: its path below the site's folder, with `/` between folders, and its bytes. Text is UTF-8. */
export interface Output {
  path: string;
  content: string | Uint8Array;
}
