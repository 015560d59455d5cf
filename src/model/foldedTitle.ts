/** A title without case, width, spaces and punctuation: what is left of two titles that a reader takes for one. */
export function foldTitle(title: string): string {
  const lower = title.toLowerCase();
  // Says the same of letters that need no tables.
  if (/^[\0-\x7F]*$/.test(lower)) return lower.replace(/[^a-z\d]+/g, '');
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
}
