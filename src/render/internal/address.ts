import type { Address } from '../link.js';

/* Addresses that only the internal site has. */

export const itemsAddress: Address = 'items/';
export const incidentsAddress: Address = 'incidents/';
export const draftsAddress: Address = 'drafts/';
export const insightsAddress: Address = 'insights/';
export const teamsAddress: Address = 'teams/';
export const ownersAddress: Address = 'owners/';
export const causesAddress: Address = 'causes/';

/** The page of a person or team that owns items. */
export function ownerAddress(id: string): Address {
  return `owners/${id}/`;
}

/** The page of a team: what it and its members own, and the incidents of its services. */
export function teamAddress(id: string): Address {
  return `teams/${id}/`;
}

/** A view of the table of all items. The keys are the names of the command line's filters. */
export function itemsViewAddress(query: Readonly<Record<string, string>>): Address {
  const written = new URLSearchParams(query).toString();
  return written === '' ? itemsAddress : `${itemsAddress}?${written}`;
}
