import type { Document } from '../parse/document.js';
import type { DataPath } from '../parse/yamlTree.js';
import type { FrontMatter } from '../validate/schema/incident.js';

/** A document with the front matter that it holds. */
export interface Valid {
  document: Document;
  frontMatter: FrontMatter;
  /** Fields that could not be read: of what stands in their place nothing is said. */
  damaged: readonly DataPath[];
}
