import { createCauseRecords } from '../../../model/figures/causeRecord.js';
import { causeAddress, serviceAddress, servicesAddress } from '../../link.js';
import {
  causesAddress,
  insightsAddress,
  itemsAddress,
  ownerAddress,
  ownersAddress,
  teamAddress,
  teamsAddress,
} from '../address.js';
import { CausePage } from '../causes/causePage.js';
import { CausesPage } from '../causes/causesPage.js';
import type { InternalPage } from '../internalPage.js';
import { createServiceRecords } from '../services/serviceRecord.js';
import { ServicePage } from '../services/servicePage.js';
import { ServicesPage } from '../services/servicesPage.js';
import { OwnerPage } from '../teams/ownerPage.js';
import { OwnersPage } from '../teams/ownersPage.js';
import { TeamPage } from '../teams/teamPage.js';
import { TeamsPage } from '../teams/teamsPage.js';
import { createTeamRecords } from '../teams/teamRecord.js';
import type { Tracker } from '../tracker.js';
import { InsightsPage } from './insightsPage.js';

/**
 * The pages that judge: insights, and a page for each team, service and category of causes. Each that the settings name has one, also
 * with nothing on it, so that a link to it always leads somewhere; a person has one as soon as they own something.
 */
export function createInsightPages(tracker: Tracker): InternalPage[] {
  const { settings, incidents } = tracker.history;
  const teams = createTeamRecords(tracker);
  const services = createServiceRecords(tracker);
  const causes = createCauseRecords(incidents, tracker.items, settings);
  return [
    {
      address: insightsAddress,
      title: 'Insights',
      layout: 'tracker',
      content: () => <InsightsPage tracker={tracker} />,
    },
    {
      address: teamsAddress,
      title: 'Teams',
      section: itemsAddress,
      layout: 'tracker',
      content: () => <TeamsPage teams={teams} tracker={tracker} />,
    },
    ...teams.map((team): InternalPage => ({
      address: teamAddress(team.id),
      title: team.name,
      section: itemsAddress,
      layout: 'tracker',
      content: () => <TeamPage team={team} tracker={tracker} />,
    })),
    {
      address: ownersAddress,
      title: 'Owners',
      section: itemsAddress,
      layout: 'tracker',
      content: () => <OwnersPage tracker={tracker} />,
    },
    ...tracker.ownerships.map((ownership): InternalPage => ({
      address: ownerAddress(ownership.id),
      title: ownership.name,
      section: itemsAddress,
      layout: 'tracker',
      content: () => <OwnerPage ownership={ownership} tracker={tracker} />,
    })),
    {
      address: servicesAddress,
      title: 'Services',
      section: insightsAddress,
      layout: 'tracker',
      content: () => <ServicesPage services={services} tracker={tracker} />,
    },
    ...services.map((service): InternalPage => ({
      address: serviceAddress(service.id),
      title: service.name,
      section: insightsAddress,
      layout: 'tracker',
      content: () => <ServicePage service={service} tracker={tracker} />,
    })),
    {
      address: causesAddress,
      title: 'Causes',
      section: insightsAddress,
      layout: 'tracker',
      content: () => <CausesPage records={causes} tracker={tracker} />,
    },
    ...causes.map((record): InternalPage => ({
      address: causeAddress(record.category),
      title: `Cause: ${record.category}`,
      section: insightsAddress,
      layout: 'tracker',
      content: () => <CausePage record={record} tracker={tracker} />,
    })),
  ];
}
