import type { Address } from '../link.js';

/* Addresses that only the internal site has. */

export const itemsAddress: Address = 'items/';
export const incidentsAddress: Address = 'incidents/';
export const draftsAddress: Address = 'drafts/';

/** The page of a person or team that owns items. */
export function ownerAddress(id: string): Address {
  return `owners/${id}/`;
}
