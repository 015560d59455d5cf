/** What the API compatible with Statuspage says in words of ours; Statuspage's own stay as clients know them. */
export const api = {
  nothingGoesOn: (day: string) => `No published incident goes on, as of ${day}`,
  goesOn: {
    none: (day: string) => `Incident going on, as of ${day}`,
    minor: (day: string) => `Minor incident going on, as of ${day}`,
    major: (day: string) => `Major incident going on, as of ${day}`,
    critical: (day: string) => `Critical incident going on, as of ${day}`,
  },
  report: (address: string) => `The report: ${address}`,
};
