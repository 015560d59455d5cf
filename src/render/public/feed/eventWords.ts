import type { PublicIncident } from '../../../audience/publicHistory.js';
import { describeKept, describeState } from '../../component/commitmentWords.js';
import { describePeriod } from '../../component/period.js';
import { commitmentAddress, incidentAddress, type Address } from '../../link.js';
import { plainInline } from '../../text.js';
import type { Wording } from '../../wording/wording.js';
import { describeDuration, describeLevels, describeServices, servicesOf } from '../incidentWords.js';
import type { Event } from './event.js';

/** The line above an event: what happened, and to what. */
export function titleOf({ kind, state, incident, commitment }: Event, { feed }: Wording): string {
  const { title } = incident;
  const isMaintenance = incident.kind === 'maintenance';
  switch (kind) {
    case 'announced':
      return feed.announced(title);
    case 'opened':
      if (incident.kind === 'near-miss') return feed.nearMiss(title);
      return isMaintenance ? feed.maintenanceBegan(title) : feed.opened(title);
    case 'update':
      return titleOfUpdate(state, title, feed);
    case 'resolved':
      return isMaintenance ? feed.maintenanceCompleted(title) : feed.resolved(title);
    case 'report':
      return feed.report(title);
    case 'correction':
      return feed.correction(title);
    case 'kept':
      return feed.promiseKept(commitment?.title ?? title);
    case 'dropped':
      return feed.promiseDropped(commitment?.title ?? title);
    case 'retracted':
      return feed.retracted(title);
  }
}

function titleOfUpdate(state: string | undefined, title: string, { updates }: Wording['feed']): string {
  const known = Object.entries(updates).find(([name]) => name === state);
  return (known?.[1] ?? updates.update)(title);
}

/** Where one reads more. */
export function addressOf({ kind, incident, commitment }: Event): Address {
  if (commitment) return commitmentAddress(incident.id, commitment.id);
  return incidentAddress(incident.id) + (kind === 'correction' ? '#corrections' : '');
}

/** What is told in words of ours, and what in those of an author (Inline). */
export interface Content {
  facts: string[];
  texts: string[];
}

/** What an event tells. */
export function contentOf(event: Event, wording: Wording): Content {
  const { kind, incident, text, commitment } = event;
  const { scheduled, summary, retracted } = incident;
  const said = summary === undefined ? [] : [summary];
  if (commitment) {
    const { doneWhen, reason } = commitment;
    const words = kind === 'dropped' ? reason : doneWhen;
    return {
      facts: [incident.title, describeState(commitment, wording)],
      texts: words === undefined ? [] : [words],
    };
  }
  if (text !== undefined) {
    return { facts: retracted ? [wording.feed.reportRetracted] : [], texts: [text] };
  }
  switch (kind) {
    case 'announced':
      return {
        facts: [
          ...(scheduled
            ? [wording.feed.plannedFor(describePeriod(scheduled.from, scheduled.to, wording))]
            : []),
          ...factsOf(incident, wording),
        ],
        texts: said,
      };
    case 'resolved':
      return {
        facts: [...factsOf(incident, wording), describeDuration(incident, undefined, wording) ?? ''].filter(
          Boolean,
        ),
        texts: [],
      };
    case 'report': {
      const { remediation = [] } = incident;
      return {
        facts: [
          ...factsOf(incident, wording),
          describeDuration(incident, undefined, wording) ?? '',
          remediation.length === 0 ? '' : describeKept(remediation, wording),
        ].filter(Boolean),
        texts: said,
      };
    }
    default:
      return {
        facts: [...factsOf(incident, wording), ...(incident.preliminary ? [wording.feed.reportFollows] : [])],
        texts: said,
      };
  }
}

/** How bad it was, for whom, and in which way. */
function factsOf(incident: PublicIncident, wording: Wording): string[] {
  return [
    incident.severity?.label ?? '',
    describeServices(servicesOf(incident), 3, wording),
    describeLevels(incident, undefined, wording),
  ].filter((fact) => fact !== '');
}

/** The same in one line of plain text; '' where there is nothing to tell. */
export function plainContent({ facts, texts }: Content): string {
  return [facts.join(' · '), ...texts.map(plainInline)].filter((line) => line !== '').join('. ');
}

/** What readers sort by. */
export function categoriesOf({ incident }: Event): string[] {
  const { severity } = incident;
  const names = [...(severity ? [severity.label] : []), ...servicesOf(incident).map(({ name }) => name)];
  return [...new Set(names)];
}
