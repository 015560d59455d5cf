/** A file as read: its path relative to the project's root, with `/` between folders, and its text. */
export interface SourceFile {
  path: string;
  text: string;
}
