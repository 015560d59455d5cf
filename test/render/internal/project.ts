import { serializeOuter, type DefaultTreeAdapterTypes } from 'parse5';
import { expect } from 'vitest';
import { createPublicHistory } from '../../../src/audience/createPublicHistory.js';
import type { Diagnostic } from '../../../src/diagnostic/diagnostic.js';
import { judge } from '../../../src/judge/judge.js';
import { createHistory } from '../../../src/model/createHistory.js';
import type { History } from '../../../src/model/history.js';
import { parseDocument } from '../../../src/parse/document.js';
import { renderInternalSite } from '../../../src/render/internal/internalSite.js';
import { createSettings } from '../../../src/settings/createSettings.js';
import { incidentSchema } from '../../../src/validate/schema/incident.js';
import { validate } from '../../../src/validate/validate.js';
import { findAttribute, listElements, readPage, type Element } from '../../sites/readPage.js';

const site = `
format: 1
title: Example history
url: https://status.example.com/
timezone: Europe/Dublin
severities:
  - { id: major, label: Major outage, major: true }
  - { id: middling, label: Middling disruption }
  - { id: minor, label: Minor disruption }
priorities: [P1, P2, P3]
services:
  - { id: checkout, name: Checkout }
  - { id: ledger, name: Ledger database, internal: true }
teams:
  - { id: storage, name: Storage }
people:
  - { id: kim, name: Kim Doe, team: storage }
  - { id: lee, name: Lee Roe }
tickets:
  PAY: 'https://tickets.example.com/browse/PAY-{id}'
  BAD: 'javascript:alert({id})'
`;

/** The day that the tests are as of, a Sunday. */
const asOf = '2026-11-22';

/** The pages of an internal site by address, e.g. `items/`. */
export interface Pages {
  /** What they are made of. */
  history: History;
  html: (address: string) => string;
  addresses: string[];
  /** All files by path. */
  files: ReadonlyMap<string, string>;
  /** What somebody reads on a page, or in the element of an id: a line for each paragraph, heading, cell or item. */
  read: (address: string, id?: string) => string[];
  /** The headings below the first level, with the words beside them. */
  headings: (address: string) => string[];
  /** The rows of the table in the element of an id, as the texts of their cells. */
  rows: (address: string, id: string) => string[][];
  /** Where the links of a page, or of the element of an id, lead: text and `href`. */
  links: (address: string, id?: string) => { text: string; href: string }[];
}

/**
 * Walks incident files, by id, the whole way to the internal site. `more` are diagnostics that no rule gives here, `lines` are for
 * the end of site.yaml.
 */
export function renderProject(
  files: Record<string, string>,
  more: readonly Diagnostic[] = [],
  lines = '',
): Pages {
  const { settings } = createSettings({ path: 'site/site.yaml', text: site + lines });
  expect(settings, 'the settings are right').toBeDefined();
  if (!settings) throw new Error('unreachable');
  const valid = Object.entries(files).map(([id, text]) => {
    const { document, diagnostics } = parseDocument({ path: `incidents/${id}.md`, text });
    const validated = document && validate(incidentSchema, document, /^x-/);
    const wrong = [...diagnostics, ...(validated?.diagnostics ?? [])].map(({ message }) => message);
    expect(wrong, `${id} is right`).toEqual([]);
    if (!document || !validated?.value) throw new Error('unreachable');
    return { document, frontMatter: validated.value, damaged: validated.damaged };
  });
  const documents = new Map(valid.map(({ document }) => [document.id, document]));
  const { history, diagnostics } = createHistory(valid, new Set(documents.keys()), settings, asOf);
  expect(diagnostics).toEqual([]);
  const found = judge({
    history,
    documents,
    fileExists: () => true,
    findSecrets: () => [],
  });
  const outputs = renderInternalSite({
    history,
    diagnostics: [...found, ...more],
    documents,
    publicHistory: createPublicHistory(history, documents),
  });
  return { history, ...createPages(new Map(outputs.map(({ path, content }) => [path, String(content)]))) };
}

function createPages(files: ReadonlyMap<string, string>): Omit<Pages, 'history'> {
  const html = (address: string): string => {
    const page = files.get(`${address}index.html`);
    if (page === undefined) throw new Error(`There is no page ${address}`);
    return page;
  };
  const part = (address: string, id?: string): string =>
    id === undefined ? html(address) : findPart(html(address), id);
  const text = (element: Element): string => readPage(serializeOuter(element)).join(' ');
  return {
    html,
    files,
    addresses: [...files.keys()]
      .filter((path) => path.endsWith('index.html'))
      .map((path) => path.replace(/index\.html$/, '')),
    read: (address, id) => readPage(part(address, id)),
    headings: (address) =>
      listElements(html(address))
        .filter(({ tagName }) => /^h[2-6]$/.test(tagName))
        .map(text),
    rows: (address, id) =>
      listElements(part(address, id))
        .filter(({ tagName }) => tagName === 'tr')
        // A cell by itself would be dropped by the parser, so its table is kept around it.
        .map((row) => row.childNodes.filter((cell) => 'tagName' in cell).map((cell) => cellText(cell))),
    links: (address, id) =>
      listElements(part(address, id))
        .filter(({ tagName }) => tagName === 'a')
        .map((link) => ({ text: text(link), href: findAttribute(link, 'href') ?? '' })),
  };
}

/** The HTML of the element of an id. Parts of tables keep a table around them, or the parser would drop them. */
function findPart(page: string, id: string): string {
  const element = listElements(page).find((one) => findAttribute(one, 'id') === id);
  if (!element) throw new Error(`There is nothing with the id ${id}`);
  const part = serializeOuter(element);
  if (element.tagName === 'tr') return `<table><tbody>${part}</tbody></table>`;
  return element.tagName === 'tbody' ? `<table>${part}</table>` : part;
}

function cellText(cell: DefaultTreeAdapterTypes.Element): string {
  return readPage(`<table><tr>${serializeOuter(cell)}</tr></table>`).join(' ');
}

/** Front matter of an incident that says as little as it may; `more` is added to it, as YAML, before the body. */
export function incident(title: string, more = '', body = ''): string {
  return `---
title: ${title}
severity: major
status: final
started: 2026-03-14 09:05
resolved: 2026-03-14 14:02
summary: It was down.
impact:
  - service: checkout
    level: outage
${more.replace(/^\n+|\s+$/g, '')}
---

${body.trim()}
`;
}
