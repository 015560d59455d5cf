/*
 * Addresses are paths below the base of a site, as the contract lists them: '' is the first page, pages end in '/',
 * files in their extension. A link is what stands in `href` on some page.
 */

/** The address of a page or file below the base, without a slash in front, e.g. `incidents/2026-03-14-disk/`. */
export type Address = string;

export const homeAddress: Address = '';
export const servicesAddress: Address = 'services/';
export const commitmentsAddress: Address = 'commitments/';
export const notFoundAddress: Address = '404.html';
export const searchAddress: Address = 'search/';
export const feedAddress: Address = 'feeds/all.atom';
export const majorFeedAddress: Address = 'feeds/major.atom';

/** The page of an incident. */
export function incidentAddress(id: string): Address {
  return `incidents/${id}/`;
}

/** The same report as Markdown, a file beside its page. */
export function incidentMarkdownAddress(id: string): Address {
  return `incidents/${id}.md`;
}

/** The page of a year; undefined: of the incidents whose date nobody knows. */
export function yearAddress(year: number | undefined): Address {
  return `history/${year === undefined ? 'undated' : String(year).padStart(4, '0')}/`;
}

/** The page of a month, 1 to 12. */
export function monthAddress(year: number, month: number): Address {
  return `${yearAddress(year)}${String(month).padStart(2, '0')}/`;
}

/** The feed of a service's incidents alone. */
export function serviceFeedAddress(id: string): Address {
  return `feeds/service-${id}.atom`;
}

/** The page of a service. */
export function serviceAddress(id: string): Address {
  return `services/${id}/`;
}

/** The page of all incidents of a severity, by its rank: the worst is 1. */
export function severityAddress(rank: number): Address {
  return `severities/${rank}/`;
}

/** The page of all incidents with a cause of a category. Categories are lower-case letters, digits and hyphens, as the settings ask. */
export function causeAddress(category: string): Address {
  return `causes/${category}/`;
}

/** A picture, by the name that its content gives it. Public texts name it so too. */
export function pictureAddress(name: string): Address {
  return `assets/${name}`;
}

/** Where a commitment or item stands on the page of its incident. Ids of items are upper-case, ids of parts never. */
export function commitmentAddress(incident: string, id: string): Address {
  return `${incidentAddress(incident)}#${id}`;
}

/** What a commitment is called on the ledger, where those of all incidents stand. */
export function ledgerEntryId(incident: string, id: string): string {
  return `${incident}-${id}`;
}

/** The file that answers an address: `incidents/x/` is `incidents/x/index.html`. */
export function fileOfAddress(address: Address): string {
  return address === '' || address.endsWith('/') ? `${address}index.html` : address;
}

/**
 * The link from one page to another address of the same site, relative, so that a site works under any base and each page
 * from a disk: from `incidents/x/` to `services/y/` is `../../services/y/`. A fragment on `to` is kept.
 */
export function relativeLink(from: Address, to: Address): string {
  const [path, fragment] = splitFragment(to);
  if (path === from && fragment !== '') return fragment;
  const fromFolders = from.split('/').slice(0, -1);
  const toParts = path.split('/');
  let shared = 0;
  while (
    shared < fromFolders.length &&
    shared < toParts.length - 1 &&
    fromFolders[shared] === toParts[shared]
  ) {
    shared += 1;
  }
  const link = '../'.repeat(fromFolders.length - shared) + toParts.slice(shared).join('/');
  // A first part with a colon would read as a scheme.
  const isSafe = link !== '' && !/^[^/]*:/.test(link);
  return (isSafe ? link : `./${link}`) + fragment;
}

/** The whole URL of an address. `base` ends in a slash. */
export function absoluteLink(base: string, to: Address): string {
  return base + to;
}

function splitFragment(address: Address): [string, string] {
  const at = address.indexOf('#');
  return at < 0 ? [address, ''] : [address.slice(0, at), address.slice(at)];
}
