/** A title without case, width, spaces and punctuation: what is left of two titles that a reader takes for one. */
export function foldTitle(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
}
