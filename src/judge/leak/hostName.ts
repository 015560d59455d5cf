import { isForbidden } from './forbiddenText.js';
import type { Detector } from './leak.js';

/** Finds names of machines that only the inside knows: by their ending, by a single word in an address, by their number. */
export const hostNames: Detector = {
  one: 'the name of a machine',
  many: 'names of machines',
  *find(text, settings) {
    if (!hints.test(text)) return;
    for (const pattern of [named, inner, share, instance, numbered, managed, single]) {
      for (const match of text.matchAll(pattern)) {
        const found = match.groups?.['host'] ?? match[0];
        if (!isInnerHost(found, pattern === single) || isForbidden(found, settings)) continue;
        yield {
          from: match.index + match[0].length - found.length,
          found,
          message: `“${found}” is the name of a machine that only the inside knows`,
          hint: 'Say what it does, e.g. “the primary database”.',
        };
      }
    }
  },
};

/** What a text has that holds such a name: most have nothing of it, and are not read any further. */
const hints =
  /\.(?:internal|local|lan|corp|intranet|home\.arpa|svc|consul|amazonaws|windows|azure|int|intern|mgmt)|\bip-\d|\bi-0|:\/\/|\\\\/i;

/** Where a name may begin: not within a longer one, nor within a path. */
const start = String.raw`(?<![\p{L}\p{N}_.$%-])(?<!(?<!\/)\/)`;
/** Where it ends. */
const end = String.raw`(?![\p{L}\p{N}_({<$%*&-]|\.[\p{L}\p{N}{<$%*])`;
const labels = (most: number): string => String.raw`(?:[a-z0-9_-]{1,63}\.){1,${most}}`;

/** `db-3.prod.internal`, `orders.payments.svc`, `orders.service.consul` */
const named = new RegExp(
  String.raw`${start}(?:${labels(10)}(?:internal|local|lan|corp|intranet|localdomain|home\.arpa)|[a-z0-9-]{1,63}\.[a-z0-9-]{1,63}\.svc|${labels(4)}(?:service|node)(?:\.[a-z0-9-]{1,63})?\.consul)${end}`,
  'giu',
);

/** `db01.int.shop.net`: a label in the middle says it. What ends like a file of code is taken for one. */
const inner = new RegExp(
  String.raw`${start}${labels(4)}(?:int|corp|intern|internal|intranet|lan|mgmt)\.${labels(3)}(?!(?:ts|js|py|go|rs|sh|md|rb|cs|so|cc|pl)${end})(?:com|net|org|info|biz|cloud|dev|app|[a-z]{2})${end}`,
  'giu',
);

/** `\\srv01\dumps` */
const share = /(?<![\\\w:])\\\\(?<host>[a-z0-9][a-z0-9._-]{2,62})(?=\\[a-z0-9])/gi;

/** `i-0abcd1234ef567890`, as a cloud names its machines. */
const instance = /(?<![\w.-])i-0[\da-f]{16}(?![\w-])/g;

/** `ip-10-0-12-34`, as a cloud names its machines. */
const numbered =
  /(?<![\p{L}\p{N}_.-])ip-(?:10-\d{1,3}|172-(?:1[6-9]|2\d|3[01])|192-168)-\d{1,3}-\d{1,3}(?![\p{L}\p{N}_.-]|\.[\p{L}\p{N}])/giu;

/** Databases and caches that a cloud runs: `orders.c9akciq32.eu-west-1.rds.amazonaws.com` */
const managed = new RegExp(
  String.raw`${start}${labels(6)}(?:(?:rds|cache|redshift|es|docdb)\.amazonaws\.com|(?:database|redis\.cache|privatelink\.[a-z.]{3,40})\.windows\.net|(?:postgres|mysql|mariadb)\.database\.azure\.com)${end}`,
  'giu',
);

/** `http://jenkins/job/3`: a name without a dot. */
const single = new RegExp(
  String.raw`\b(?:https?|wss?|ftps?|ssh|sftp|ldaps?|postgres(?:ql)?|mysql|rediss?|amqps?|mongodb|tcp|udp|grpc|nats|kafka|smb):\/\/(?:[^\s\/@]{1,100}@)?(?<host>[a-z0-9_-]{1,63})(?!(?::[^\s\/@]{0,100})?@)${end}`,
  'giu',
);

/** What names nobody's machine. */
const harmless =
  /^(?:localhost|host(?:name)?|server|proxy|domain|site|example|url|your[-_].*|my[-_].*|some[-_].*|foo|bar|baz|x+|[\d.]+)$|^localhost\.localdomain$|(?:^|\.)(?:docker|google)\.internal$|^kubernetes\.default\.svc|\.kube-system\.svc|^(?:svc\.)?cluster\.local$|(?:^|\.)example(?:\.|$)/i;

/** Files and packages that look like names of machines. */
const file =
  /^(?:rc|jail|fail2ban|config|conf|settings|env|application|appsettings|compose|docker-compose|makefile|gitconfig|gradle|build|vite|overrides?)\.local$|^(?:com|org|net|io|dev|edu|gov|java|javax|jdk|sun|kotlin|scala|go|golang|github)\./i;

/** Whether a name is that of a machine inside; of one without a dot its place decides. */
function isInnerHost(name: string, isSingle: boolean): boolean {
  if (harmless.test(name) || file.test(name)) return false;
  return !isSingle || /[a-z]/i.test(name);
}

/** Whether the name behind an @ is that of a machine inside. */
export function isInnerDomain(domain: string): boolean {
  return /\.(?:internal|local|lan|corp|intranet|localdomain)$/i.test(domain);
}
