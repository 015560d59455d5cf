import type { Wording } from '../wording.js';

export const site: Wording['site'] = {
  notFound: 'Seite nicht gefunden',
  notFoundHeading: 'Hier gibt es keine Seite',
  notFoundText: 'Vielleicht ist die Adresse falsch geschrieben, oder die Seite ist umgezogen.',
  notFoundLink: 'Alle veröffentlichten Vorfälle',
  moved: 'Diese Seite ist umgezogen',
  movedTo: 'Sie steht jetzt hier:',
};
