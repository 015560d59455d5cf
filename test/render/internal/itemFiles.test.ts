import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse as parseCsv } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { proveForm } from '../../../src/proof/prove.js';
import { itemsSchema } from '../../../src/render/internal/items/itemList.js';
import { createJsonSchema } from '../../../src/validate/schema/jsonSchema.js';
import { parseCalendar } from '../calendar/parseCalendar.js';
import { parseXml, textOf, type XmlElement } from '../xml.js';
import { incident, renderProject } from './project.js';

const items = (due = '2026-11-10', more = '') => `remediation:
  - { id: R1, title: '=cmd|calc <img src=x onerror=alert(1)>', type: detect, priority: P1, state: in-progress, owner: kim, opened: 2026-03-16, due: ${due}, moved: [{ from: 2026-09-30, date: 2026-09-28 }, { from: 2026-10-31 }], ticket: PAY-42 }
  - { id: R2, title: Rotate the log, type: prevent, state: done, owner: storage, opened: 2026-03-16, due: 2026-04-30, done: 2026-05-09 }
  - { id: R3, title: Done in a month, type: prevent, state: done, owner: kim, opened: 2026-03, due: 2024-04-30, done: 2026-05 }
  - { id: R4, title: Only proposed, type: process, state: proposed, owner: kim, due: 2027-01-01 }
  - { id: R5, title: Dropped, type: process, state: wont-do, reason: No., owner: lee, due: 2027-01-01 }
  - { id: R6, title: Without a date, type: process, owner: lee }${more}`;

const project = renderProject({ '2026-03-14-disk': incident('The "disk", <b>full</b>', items()) });

function read(path: string, pages = project): string {
  const file = pages.files.get(path);
  if (file === undefined) throw new Error(`There is no ${path}`);
  return file;
}

it('gives every item as CSV that no spreadsheet runs, and as JSON by its schema', () => {
  const rows: Record<string, string>[] = parseCsv(read('items.csv'), {
    columns: true,
    relax_column_count: false,
  });
  const { items: listed } = JSON.parse(read('items.json')) as { items: { id: string }[] };
  expect(rows.map(({ id }) => id)).toEqual(listed.map(({ id }) => id));
  expect(rows).toHaveLength(6);
  expect(rows[0]).toMatchObject({
    id: '2026-03-14-disk#R1',
    title: `'=cmd|calc <img src=x onerror=alert(1)>`,
    days_late: '12',
  });
  const ajv = new Ajv2020({ strict: true });
  addFormats.default(ajv);
  const isRight = ajv.compile(createJsonSchema(itemsSchema, { draft: '2020-12', title: 'Items' }));
  expect([isRight(JSON.parse(read('items.json'))), isRight.errors]).toEqual([true, null]);
});

describe('a calendar', () => {
  const eventsOf = (owner: string, pages = project) =>
    parseCalendar(read(`calendar/${owner}.ics`, pages)).parts.map(({ values }) => values);

  it('holds what an owner has to do and when, and of a team what its people have', () => {
    expect(eventsOf('kim').map((event) => event.get('SUMMARY'))).toEqual([
      'Due: =cmd|calc <img src=x onerror=alert(1)> (The "disk", <b>full</b>)',
    ]);
    expect(eventsOf('storage')).toHaveLength(2);
    const [event] = eventsOf('kim');
    expect(event?.get('DTSTART;VALUE=DATE')).toBe('20261110');
    expect(event?.get('DTEND;VALUE=DATE')).toBe('20261111');
    expect(event?.get('STATUS')).toBe('CONFIRMED');
    expect(event?.get('DESCRIPTION')).toBe(
      '2026-03-14-disk#R1\nin progress, P1, Kim Doe\nhttps://tickets.example.com/browse/PAY-42',
    );
  });

  it('cancels what is done or dropped, and says nothing of what nobody promised', () => {
    expect(eventsOf('lee').map((event) => [event.get('SUMMARY'), event.get('STATUS')])).toEqual([
      ['Due: Dropped (The "disk", <b>full</b>)', 'CANCELLED'],
    ]);
    expect(eventsOf('storage').map((event) => event.get('STATUS'))).toEqual(['CONFIRMED', 'CANCELLED']);
  });

  it('keeps the name of an event, and counts up when it moves', () => {
    const later = renderProject({
      '2026-03-14-disk': incident('Another title', items('2026-12-24').replace('{ from: 2026-10-31 }', '{ from: 2026-10-31 }, { from: 2026-11-10, date: 2026-11-20 }')), // prettier-ignore
    });
    const [[before], [after]] = [eventsOf('kim'), eventsOf('kim', later)];
    expect(after?.get('UID')).toBe(before?.get('UID'));
    expect([before?.get('SEQUENCE'), after?.get('SEQUENCE')]).toEqual(['3', '4']);
    expect(after?.get('DTSTAMP')).not.toBe(before?.get('DTSTAMP'));
    expect(after?.get('DTSTART;VALUE=DATE')).toBe('20261224');
  });
});

