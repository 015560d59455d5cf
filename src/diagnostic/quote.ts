/** How many characters of a value a message shows. */
const longest = 60;

/**
 * A value inside a message, on one line and not too long: between backquotes, as code; one that holds backquotes itself
 * between quotation marks, since backquotes between backquotes could not be told apart.
 */
export function quote(text: string): string {
  return quoteWhole(shorten(text));
}

/** The same for what is to be written as it stands, such as the way out: nothing of it is left out. */
export function quoteWhole(text: string): string {
  return text.includes('`') ? `“${text}”` : `\`${text}\``;
}

function shorten(text: string): string {
  const oneLine = text.replace(/\s+/g, ' ').trim();
  if (oneLine.length <= longest) return oneLine;
  // Half of a character outside the first plane is none.
  return `${oneLine.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
