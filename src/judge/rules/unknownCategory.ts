import { createReferenceRule } from './reference.js';

/** Categories are listed once, so that causes can be counted. */
export const unknownCategory = createReferenceRule({
  id: 'unknown-category',
  what: 'category',
  home: '`categories` of site/site.yaml',
  description: 'The category of a cause is listed in `site.yaml`.',
  references: ({ incident }) =>
    incident.causes.flatMap((cause, index) =>
      cause.category === undefined ? [] : [[['causes', index, 'category'], cause.category]],
    ),
  known: ({ history }) => history.settings.categories,
});
