import type { Wording } from '../wording.js';

export const api: Wording['api'] = {
  nothingGoesOn: (day) => `Kein veröffentlichter Vorfall dauert an, Stand ${day}`,
  goesOn: {
    none: (day) => `Ein Vorfall dauert an, Stand ${day}`,
    minor: (day) => `Ein leichter Vorfall dauert an, Stand ${day}`,
    major: (day) => `Ein schwerer Vorfall dauert an, Stand ${day}`,
    critical: (day) => `Ein sehr schwerer Vorfall dauert an, Stand ${day}`,
  },
  report: (address) => `Der Bericht: ${address}`,
};
