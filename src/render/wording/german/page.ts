import type { Wording } from '../wording.js';

export const page: Wording['page'] = {
  skip: 'Zum Inhalt springen',
  internal: 'Intern: nicht zur Veröffentlichung',
  internalTitle: (title) => `Intern: ${title}`,
  company: (host) => `Website des Unternehmens, ${host}`,
  navigation: 'Hauptnavigation',
  incidents: 'Vorfälle',
  services: 'Dienste',
  commitments: 'Zusagen',
  contact: 'Kontakt',
  feed: 'Feed aller Vorfälle',
};
