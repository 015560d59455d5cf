import { BlockList } from 'node:net';
import { familyOf } from './addressFamily.js';
import { isForbidden } from './forbiddenText.js';
import type { Detector } from './leak.js';
import { isVersion } from './versionNumber.js';

/** Finds addresses that mean something only inside a network: RFC 1918, 3927, 4193, 4291 (link-local), 6598. */
export const privateAddresses: Detector = {
  one: 'a private address',
  many: 'private addresses',
  *find(text, settings) {
    if (!/\d\.\d|::/.test(text) && !/[\da-f]:[\da-f]/i.test(text)) return;
    for (const match of text.matchAll(pattern)) {
      const found = match[0].replace(/[.:]+$/, '');
      const [address = '', length] = found.split('/');
      const family = familyOf(address);
      if (family === 0 || !inner.check(address, family === 4 ? 'ipv4' : 'ipv6')) continue;
      if (harmless.has(found) || isForbidden(address, settings)) continue;
      if (family === 4 && length === undefined && isVersion(text, match.index, found)) continue;
      yield {
        from: match.index,
        found,
        message: `“${found}” is an address of a private network`,
        hint: 'Say what it is, e.g. “a database server”. How the network is built helps only those who want to get in.',
      };
    }
  },
};

/** Four numbers, or groups of an IPv6 address, each with the length of a network behind it. */
const pattern =
  /(?<![\p{L}\p{N}_.-])(?:\d{1,3}\.){3}\d{1,3}(?:\/\d{1,2}(?!\d))?(?![\p{L}\p{N}_]|\.\d)|(?<![\p{L}\p{N}_.:])(?:[fF][cCdD][\da-fA-F]{2}|[fF][eE][89abAB][\da-fA-F]):[\da-fA-F:]{1,35}(?:\/\d{1,3})?(?![\p{L}\p{N}_])/gu;

const inner = new BlockList();
for (const [base, bits] of [
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['100.64.0.0', 10],
  ['169.254.0.0', 16],
] as const)
  inner.addSubnet(base, bits);
inner.addSubnet('fc00::', 7, 'ipv6');
inner.addSubnet('fe80::', 10, 'ipv6');

/** What everybody knows: the networks themselves, and where clouds answer questions of their own machines. */
const harmless: ReadonlySet<string> = new Set(
  '10.0.0.0/8 172.16.0.0/12 192.168.0.0/16 100.64.0.0/10 169.254.0.0/16 fc00::/7 fd00::/8 fe80::/10 169.254.169.254 169.254.170.2 169.254.169.253 169.254.169.123 fd00:ec2::254 fe80::1'.split(
    ' ',
  ),
);
