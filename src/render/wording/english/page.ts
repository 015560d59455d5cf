/** The shell around every page. */
export const page = {
  skip: 'Skip to the content',
  internal: 'Internal: not for publication',
  internalTitle: (title: string) => `Internal: ${title}`,
  company: (host: string) => `Home page of the company, ${host}`,
  navigation: 'Main',
  incidents: 'Incidents',
  services: 'Services',
  commitments: 'Commitments',
  contact: 'Contact',
  feed: 'Feed of all incidents',
};
