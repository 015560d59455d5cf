import { createNamed } from '../../../settings/namedList.js';
import { isListDamaged } from '../../../validate/repair.js';
import { createReferenceRule, type Reference } from './reference.js';

/** People are named by id, so that their names stand in one place and never in a public text. */
export const unknownPerson = createReferenceRule({
  id: 'unknown-person',
  what: 'person or team',
  home: '`people` and `teams` of site/site.yaml',
  one: 'each has an entry of its own in the list',
  description:
    'Authors, roles, those who attended a review, and whoever waives a rule are people or teams of `site.yaml`. Files name them by id, so that their names stand in one place, and in no public text.',
  bad: `authors: [kimd]`,
  good: `authors: [kim]`,
  references: ({ incident }): Reference[] => [
    ...incident.authors.map((id, index): Reference => [['authors', index], id]),
    ...Object.entries(incident.roles).map(([role, id]): Reference => [
      ['roles', role],
      id,
      'a role is that of one person',
    ]),
    ...(incident.review?.attended ?? []).map((id, index): Reference => [['review', 'attended', index], id]),
    ...incident.waivers.map((waiver, index): Reference => [
      ['waive', index, 'by'],
      waiver.by,
      'one person decides, and is asked',
    ]),
  ],
  known: ({ history: { settings } }) => [
    ...createNamed(settings, 'people'),
    ...createNamed(settings, 'teams'),
  ],
  isUnread: ({ history }) =>
    isListDamaged(history.settings.damaged, 'people') || isListDamaged(history.settings.damaged, 'teams'),
});
