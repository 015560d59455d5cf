import type { PublicIncident } from '../../../audience/publicHistory.js';
import { describeKept, describeState } from '../../component/commitmentWords.js';
import { describePeriod } from '../../component/period.js';
import { commitmentAddress, incidentAddress, type Address } from '../../link.js';
import { plainInline } from '../../text.js';
import { capitalize } from '../../words.js';
import { describeDuration, describeLevels, describeServices, servicesOf } from '../incidentWords.js';
import type { Event } from './event.js';

/** The line above an event: what happened, and to what. */
export function titleOf({ kind, state, incident, commitment }: Event): string {
  const { title } = incident;
  const isMaintenance = incident.kind === 'maintenance';
  switch (kind) {
    case 'announced':
      return `Maintenance announced: ${title}`;
    case 'opened':
      if (incident.kind === 'near-miss') return `Near miss: ${title}`;
      return `${isMaintenance ? 'Maintenance began' : 'Opened'}: ${title}`;
    case 'update':
      return `${capitalize(state ?? 'update')}: ${title}`;
    case 'resolved':
      return `${isMaintenance ? 'Maintenance completed' : 'Resolved'}: ${title}`;
    case 'report':
      return `Report published: ${title}`;
    case 'correction':
      return `Correction: ${title}`;
    case 'kept':
      return `Promise kept: ${commitment?.title ?? title}`;
    case 'dropped':
      return `Promise dropped: ${commitment?.title ?? title}`;
    case 'retracted':
      return `Retracted: ${title}`;
  }
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
export function contentOf(event: Event): Content {
  const { kind, incident, text, commitment } = event;
  const { scheduled, summary, retracted } = incident;
  const said = summary === undefined ? [] : [summary];
  if (commitment) {
    const { doneWhen, reason } = commitment;
    const words = kind === 'dropped' ? reason : doneWhen;
    return { facts: [incident.title, describeState(commitment)], texts: words === undefined ? [] : [words] };
  }
  if (text !== undefined) {
    return { facts: retracted ? ['This report was retracted'] : [], texts: [text] };
  }
  switch (kind) {
    case 'announced':
      return {
        facts: [
          ...(scheduled ? [`Planned for ${describePeriod(scheduled.from, scheduled.to)}`] : []),
          ...factsOf(incident),
        ],
        texts: said,
      };
    case 'resolved':
      return { facts: [...factsOf(incident), describeDuration(incident) ?? ''].filter(Boolean), texts: [] };
    case 'report': {
      const { remediation = [] } = incident;
      return {
        facts: [
          ...factsOf(incident),
          describeDuration(incident) ?? '',
          remediation.length === 0 ? '' : describeKept(remediation),
        ].filter(Boolean),
        texts: said,
      };
    }
    default:
      return {
        facts: [...factsOf(incident), ...(incident.preliminary ? ['A report will follow'] : [])],
        texts: said,
      };
  }
}

/** How bad it was, for whom, and in which way. */
function factsOf(incident: PublicIncident): string[] {
  return [
    incident.severity?.label ?? '',
    describeServices(servicesOf(incident)),
    describeLevels(incident),
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
