/**
 * The name of something in the tracker, for feeds and calendars: a URI of the scheme `tag` (RFC 4151). The host of the public site names the
 * company that gives it, and leads nowhere: nobody has told where the internal site stands.
 */
export function createTag(url: string, ...parts: readonly string[]): string {
  const { hostname, pathname } = new URL(url);
  const path = parts.map(encodeURIComponent).join('/');
  return `tag:${hostname},2026:${pathname}tracker/${path}`;
}
