/** A file as read: its path relative to the project's root, with `/` between folders, and its text. */
export interface SourceFile {
  path: string;
  text: string;
  /** Whether the file begins with a byte order mark, which is no part of the text. */
  isMarked?: true;
}
