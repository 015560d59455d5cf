import GithubSlugger, { slug } from 'github-slugger';

/** What a heading is called behind the `#` of a link: as on GitHub, where most of these files are read and linked. */
function slugOf(heading: string): string {
  const found = slug(heading.normalize('NFC'));
  return found === '' ? 'untitled' : found;
}

/** Names the headings of a text, one after the other; those that are equal are numbered as on GitHub: `notes`, `notes-1`. */
export function createSlugs(): (heading: string) => string {
  const slugger = new GithubSlugger();
  return (heading) => slugger.slug(slugOf(heading));
}

/** What the fragment of an address asks for: the slug of a heading, also where it is spelt as the heading itself. */
export function slugOfFragment(fragment: string): string {
  try {
    return slugOf(decodeURIComponent(fragment));
  } catch {
    return slugOf(fragment);
  }
}
