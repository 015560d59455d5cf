import type { PublicBody, PublicHistory, PublicIncident } from '../../src/audience/publicHistory.js';
import type { History } from '../../src/model/history.js';
import type { Incident } from '../../src/model/incident.js';

/*
 * Compiled with everything else and never run: a line below that compiles makes `tsc` fail. What renders the public
 * site takes these types, so it cannot be given what has not gone through the gate.
 */

declare const incident: Incident;
declare const history: History;
declare const text: string;

// @ts-expect-error An incident as we know it is none that customers may see.
export const publicIncident: PublicIncident = incident;

// @ts-expect-error Nor is a history.
export const publicHistory: PublicHistory = history;

// @ts-expect-error A text is no public body until it is cut.
export const body: PublicBody = { text, sections: [] };

// @ts-expect-error Internal fields have no names after the gate.
export const names = (shown: PublicIncident): unknown => shown.authors;
