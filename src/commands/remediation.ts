import { Failure } from '../diagnostic/failure.js';
import { isPublic } from '../judge/visibility.js';
import { readProject } from '../load/project.js';
import type { History } from '../model/history.js';
import { listChanges } from '../model/itemChange.js';
import { createItemFacts } from '../model/itemFacts.js';
import { isWantedItem } from '../model/itemFilter.js';
import { groupItems } from '../model/itemGroup.js';
import { findOwner } from '../model/reference.js';
import { createTrackedItem, isDueSoon, type TrackedItem } from '../model/trackedItem.js';
import { incidentAddress } from '../render/link.js';
import { renderItemCsv } from '../render/internal/items/itemCsv.js';
import { createItemList, type ListedItem } from '../render/internal/items/itemList.js';
import { renderItemMarkdown } from '../report/itemMarkdown.js';
import { renderItemSummary, renderItemTable } from '../report/itemTable.js';
import { renderJsonText } from '../report/jsonText.js';
import { printable } from '../report/printable.js';
import { setAside } from './guard.js';
import { createItemFilter, findSince, type ItemQuery } from './itemQuery.js';
import { isBlocked, understand, type Understood } from './project.js';
import type { CommonOptions, ExitCode, Terminal } from './terminal.js';

/** How `remediation` prints what it lists. */
export type ItemFormat = 'table' | 'json' | 'csv' | 'markdown';

export interface RemediationOptions extends CommonOptions {
  query: ItemQuery;
  format: ItemFormat;
  /** Makes anything that is listed a finding. */
  exitCode: boolean;
}

/** Lists remediation items: without a state those that are open; with `since` those of which something became since. */
export async function listRemediation(options: RemediationOptions, terminal: Terminal): Promise<ExitCode> {
  const { query, format } = options;
  const project = setAside(readProject(options.root), terminal);
  const understood = await understand(project, terminal.findAsOf);
  const { history } = understood;
  if (!history) throw new Failure(`${project.settings.path} cannot be read; run \`afterword check\``);
  const filter = createItemFilter(query, history);
  const since = findSince(query, history.asOf);
  const all = listTracked(history);
  const items = all
    .filter((tracked) => isWantedItem(createItemFacts(tracked, history.settings), filter))
    .map((tracked): ListedItem => {
      const changes = since === undefined ? [] : listChanges(tracked, since, history.asOf);
      return { tracked, changes };
    })
    .filter(
      ({ tracked, changes }) => since === undefined || changes.length > 0 || isDigested(tracked, format),
    );

  print(items, { ...options, history, since }, terminal);
  if (format === 'table')
    terminal.note(
      `${renderItemSummary(
        items.map(({ tracked }) => tracked),
        all.length,
      )}\n`,
    );
  tellUnread(understood, terminal);
  return options.exitCode && items.length > 0 ? 1 : 0;
}

/** All items there are, in the order of the tracker: what is overdue first, worst first. */
function listTracked({ incidents, asOf, settings }: History): TrackedItem[] {
  const items = incidents.flatMap((incident) =>
    incident.remediation.map((item) => createTrackedItem(item, incident, asOf, settings)),
  );
  return groupItems(items).flatMap((group) => group.items);
}

/** A digest also holds what is late or soon due, whatever became of it. */
function isDigested(tracked: TrackedItem, format: ItemFormat): boolean {
  return format === 'markdown' && (tracked.overdue || isDueSoon(tracked));
}

function print(
  items: readonly ListedItem[],
  {
    history,
    since,
    query,
    format,
  }: Pick<RemediationOptions, 'query' | 'format'> & { history: History; since: string | undefined },
  terminal: Terminal,
): void {
  const { asOf, settings } = history;
  const data = { asOf, since, settings };
  switch (format) {
    case 'table':
      terminal.print(renderItemTable(items, { settings, color: terminal.color, columns: terminal.columns }));
      break;
    case 'json':
      terminal.print(renderJsonText(createItemList(items, data)));
      break;
    case 'csv': {
      const csv = renderItemCsv(createItemList(items, data));
      // A program that reads it needs every byte; a terminal must not be driven by what a file holds.
      terminal.print(terminal.columns === undefined ? csv : csv.split('\r\n').map(printable).join('\r\n'));
      break;
    }
    case 'markdown': {
      const about = describeQuery(query, history);
      terminal.print(renderItemMarkdown(items, { ...data, about, linkOf: (one) => findLink(one, history) }));
      break;
    }
  }
}

/** Whose items these are, for a heading. */
function describeQuery({ team = [], owner = [], service = [] }: ItemQuery, { settings }: History): string {
  const names = [...team, ...owner]
    .flatMap((value) => value.split(','))
    .map((id) => findOwner(settings, id)?.name ?? id);
  const services = service
    .flatMap((value) => value.split(','))
    .map((id) => settings.services.find((one) => one.id === id)?.name ?? id);
  return [...names, ...services].join(', ');
}

/** The page of an incident that everybody can open; of any other its file. */
function findLink({ incident }: TrackedItem, { settings, asOf }: History): string {
  return isPublic(incident, asOf) ? new URL(incidentAddress(incident.id), settings.url).href : incident.path;
}

/** What cannot be read is missing here, or is not what was meant; that must not look like nothing. */
function tellUnread({ diagnostics }: Understood, terminal: Terminal): void {
  if (!isBlocked(diagnostics)) return;
  const files = new Set(
    diagnostics.filter(({ blocks, level }) => blocks && level === 'error').map(({ path }) => path),
  );
  const what = files.size === 1 ? printable([...files][0] ?? '') : `${files.size} files`;
  terminal.note(
    `Errors in ${what} would stop a build, and items of it may be missing here: run \`afterword check\`.\n`,
  );
}
