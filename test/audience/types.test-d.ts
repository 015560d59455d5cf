import type { Commitment, PublicBody, PublicCause, PublicHistory, PublicImpact, PublicIncident, PublicService, PublicSeverity, PublicSite, PublicTimelineEntry } from '../../src/audience/publicHistory.js'; // prettier-ignore
import type { History } from '../../src/model/history.js';
import type { Incident } from '../../src/model/incident.js';
import type { Settings } from '../../src/settings/settings.js';

/*
 * Compiled with everything else and never run: a line below that compiles makes `tsc` fail. What renders the public
 * site takes these types, so it cannot be given what has not gone through the gate.
 */

declare const incident: Incident;
declare const history: History;
declare const settings: Settings;
declare const text: string;

// @ts-expect-error An incident as we know it is none that customers may see.
export const publicIncident: PublicIncident = incident;

// @ts-expect-error Nor is a history.
export const publicHistory: PublicHistory = history;

// @ts-expect-error A text is no public body until it is cut.
export const body: PublicBody = { text, sections: [] };

// @ts-expect-error Internal fields have no names after the gate.
export const names = (shown: PublicIncident): unknown => shown.authors;

// @ts-expect-error What is written of the site is not what it says of itself.
export const site: PublicSite = settings;

// @ts-expect-error A service may be internal.
export const services: PublicService[] = settings.services;

// @ts-expect-error A severity has an id that nobody outside knows.
export const severities: PublicSeverity[] = settings.severities;

// @ts-expect-error An entry may be withheld, or said in other words.
export const impact: PublicImpact[] = incident.impact;

// @ts-expect-error Likewise.
export const causes: PublicCause[] = incident.causes;

// @ts-expect-error Likewise.
export const timeline: PublicTimelineEntry[] = incident.timeline;

// @ts-expect-error Likewise.
export const updates: NonNullable<PublicIncident['updates']> = incident.updates;

// @ts-expect-error Likewise.
export const numbers: NonNullable<PublicIncident['numbers']> = incident.numbers;

// @ts-expect-error Likewise.
export const questions: NonNullable<PublicIncident['questions']> = incident.questions;

// @ts-expect-error An item has an owner and tickets.
export const commitments: Commitment[] = incident.remediation;
