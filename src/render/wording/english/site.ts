/** The pages that lead elsewhere. */
export const site = {
  notFound: 'Page not found',
  notFoundHeading: 'There is no page here',
  notFoundText: 'The address may be mistyped, or the page may have moved.',
  notFoundLink: 'All published incidents',
  moved: 'This page has moved',
  /** Stands before the title of the incident that is there now, a link. */
  movedTo: 'It is now at',
};
