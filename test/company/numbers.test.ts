import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { createPublicHistory } from '../../src/audience/createPublicHistory.js';
import { isBlocked, understandProject } from '../../src/commands/project.js';
import { renderInternalSite } from '../../src/render/internal/internalSite.js';
import { readPage } from '../sites/readPage.js';
import { asOf, createCompany } from './company.mjs';

/*
 * What the internal pages say of a company, counted again from its files: read by another reader of YAML and reckoned without
 * any code of ours. A figure here is the plainest reading of the sentence that stands beside it on the page.
 */

/** An item as it is written. */
interface Item {
  id: string;
  incident: string;
  isFollowed: boolean;
  state: string;
  type: string;
  owner?: string;
  team?: string;
  opened: string;
  due?: string;
  done?: string;
  moved?: { from: string; date: string }[];
  verified?: { result: string };
}

const size = 60;
/** One in which there is something of everything. */
const seed = 6;
const day = 86_400_000;
const daysFrom = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / day;
const isOpen = ({ state }: Item): boolean => ['open', 'in-progress', 'blocked'].includes(state);

/** The last day of a day or month. */
function lastDay(written: string): string {
  if (written.length === 10) return written;
  const [year = 0, month = 0] = written.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

let items: Item[] = [];
let statuses: string[] = [];
let people: { id: string; team: string }[] = [];
let files = new Map<string, string>();

beforeAll(async () => {
  const company = createCompany(size, seed);
  const root = mkdtempSync(join(tmpdir(), 'afterword-company-'));
  for (const [path, text] of company) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }

  ({ people } = parse(company.get('site/site.yaml') ?? '', { schema: 'failsafe' }) as {
    people: typeof people;
  });
  const fronts = [...company].flatMap(([path, text]) =>
    path.endsWith('.md')
      ? [
          {
            path,
            front: parse(text.split('---\n')[1] ?? '', { schema: 'failsafe' }) as Record<string, unknown>,
          },
        ]
      : [],
  );
  statuses = fronts.map(({ front }) => String(front['status']));
  items = fronts.flatMap(({ path, front }) =>
    ((front['remediation'] ?? []) as Item[]).map((item) => ({
      ...item,
      incident: path.replace(/^.*\/|\.md$/g, ''),
      isFollowed: !('last_told' in front),
    })),
  );

  const { history, documents, diagnostics, pictures } = await understandProject(root, () => asOf);
  if (!history || isBlocked(diagnostics)) throw new Error('The company cannot be built');
  const publicHistory = createPublicHistory(history, documents, { pictures });
  const outputs = renderInternalSite({ history, diagnostics, documents, publicHistory, pictures });
  files = new Map(outputs.map(({ path, content }) => [path, String(content)]));
  rmSync(root, { recursive: true });
}, 120_000);

/** What stands in a page, or in the section of it that has an id. */
function read(page: string, section?: string): string {
  const html = files.get(page) ?? '';
  const start = section === undefined ? 0 : html.indexOf(`<section id="${section}"`);
  expect(start, `${page} has a section ${section}`).toBeGreaterThanOrEqual(0);
  const end = section === undefined ? -1 : html.indexOf('<section', start + 1);
  return readPage(html.slice(start, end < 0 ? undefined : end)).join(' ');
}

/** The rows of the tables in a section, cell by cell. */
function rows(page: string, section: string): string[][] {
  const html = files.get(page) ?? '';
  const start = html.indexOf(`<section id="${section}"`);
  const end = html.indexOf('<section', start + 1);
  return html
    .slice(start, end < 0 ? undefined : end)
    .split('<tr')
    .slice(1)
    .map((row) => row.split(/<t[hd]/).slice(1).map((cell) => readPage(`<p${cell}`).join(' '))); // prettier-ignore
}

const number = (text: string | undefined): number => Number((text ?? '').replaceAll(',', ''));

/** The first number that a pattern finds. */
function figure(text: string, pattern: RegExp): number {
  const found = pattern.exec(text);
  expect(found, `${String(pattern)} in “${text.slice(0, 200)}”`).not.toBeNull();
  return number(found?.[1]);
}

