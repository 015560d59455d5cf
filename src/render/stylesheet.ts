import { createHash } from 'node:crypto';
import base from './style/base.css?raw';
import code from './style/code.css?raw';
import commitment from './style/commitment.css?raw';
import commitments from './style/commitments.css?raw';
import days from './style/days.css?raw';
import figures from './style/figures.css?raw';
import home from './style/home.css?raw';
import impact from './style/impact.css?raw';
import incident from './style/incident.css?raw';
import insights from './style/insights.css?raw';
import items from './style/items.css?raw';
import list from './style/list.css?raw';
import mark from './style/mark.css?raw';
import monday from './style/monday.css?raw';
import part from './style/part.css?raw';
import print from './style/print.css?raw';
import prose from './style/prose.css?raw';
import publicSite from './style/public.css?raw';
import report from './style/report.css?raw';
import search from './style/search.css?raw';
import service from './style/service.css?raw';
import table from './style/table.css?raw';
import timeline from './style/timeline.css?raw';
import tracker from './style/tracker.css?raw';
import type { Address } from './link.js';
import type { Output } from './output.js';

/** What every page of a site needs: a reader has it from the second page on. */
const shared = {
  public: [base, mark, table, publicSite, print],
  internal: [base, mark, table, commitment, prose, code, tracker, monday, insights, items, print],
};

/** What only pages of one kind need, after what all pages share. */
const kinds = {
  history: [list, home, search],
  incident: [commitment, timeline, impact, part, prose, code, incident],
  ledger: [commitment, commitments],
  service: [list, figures, days, service],
  report: [list, figures, days, report],
};

export type StyleName = keyof typeof kinds;

const sheets = new Map(
  Object.entries(kinds).map(([name, parts]) => [name, createSheet(name, parts.join('\n'))]),
);

/** A style sheet under a name that changes with its content, so that it may be cached for ever. */
function createSheet(name: string, content: string): Output & { path: Address } {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
  return { path: `assets/${name}-${hash}.css`, content };
}

/** The style sheet that all pages of a site share. */
export function renderStylesheet(site: keyof typeof shared): Output {
  return createSheet('style', shared[site].join('\n'));
}

/** Where the style sheet of a kind of pages lies. */
export function styleAddress(name: StyleName): Address {
  return sheets.get(name)?.path ?? '';
}

/** The style sheets of all kinds of pages. Only the public site has them. */
export function renderKindStylesheets(): Output[] {
  return [...sheets.values()];
}

/** A company's own rules. They stand behind all of ours, and so win over them. */
export function renderTheme(theme: string): Output {
  return createSheet('theme', theme);
}