describe('the feed of changes', () => {
  const childrenOf = (element: XmlElement, name: string) =>
    element.children.filter((child): child is XmlElement => typeof child !== 'string' && child.name === name);
  const entriesOf = (pages = project) => childrenOf(parseXml(read('changes.atom', pages)), 'entry');
  const tell = (entry: XmlElement, name: string) => childrenOf(entry, name).map(textOf).join();

  it('tells what became of items, the newest first, and only what has a day', () => {
    expect(entriesOf().map((entry) => [tell(entry, 'updated').slice(0, 10), tell(entry, 'title')])).toEqual([
      ['2026-11-11', 'Overdue since 11 November 2026: =cmd|calc <img src=x onerror=alert(1)>'],
      ['2026-09-28', 'Due date moved from 30 September 2026 to 31 October 2026: =cmd|calc <img src=x onerror=alert(1)>'], // prettier-ignore
      ['2026-05-09', 'Done: Rotate the log'],
      ['2026-03-16', 'Opened: =cmd|calc <img src=x onerror=alert(1)>'],
      ['2026-03-16', 'Opened: Rotate the log'],
      // Nobody wrote when these were opened: on the day when it was over. What is only proposed is not opened.
      ['2026-03-14', 'Opened: Dropped'],
      ['2026-03-14', 'Opened: Without a date'],
    ]);
  });

  it('names each entry once and for good, and leads nowhere but within the tracker', () => {
    const ids = entriesOf().map((entry) => tell(entry, 'id'));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids[1]).toBe(
      'tag:status.example.com,2026:/tracker/2026-03-14-disk/R1/moved-2026-09-30-2026-09-28',
    );
    const more = '\n  - { id: R7, title: One more, type: process, opened: 2026-11-20 }';
    const later = renderProject({ '2026-03-14-disk': incident('Another title', items('2026-11-10', more)) });
    expect(entriesOf(later).map((entry) => tell(entry, 'id'))).toEqual(expect.arrayContaining(ids));
    const links = entriesOf().flatMap((entry) => childrenOf(entry, 'link'));
    expect(new Set(links.map(({ attributes }) => attributes['href']))).toEqual(
      new Set(['incidents/2026-03-14-disk/#R1', ...['R2', 'R5', 'R6'].map((id) => `incidents/2026-03-14-disk/#${id}`)]), // prettier-ignore
    );
    expect(read('changes.atom')).not.toMatch(/https?:\/\/status\.example\.com/);
  });

  it('holds authors’ words as text', () => {
    for (const entry of entriesOf()) expect(tell(entry, 'content')).not.toMatch(/<(?!\/?p>)/);
  });
});

it('is proved like every file of a site', () => {
  const outputs = [...project.files].map(([path, content]) => ({ path, content }));
  expect(() => proveForm(outputs, 'internal')).not.toThrow();
  for (const [path, content] of [
    ['items.csv', 'a,b\r\n=1+1,2\r\n'],
    ['items.csv', 'a,b\r\n1\r\n'],
    ['items.csv', 'a,b\r\n"1"x,2\r\n'],
    ['items.csv', 'a,b\n1,2\n'],
    ['items.csv', ''],
    ['items.json', '{"a": "<"}'],
  ] as const)
    expect(() => proveForm([{ path, content }], 'internal'), JSON.stringify(content)).toThrow(
      /came out with/,
    );
});
