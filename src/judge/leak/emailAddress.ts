import type { Detector } from './leak.js';
import { isInnerDomain } from './hostName.js';

/** Finds e-mail addresses of persons. Those of roles are there to be written to, and those of examples are nobody's. */
export const emailAddresses: Detector = {
  one: 'an e-mail address',
  many: 'e-mail addresses',
  *find(text, settings) {
    if (!text.includes('@')) return;
    const contact = settings.brand.contact?.replace(/^mailto:|\?.*$/gs, '').toLowerCase();
    const people = new Set(settings.people.map(({ email }) => email?.toLowerCase()));
    for (const { 0: found, index: from, groups } of text.matchAll(pattern)) {
      const { name = '', domain = '' } = groups ?? {};
      const address = found.toLowerCase();
      // Of those of people `person-name` speaks, of machines `private-address`, of a cloud's accounts `account-id`.
      if (address === contact || people.has(address) || isInnerDomain(domain)) continue;
      if (isRole(name) || isNobody(name, domain) || domain.endsWith('gserviceaccount.com')) continue;
      // What stands before the @ of an address is a password, of which `secret` speaks.
      if (/:\/\/[^\s/]{0,200}$/.test(text.slice(Math.max(0, from - 210), from))) continue;
      yield {
        from,
        found,
        message: `“${found}” is an e-mail address that looks like a person’s`,
        hint: 'Remove it. An address that customers are to write to is one of a role, e.g. `support@`, or `brand.contact` in site/site.yaml.',
      };
    }
  },
};

const pattern =
  /(?<![\p{L}\p{N}._%+*/-])(?<name>[a-z0-9][a-z0-9._%+-]{0,63})@(?<domain>(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24})(?![\p{L}\p{N}_-]|\.[\p{L}\p{N}]|:[\p{L}\p{N}~])/giu;

/** Words that make an address one of a role wherever they stand in it: `status-updates`, `cloud.support`. */
const strong = new Set(
  'support help helpdesk status security abuse info contact noc soc postmaster hostmaster webmaster noreply donotreply privacy billing sales press incidents alerts notifications newsletter customerservice customercare feedback team'.split(
    ' ',
  ),
);

/** Words that do so when they are all of it; some of them are also surnames. */
const whole = new Set(
  'no-reply do-not-reply reply desk information hello hi root admin administrator administrators legal dpo gdpr compliance trust media pr accounts accounting invoices finance orders shop service services care incident outage outages alert notification notify updates news subscribe unsubscribe community forum list lists partners jobs careers office mail mailer mailer-daemon daemon bounce bounces ops operations sre oncall on-call dev developers engineering api git hg svn www ftp user username someone somebody anyone name you your me test example'.split(
    ' ',
  ),
);

function isRole(name: string): boolean {
  const plain = name.toLowerCase().replace(/\+.*$/, '');
  return whole.has(plain.replace(/\d+$/, '')) || plain.split(/[._-]+|\d+/).some((word) => strong.has(word));
}

/** Domains that RFC 2606 keeps for examples, and lists that everybody can read. */
function isNobody(name: string, domain: string): boolean {
  return (
    /(?:^|\.)example\.(?:com|org|net|edu)$|\.(?:example|test|invalid|localhost)$/i.test(domain) ||
    /^(?:lists?|groups)\.|(?:^|\.)googlegroups\.com$/i.test(domain) ||
    /^x+$/i.test(name)
  );
}
