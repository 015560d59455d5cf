import type {
  Commitment,
  PublicBody,
  PublicHistory,
  PublicImpact,
  PublicIncident,
  PublicService,
  PublicSeverity,
} from '../../src/audience/publicHistory.js';
import type { Output } from '../../src/render/output.js';
import { renderPublicSite } from '../../src/render/public/publicSite.js';
import { parseDay, type Day } from '../../src/time/day.js';
import { parseLasted, type Lasted } from '../../src/time/lapse.js';
import { parseWhen } from '../../src/time/parseWhen.js';
import { resolveWhen } from '../../src/time/resolveWhen.js';
import { spanBetween } from '../../src/time/span.js';
import type { When } from '../../src/time/when.js';
import type { Block, Inline } from '../../src/validate/schema/text.js';
import { readPage } from '../sites/readPage.js';

/*
 * Histories as the gate gives them, made by hand: a page is tested without the files and rules that lead to it.
 */

/** A time as somebody writes it, in Dublin. */
export function when(text: string): When {
  const parsed = parseWhen(text);
  if (!parsed.ok) throw new Error(parsed.message);
  const resolved = resolveWhen(parsed.form, { zone: 'Europe/Dublin', field: 'started' });
  if (!resolved.ok) throw new Error(resolved.message);
  return resolved.when;
}

export function day(text: string): Day {
  const parsed = parseDay(text);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.day;
}

export function lasted(text: string): Lasted {
  const parsed = parseLasted(text);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.lasted;
}

export const inline = (text: string): Inline => text as Inline;
export const block = (text: string): Block => text as Block;

/** A body of which all sections are shown. */
export function body(text: string): PublicBody {
  const sections = [...text.matchAll(/^## (.+)$/gm)].map((found) => ({
    heading: found[1] ?? '',
    range: [found.index, found.index + found[0].length] as const,
  }));
  return { text: text as PublicBody['text'], sections, pictures: [] };
}

export const major: PublicSeverity = { rank: 1, label: 'Major outage', major: true };
export const minor: PublicSeverity = { rank: 3, label: 'Minor disruption', major: false };
const severities = [major, { rank: 2, label: 'Partial outage', major: false }, minor];

export function service(id: string, changes: Partial<PublicService> = {}): PublicService {
  return {
    id,
    name: id.charAt(0).toUpperCase() + id.slice(1),
    group: undefined,
    since: undefined,
    ...changes,
  };
}

export function impact(changes: Partial<PublicImpact> = {}): PublicImpact {
  return {
    service: service('checkout'),
    level: 'outage',
    from: when('2026-03-14 09:05'),
    to: when('2026-03-14 14:02'),
    lasted: undefined,
    affected: undefined,
    share: undefined,
    where: [],
    note: undefined,
    ...changes,
  };
}

export function commitment(id: string, changes: Partial<Commitment> = {}): Commitment {
  return {
    id,
    incident: { id: '2026-03-14-disk', title: 'A full disk stopped checkout' },
    title: `Promise ${id}`,
    type: 'prevent',
    state: 'open',
    due: undefined,
    moved: [],
    done: undefined,
    doneWhen: undefined,
    reason: undefined,
    verified: undefined,
    addresses: [],
    supersededBy: undefined,
    lastTold: undefined,
    overdue: false,
    daysLate: 0,
    ...changes,
  };
}

export function incident(changes: Partial<PublicIncident> = {}): PublicIncident {
  const started = changes.started ?? when('2026-03-14 09:05');
  const mitigated = changes.ongoing ? undefined : when('2026-03-14 14:02');
  return {
    audience: 'public',
    id: '2026-03-14-disk',
    title: 'A full disk stopped checkout',
    kind: 'incident',
    severity: major,
    preliminary: false,
    zone: 'Europe/Dublin',
    started,
    mitigated,
    resolved: mitigated,
    ongoing: false,
    year: 2026,
    duration: mitigated && spanBetween(started, mitigated),
    scheduled: undefined,
    since: day('2026-03-18'),
    signed: undefined,
    retracted: undefined,
    corrections: [],
    summary: undefined,
    impact: undefined,
    detection: undefined,
    numbers: undefined,
    causes: undefined,
    provider: undefined,
    timeline: undefined,
    lastTold: undefined,
    updates: undefined,
    remediation: undefined,
    questions: undefined,
    related: undefined,
    body: body(''),
    ...changes,
  };
}

function history(changes: Partial<PublicHistory> = {}): PublicHistory {
  const incidents = changes.incidents ?? [];
  return {
    audience: 'public',
    asOf: '2026-11-22',
    site: {
      title: 'Example history',
      url: 'https://status.example.com/base/',
      language: 'en',
      zone: 'Europe/Dublin',
      totals: true,
      weights: { outage: 1, partial: 0.3, degraded: 0 },
      brand: {},
    },
    incidents,
    services: [service('checkout'), service('search')],
    severities,
    commitments: incidents.flatMap(({ remediation }) => remediation ?? []),
    redirects: [],
    ...changes,
  };
}

/** The files of a site by path, and its pages as somebody reads them. */
export function render(changes: Partial<PublicHistory> = {}) {
  const outputs: Output[] = renderPublicSite(history(changes));
  const files = new Map(outputs.map(({ path, content }) => [path, String(content)]));
  const file = (path: string): string => {
    const content = files.get(path);
    if (content === undefined) throw new Error(`There is no ${path} among ${[...files.keys()].join(', ')}`);
    return content;
  };
  const page = (address: string): string => file(`${address}index.html`);
  return { outputs, files, file, page, read: (address: string) => readPage(page(address)) };
}

/** The one page of one incident, as HTML and as read. */
export function renderIncident(changes: Partial<PublicIncident> = {}, others: Partial<PublicHistory> = {}) {
  const shown = incident(changes);
  const site = render({ incidents: [shown], ...others });
  const html = site.page(`incidents/${shown.id}/`);
  return { html, lines: readPage(html), site };
}
