import type { ComponentChildren } from 'preact';
import type { PageProps } from '../page.js';

/** A page of the internal site: what its shell says, and its content, made only when it is written. */
export interface InternalPage extends PageProps {
  content: () => ComponentChildren;
}
