/** Feeds and the calendar: their names, and a line for each thing that happens. */
export const feed = {
  /** The names of lists, behind the site's title. */
  major: (site: string) => `${site}: major incidents`,
  reports: (site: string) => `${site}: reports`,
  kept: (site: string) => `${site}: promises kept`,
  service: (site: string, service: string) => `${site}: ${service}`,

  // What happened; `title` is that of the incident or of the promise.
  announced: (title: string) => `Maintenance announced: ${title}`,
  nearMiss: (title: string) => `Near miss: ${title}`,
  opened: (title: string) => `Opened: ${title}`,
  maintenanceBegan: (title: string) => `Maintenance began: ${title}`,
  updates: {
    investigating: (title: string) => `Investigating: ${title}`,
    identified: (title: string) => `Identified: ${title}`,
    monitoring: (title: string) => `Monitoring: ${title}`,
    resolved: (title: string) => `Resolved: ${title}`,
    update: (title: string) => `Update: ${title}`,
  },
  resolved: (title: string) => `Resolved: ${title}`,
  maintenanceCompleted: (title: string) => `Maintenance completed: ${title}`,
  report: (title: string) => `Report published: ${title}`,
  correction: (title: string) => `Correction: ${title}`,
  promiseKept: (title: string) => `Promise kept: ${title}`,
  promiseDropped: (title: string) => `Promise dropped: ${title}`,
  retracted: (title: string) => `Retracted: ${title}`,

  // What is told of it.
  reportRetracted: 'This report was retracted',
  /** A period, as it is said alone. */
  plannedFor: (period: string) => `Planned for ${period}`,
  reportFollows: 'A report will follow',
  readReport: 'Read the whole report',

  // The calendar.
  due: (title: string) => `Due: ${title}`,
  /** A time that is no single day, with its preposition: `in March 2026`. */
  dueIn: (time: string) => `Due ${time}`,
};
