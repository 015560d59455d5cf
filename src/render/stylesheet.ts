import { createHash } from 'node:crypto';
import base from './style/base.css?raw';
import commitments from './style/commitments.css?raw';
import component from './style/component.css?raw';
import home from './style/home.css?raw';
import incident from './style/incident.css?raw';
import insights from './style/insights.css?raw';
import items from './style/items.css?raw';
import monday from './style/monday.css?raw';
import print from './style/print.css?raw';
import publicSite from './style/public.css?raw';
import report from './style/report.css?raw';
import search from './style/search.css?raw';
import service from './style/service.css?raw';
import tracker from './style/tracker.css?raw';
import type { Output } from './output.js';

const sheets = {
  public: [base, component, publicSite, home, search, commitments, incident, service, report, print],
  internal: [base, component, tracker, monday, insights, items, print],
};

/**
 * The one stylesheet of a site, under a name that changes with its content, so that it may be cached for ever. A company's
 * own rules come last, and so win over ours.
 */
export function renderStylesheet(site: 'public' | 'internal', theme?: string): Output {
  const content = [...sheets[site], ...(theme === undefined ? [] : [theme])].join('\n');
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
  return { path: `assets/style-${hash}.css`, content };
}
