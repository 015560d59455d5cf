import type { Wording } from '../wording.js';

export const feed: Wording['feed'] = {
  major: (site) => `${site}: schwere Vorfälle`,
  reports: (site) => `${site}: Berichte`,
  kept: (site) => `${site}: erfüllte Zusagen`,
  service: (site, service) => `${site}: ${service}`,

  announced: (title) => `Wartung angekündigt: ${title}`,
  nearMiss: (title) => `Beinahe-Vorfall: ${title}`,
  opened: (title) => `Neuer Vorfall: ${title}`,
  maintenanceBegan: (title) => `Wartung begonnen: ${title}`,
  updates: {
    investigating: (title) => `Wird untersucht: ${title}`,
    identified: (title) => `Ursache gefunden: ${title}`,
    monitoring: (title) => `Wird beobachtet: ${title}`,
    resolved: (title) => `Behoben: ${title}`,
    update: (title) => `Neuer Stand: ${title}`,
  },
  resolved: (title) => `Behoben: ${title}`,
  maintenanceCompleted: (title) => `Wartung abgeschlossen: ${title}`,
  report: (title) => `Bericht veröffentlicht: ${title}`,
  correction: (title) => `Berichtigung: ${title}`,
  promiseKept: (title) => `Zusage erfüllt: ${title}`,
  promiseDropped: (title) => `Zusage aufgegeben: ${title}`,
  retracted: (title) => `Zurückgezogen: ${title}`,

  reportRetracted: 'Dieser Bericht wurde zurückgezogen',
  plannedFor: (period) => `Geplant: ${period}`,
  reportFollows: 'Ein Bericht folgt',
  readReport: 'Den ganzen Bericht lesen',

  due: (title) => `Fällig: ${title}`,
  dueIn: (time) => `Fällig ${time}`,
};
