import { createGrammar, type Nouns } from '../grammar.js';
import type { Wording } from '../wording.js';

const { count } = createGrammar('de');

const incidents: Nouns = { one: 'Vorfall', other: 'Vorfälle' };

export const search: Wording['search'] = {
  title: 'Suche',
  description: 'Durchsucht alles, was hier über Vorfälle veröffentlicht ist.',
  finder: 'Einen Vorfall finden',
  service: 'Dienst',
  severity: 'Schweregrad',
  cause: 'Ursache',
  year: 'Jahr',
  count: (amount) => count(amount, incidents),
  everything: 'Alle Vorfälle',
  together: 'Suchen und kombinieren',

  about:
    'Durchsucht wird jeder Text der veröffentlichten Berichte: Titel, Zusammenfassungen, Verläufe, Ursachen, Meldungen, Zusagen und Fragen. Das geschieht in Ihrem Browser; was Sie eingeben, wird niemandem geschickt.',
  needsScript:
    'Suchen und Kombinieren braucht JavaScript und eine Seite, die aus dem Web geöffnet wurde. Die Listen oben führen auch ohne beides zu jedem Vorfall.',

  words: 'Wörter in den Berichten',
  any: 'Alle',
  clear: 'Alles zurücksetzen',
  results: 'Ergebnisse',
  found: { one: '# Vorfall', other: '# Vorfälle' },
  similar: {
    one: 'Genau diese Wörter stehen nirgends; # Vorfall hat ähnliche',
    other: 'Genau diese Wörter stehen nirgends; # Vorfälle haben ähnliche',
  },
  nothing: 'Kein veröffentlichter Vorfall passt dazu.',
  wayOut: 'Alle Vorfälle zeigen',
  more: { one: '# weiteren zeigen', other: '# weitere zeigen' },
  loading: 'Wird gesucht …',
  failed: 'Die Suche konnte nicht geladen werden. Diese Listen führen auch ohne sie zu jedem Vorfall.',
  ownPage: 'Diese Liste hat eine eigene Seite',
};
