/*
 * What the files of the search hold: the site writes them, and the script of its pages reads them. Types alone, so that both can
 * name them.
 */

/** `search/incidents.json`: what incidents are filtered by and told with, newest first. */
export interface SearchManifest {
  version: 1;
  severities: { rank: number; label: string; shape: 'filled' | 'half' | 'outlined' }[];
  /** In the order in which they are searched; `year` is as in the URL, `texts` an address below the base. */
  years: { year: string; texts: string }[];
  incidents: FoundIncident[];
}

export interface FoundIncident {
  id: string;
  /** The address of its page below the base. */
  url: string;
  title: string;
  year: string;
  /** When it began, in words. */
  day: string;
  dateTime?: string;
  /** The rank of its severity. */
  severity?: number;
  /** Ids. */
  services: string[];
  causes: string[];
  /** The small print below its title. */
  facts: { text: string; late?: true }[];
  /** It is only planned: no list of what happened has it, but its words are found. */
  ahead?: true;
}

/** `search/<yyyy>.json`: the texts of a year. */
export interface SearchYear {
  version: 1;
  year: string;
  incidents: SearchedIncident[];
}

export interface SearchedIncident {
  id: string;
  /** Its title and what else is told with it: found, but no fragment of it is shown. */
  names: string[];
  /** Everything else that its page says, a paragraph each. */
  texts: string[];
}
