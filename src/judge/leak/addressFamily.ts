import { isIPv4, isIPv6 } from 'node:net';

/** 4 or 6 where a text is an address of the internet protocol, else 0. What Node asks of one with colons is slow to compile, and times have one. */
export function familyOf(address: string): 0 | 4 | 6 {
  if (isIPv4(address)) return 4;
  return /:.*:/.test(address) && isIPv6(address) ? 6 : 0;
}
