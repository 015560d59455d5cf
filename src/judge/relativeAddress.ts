/** Whether an address has neither scheme nor host, and is no place within the same page. */
export function isRelative(url: string): boolean {
  return !/^[a-z][a-z0-9+.-]*:|^\/\/|^#/i.test(url) && url !== '';
}

/** The path of a relative address, without its percent signs; as it is where they mean nothing. */
export function decodePath(url: string): string {
  const path = url.replace(/[?#].*$/s, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
