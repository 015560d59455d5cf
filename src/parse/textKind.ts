declare const kind: unique symbol;

/** Markdown's inline syntax, in one paragraph. A brand, so that nobody prints its source as if it were plain text. */
export type Inline = string & { readonly [kind]: 'inline' };

/** CommonMark with GFM, without raw HTML. */
export type Block = string & { readonly [kind]: 'block' };
