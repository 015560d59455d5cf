import type { Wording } from '../wording.js';

export const text: Wording['text'] = {
  notes: 'Anmerkungen',
  backToNote: (note, again) => `Zurück zur Textstelle ${note}${again > 1 ? `-${again}` : ''}`,
  picture: (description) => `[Bild: ${description}]`,
  unknownPicture: '[Bild]',
  ticked: 'Erledigt:',
  unticked: 'Nicht erledigt:',
  table: 'Tabelle',
  code: 'Code',
};