describe('a company, counted again', () => {
  const followed = (): Item[] => items.filter((item) => item.isFollowed);
  const open = (): Item[] => followed().filter(isOpen);
  const isOverdue = ({ due }: Item): boolean => due !== undefined && lastDay(due) < asOf;
  const isOwned = ({ owner }: Item): boolean => owner !== undefined;
  const teamOf = ({ team, owner }: Item): string | undefined => {
    const person = people.find(({ id }) => id === owner);
    return team ?? (person ? person.team : owner);
  };

  it('has something of everything', () => {
    expect(items.length).toBeGreaterThan(200);
    expect(open().filter(isOverdue).length).toBeGreaterThan(12);
    expect(items.some(({ isFollowed }) => !isFollowed)).toBe(true);
    expect(new Set(items.map(({ state }) => state)).size).toBe(7);
    expect(new Set(statuses).size).toBe(3);
    expect(items.some(({ due }) => due?.length === 7)).toBe(true);
  });

  it('is the same every time', () => {
    expect([...createCompany(40, 3)]).toEqual([...createCompany(40, 3)]);
    expect([...createCompany(40, 4)]).not.toEqual([...createCompany(40, 3)]);
  });

  it('in items.json, item by item', () => {
    const { items: told } = JSON.parse(files.get('items.json') ?? '') as { items: Record<string, unknown>[] };
    const pick = ['id', 'state', 'type', 'opened', 'due', 'dueLast', 'done', 'open', 'overdue', 'daysLate', 'team', 'ageDays', 'verified', 'moved'] as const; // prettier-ignore
    const seen = told.map((one) => ({
      ...Object.fromEntries(pick.map((key) => [key, one[key]])),
      team: (one['team'] as { id: string } | null)?.id ?? null,
      moved: (one['moved'] as unknown[]).length,
    }));
    const counted = items.map((item) => {
      const { due, done, state, opened } = item;
      const isLate = isOpen(item) && item.isFollowed && isOverdue(item);
      const isDated = state === 'done' && done !== 'unknown' && done !== undefined;
      const late = isLate
        ? daysFrom(lastDay(due ?? ''), asOf)
        : isDated && due !== undefined
          ? Math.max(0, daysFrom(lastDay(due), done))
          : 0;
      return {
        id: `${item.incident}#${item.id}`,
        state,
        type: item.type,
        opened,
        due: due ?? null,
        dueLast: due === undefined ? null : lastDay(due),
        done: done ?? null,
        open: isOpen(item) && item.isFollowed,
        overdue: isLate,
        daysLate: late,
        team: teamOf(item) ?? null,
        ageDays:
          isOpen(item) && item.isFollowed ? daysFrom(opened, asOf) : isDated ? daysFrom(opened, done) : null,
        verified: item.verified?.result ?? null,
        moved: item.moved?.length ?? 0,
      };
    });
    // The id stands first.
    const byId = (a: object, b: object): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
    expect(seen.toSorted(byId)).toEqual(counted.toSorted(byId));
  });

  it('on the first page: what is open, overdue, soon due, blocked, without owner or day', () => {
    const page = read('index.html');
    const soon = new Date(Date.parse(asOf) + 14 * day).toISOString().slice(0, 10);
    expect({
      overdue: figure(page, /(\d[\d,]*) overdue/),
      soon: figure(page, /(\d[\d,]*) due by 6 December 2026/),
      blocked: figure(page, /(\d[\d,]*) blocked/),
      unowned: figure(page, /(\d[\d,]*) without an owner/),
      undated: figure(page, /(\d[\d,]*) without a due date/),
      open: figure(page, /(\d[\d,]*) open, of/),
      all: figure(page, /open, of (\d[\d,]*) items/),
      unfinished: figure(page, /(\d[\d,]*) reports not final/),
    }).toEqual({
      overdue: open().filter(isOverdue).length,
      soon: open().filter((item) => item.due !== undefined && !isOverdue(item) && lastDay(item.due) <= soon)
        .length,
      blocked: open().filter(({ state }) => state === 'blocked').length,
      unowned: open().filter((item) => !isOwned(item)).length,
      undated: open().filter(({ due }) => due === undefined).length,
      open: open().length,
      all: items.length,
      unfinished: statuses.filter((status) => status !== 'final').length,
    });
  });

  it('on the first page: by team', () => {
    const seen = new Map(
      rows('index.html', 'by-team').flatMap(([team = '', ...cells]) =>
        /^(?:Team|Owner|Incident|)$/.test(team) ? [] : [[team.toLowerCase(), cells.map(number)] as const],
      ),
    );
    for (const team of [...new Set(people.map((person) => person.team)), undefined]) {
      const own = open().filter((item) => teamOf(item) === team);
      const counts = [own.length, own.filter(isOverdue).length];
      if (own.length === 0) continue;
      expect(seen.get(team ?? 'no team')?.slice(0, 2), team ?? 'no team').toEqual(counts);
    }
  });

  it('on the first page: the pile, month by month', () => {
    const promises = followed().filter(({ state }) => state !== 'proposed');
    const isEndedUndated = (item: Item): boolean =>
      !isOpen(item) && (item.state !== 'done' || item.done === 'unknown');
    const names = 'January February March April May June July August September October November December'.split(' '); // prettier-ignore
    const table = rows('index.html', 'pile').filter(([month = '']) => /^\p{Lu}\p{Ll}+ \d{4}$/u.test(month));
    expect(table.length).toBeGreaterThanOrEqual(12);
    for (const [name = '', ...cells] of table) {
      const [word = '', year = ''] = name.split(' ');
      const month = `${year}-${String(names.indexOf(word) + 1).padStart(2, '0')}`;
      const end = lastDay(month);
      const opened = promises.filter((item) => item.opened.startsWith(month));
      const counted = [
        opened.length,
        opened.filter(isEndedUndated).length,
        promises.filter((item) => item.state === 'done' && item.done?.startsWith(month)).length,
        promises.filter(
          (item) => !isEndedUndated(item) && item.opened <= end && (isOpen(item) || (item.done ?? '') > end),
        ).length,
      ];
      expect(cells.slice(0, 4).map(number), name).toEqual(counted);
    }
  });

  it('under insights: ages, what was done in time, and how far dates moved', () => {
    const page = read('insights/index.html');
    const due = followed().filter(
      (item) => item.due !== undefined && isOverdue(item) && !['proposed', 'superseded'].includes(item.state),
    );
    const done = followed().filter(({ state }) => state === 'done');
    const slipped = items.filter(({ moved }) => moved !== undefined);
    const ages = open().map(({ opened }) => daysFrom(opened, asOf));
    expect({
      open: figure(page, /(\d[\d,]*) items are open/),
      oldest: figure(page, /the oldest for (\d[\d,]*) days/),
      done: figure(page, /(\d[\d,]*) items are done/),
      unknown: figure(page, /Of (\d[\d,]*) of them no day is known/),
      due: figure(page, /(\d[\d,]*) items were due/),
      inTime: figure(page, /items were due: (\d[\d,]*) of/),
      slipped: figure(page, /(\d[\d,]*) of [\d,]+ items had the due date moved/),
      times: figure(page, /had the due date moved, (\d[\d,]*) times/),
      days: figure(page, /by (\d[\d,]*) days together/),
    }).toEqual({
      open: open().length,
      oldest: Math.max(...ages),
      done: done.length,
      unknown: done.filter((item) => item.done === 'unknown').length,
      due: due.length,
      inTime: due.filter(
        (item) =>
          item.state === 'done' && item.done !== 'unknown' && (item.done ?? '') <= lastDay(item.due ?? ''),
      ).length,
      slipped: slipped.length,
      times: slipped.reduce((sum, { moved }) => sum + (moved?.length ?? 0), 0),
      days: slipped.reduce(
        (sum, item) => sum + Math.max(0, daysFrom(item.moved?.[0]?.from ?? '', lastDay(item.due ?? ''))),
        0,
      ),
    });
  });
});
