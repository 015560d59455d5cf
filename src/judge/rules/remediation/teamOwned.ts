import { isOpen } from '../../../model/remediationItem.js';
import type { Rule } from '../../rule.js';

/** A team may own an item; then everybody in it may think that another does it. */
export const teamOwned: Rule = {
  id: 'team-owned',
  level: 'info',
  blocks: false,
  description:
    'An open item is best owned by one person: what a team owns, nobody in it has to do. Said only where `site.yaml` names people of that team.',
  bad: `remediation:
  - id: R1
    title: Alert on the volume that holds the orders
    type: detect
    owner: storage
    due: 2026-12-18`,
  good: `remediation:
  - id: R1
    title: Alert on the volume that holds the orders
    type: detect
    owner: kim
    team: storage
    due: 2026-12-18`,
  *check({ incident, history }) {
    const { teams, people } = history.settings;
    for (const [index, item] of incident.remediation.entries()) {
      const team = isOpen(item) ? teams.find(({ id }) => id === item.owner) : undefined;
      if (!team || !people.some((person) => person.team === team.id)) continue;
      yield {
        path: ['remediation', index, 'owner'],
        message: `\`${item.id}\` is owned by the team \`${team.id}\`, and by nobody in it`,
        hint: 'Write the person who sees to it as `owner`; the team of that person is known from site/site.yaml.',
      };
    }
  },
};
