import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import type { PublicIncident } from '../../../src/audience/publicHistory.js';
import { hostile } from '../hostile.js';
import { commitment, day, impact, incident, inline, minor, render, service, when } from '../history.js';
import { parseXml, textOf, type XmlElement } from '../xml.js';

const base = 'https://status.example.com/base/';
const page = `${base}incidents/2026-03-14-disk/`;
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;

const childrenOf = (element: XmlElement, name: string): XmlElement[] =>
  element.children.filter((child) => typeof child !== 'string' && child.name === name) as XmlElement[];
const textAt = (element: XmlElement, name: string): string | undefined => {
  const [child] = childrenOf(element, name);
  return child && textOf(child);
};

/** What is wrong with a feed by RFC 4287, sections 4.1.1 and 4.1.2, as far as it concerns what we write. */
function findAtomFaults(feed: XmlElement): string[] {
  const faults: string[] = [];
  const demand = (holds: boolean, fault: string): void => void (holds || faults.push(fault));
  const entries = childrenOf(feed, 'entry');
  demand(feed.name === 'feed' && feed.attributes.xmlns === 'http://www.w3.org/2005/Atom', 'no feed');
  for (const element of [feed, ...entries]) {
    for (const name of ['id', 'title', 'updated'])
      demand(childrenOf(element, name).length === 1, `${name} of ${element.name}`);
    for (const name of ['rights', 'logo', 'generator', 'published', 'summary', 'content'])
      demand(childrenOf(element, name).length <= 1, `more than one ${name}`);
    demand(URL.canParse(textAt(element, 'id') ?? ''), 'an id that is no IRI');
    for (const name of ['updated', 'published'])
      for (const date of childrenOf(element, name))
        demand(
          instant.test(textOf(date)) && !Number.isNaN(Date.parse(textOf(date))),
          `a date: ${textOf(date)}`,
        );
    const links = childrenOf(element, 'link');
    demand(links.filter(({ attributes }) => attributes.rel === 'alternate').length === 1, 'an alternate');
    for (const { attributes } of links) demand(URL.canParse(attributes.href ?? ''), 'a link');
    for (const author of childrenOf(element, 'author'))
      demand((textAt(author, 'name') ?? '') !== '', 'an author without a name');
  }
  demand(childrenOf(feed, 'author').length === 1, 'no author');
  demand(
    childrenOf(feed, 'link').some(({ attributes }) => attributes.rel === 'self'),
    'no self',
  );
  const ids = entries.map((entry) => textAt(entry, 'id'));
  demand(new Set(ids).size === ids.length, 'an id that stands twice');
  return faults;
}

/** The entries of a feed in short. */
function entriesOf(site: ReturnType<typeof render>, path = 'feeds/all.atom') {
  return childrenOf(parseXml(site.file(path)), 'entry').map((entry) => ({
    id: textAt(entry, 'id')?.replace(page, ''),
    title: textAt(entry, 'title'),
    updated: textAt(entry, 'updated'),
  }));
}

const namesOf = (changes: Partial<PublicIncident>): (string | undefined)[] =>
  entriesOf(render({ incidents: [incident(changes)] })).map(({ id }) => id);

const whole = incident({
  summary: inline('The *disk* was full.'),
  impact: [impact()],
  timeline: [{ at: when('2026-03-14 09:05'), until: undefined, kind: 'started', text: inline('It begins.') }],
  updates: [
    { at: when('2026-03-14 09:45'), state: 'investigating', text: inline('We look.') },
    { at: when('2026-03-14 14:10'), state: 'resolved', text: inline('It works.') },
  ],
  corrections: [{ date: day('2026-03-22'), text: inline('It was the *other* disk.') }],
  remediation: [
    commitment('R1', { state: 'done', done: day('2026-03-29'), due: day('2026-03-31') }),
    commitment('R2', { state: 'wont-do', reason: inline('Too dear.') }),
    commitment('R3'),
  ],
  signed: 'Ada Byrne, Head of Operations',
});

describe('a feed', () => {
  it('has an entry per event, newest first, each saying what happened', () => {
    expect(entriesOf(render({ incidents: [whole] }))).toEqual([
      { id: '#R1-kept', title: 'Promise kept: Promise R1', updated: '2026-03-29T00:00:00Z' },
      { id: '#correction-2026-03-22', title: 'Correction: A full disk stopped checkout', updated: '2026-03-22T00:00:00Z' },
      { id: '#R2-dropped', title: 'Promise dropped: Promise R2', updated: '2026-03-18T00:00:00Z' },
      { id: '#report', title: 'Report published: A full disk stopped checkout', updated: '2026-03-18T00:00:00Z' },
      { id: '#resolved', title: 'Resolved: A full disk stopped checkout', updated: '2026-03-14T14:10:00Z' },
      { id: '#update-2026-03-14T09:45:00Z', title: 'Investigating: A full disk stopped checkout', updated: '2026-03-14T09:45:00Z' },
      { id: '#opened', title: 'Opened: A full disk stopped checkout', updated: '2026-03-14T09:05:00Z' },
    ]); // prettier-ignore
  });

  it('is what the standards demand, all of them', () => {
    const undated = { id: 'undated-x', year: undefined, started: when('unknown'), mitigated: undefined };
    const site = render({
      incidents: [whole, incident({ ...undated, resolved: when('unknown'), since: day('2026-01-02') })],
      site: {
        title: hostile,
        url: base,
        language: 'en',
        zone: 'Europe/Dublin',
        totals: true,
        weights: { outage: 1, partial: 0.3, degraded: 0 },
        brand: { home: 'https://example.com', footer: inline('Example Ltd, *Dublin*'), logo: 'logo.svg' },
      },
    });
    const paths = [...site.files.keys()].filter((path) => path.endsWith('.atom'));
    expect(paths.toSorted()).toEqual([
      'feeds/all.atom',
      'feeds/kept.atom',
      'feeds/major.atom',
      'feeds/postmortems.atom',
      'feeds/service-checkout.atom',
      'feeds/service-search.atom',
      'history.atom',
    ]);
    const ids = paths.map((path) => {
      const feed = parseXml(site.file(path));
      expect(findAtomFaults(feed), path).toEqual([]);
      expect(feed.attributes).toMatchObject({ 'xml:lang': 'en', 'xml:base': base });
      expect(textAt(feed, 'rights')).toBe('Example Ltd, Dublin');
      expect(
        childrenOf(feed, 'link').find(({ attributes }) => attributes.rel === 'self')?.attributes.href,
      ).toBe(base + path);
      return textAt(feed, 'id');
    });
    expect(new Set(ids).size).toBe(paths.length);
  });

  it('finds what is wrong with a feed', () => {
    const broken = render({ incidents: [whole] })
      .file('feeds/all.atom')
      .replace('#opened', '#resolved')
      .replace(/<author>.*?<\/author>/, '')
      .replace('2026-03-22T00:00:00Z', 'yesterday');
    expect(findAtomFaults(parseXml(broken))).toEqual(
      expect.arrayContaining(['no author', 'an id that stands twice', 'a date: yesterday']),
    );
  });

  it('names an event so that nothing before or after it changes its name', () => {
    const { updates = [] } = whole;
    const before = namesOf({ updates });
    const after = namesOf({
      updates: [{ at: when('2026-03-14 09:20'), state: 'update', text: inline('x') }, ...updates],
      corrections: [{ date: day('2026-04-01'), text: inline('x') }],
    });
    expect(after).toEqual(expect.arrayContaining(before));
    expect(after).toHaveLength(before.length + 2);
  });

  it('tells apart what came at the same time, and what has no date', () => {
    const said = { state: 'update', text: inline('x') };
    const at = when('2026-03-14 09:20');
    const names = namesOf({ ongoing: true, resolved: undefined, updates: [{ ...said, at }, { ...said, at }, { ...said, at: when('unknown') }] }); // prettier-ignore
    expect(names).toEqual([
      '#update-2026-03-14T09:20:00Z-2',
      '#update-2026-03-14T09:20:00Z',
      '#update-unknown',
      '#opened',
    ]);
  });

  it('says nothing of what lies ahead, nor of a text that was taken back', () => {
    const ahead = { date: day('2027-05-02'), text: inline('Not yet.') };
    expect(namesOf({ corrections: [ahead] })).toEqual(['#resolved', '#opened']);
    const retracted = { date: day('2026-04-01'), text: inline('It was a drill.') };
    expect(namesOf({ ...whole, severity: undefined, retracted })).toEqual(['#retracted']);
  });

  it('announces maintenance, and says that it began and was completed', () => {
    const scheduled = { from: when('2026-12-06 05:00'), to: when('2026-12-06 07:00'), announced: undefined };
    const planned = { kind: 'maintenance' as const, scheduled, started: scheduled.from, mitigated: undefined, resolved: undefined }; // prettier-ignore
    expect(namesOf(planned)).toEqual(['#announced']);
    const past = { from: when('2026-03-20 05:00'), to: undefined, announced: when('2026-03-19 12:00') };
    const done = { kind: 'maintenance' as const, scheduled: past, started: past.from, mitigated: undefined, resolved: when('2026-03-20 06:00') }; // prettier-ignore
    expect(
      entriesOf(render({ incidents: [incident(done)] })).map(({ title }) => title?.split(':')[0]),
    ).toEqual(['Maintenance completed', 'Maintenance began', 'Maintenance announced']);
  });

  it('chooses by what its name says', () => {
    const search = incident({
      id: 'other',
      severity: minor,
      impact: [impact({ service: service('search') })],
    });
    const site = render({ incidents: [whole, search] });
    const titles = (list: string) =>
      entriesOf(site, `feeds/${list}.atom`).map(({ title }) => title?.split(':')[0]);
    expect(titles('postmortems')).toEqual(['Correction', 'Report published']);
    expect(titles('kept')).toEqual(['Promise kept']);
    expect(titles('major')).toHaveLength(7);
    expect(titles('service-search')).toEqual(['Resolved', 'Opened']);
    expect(titles('all')).toHaveLength(9);
  });

  it('has at most a hundred entries, the newest', () => {
    const incidents = Array.from({ length: 80 }, (_, index) => incident({ id: `i-${index}` }));
    expect(entriesOf(render({ incidents: [...incidents, whole] }))).toHaveLength(100);
    expect(entriesOf(render({ incidents: [...incidents, whole] }))[0]?.id).toBe('#R1-kept');
  });

  it('is as old as its data where nothing stands in it', () => {
    const updated = (changes: Parameters<typeof render>[0]) =>
      textAt(parseXml(render(changes).file('feeds/kept.atom')), 'updated');
    expect(updated({ incidents: [incident()] })).toBe('2026-03-18T00:00:00Z');
    expect(updated({ incidents: [incident()], asOf: '2027-01-01' })).toBe('2026-03-18T00:00:00Z');
    expect(updated({})).toBe('2026-11-22T00:00:00Z');
  });

  it('is signed by whoever signed the report', () => {
    const feed = parseXml(render({ incidents: [whole] }).file('feeds/postmortems.atom'));
    const authors = childrenOf(feed, 'entry').map((entry) => childrenOf(entry, 'author').map(textOf));
    expect(authors).toEqual([[], ['Ada Byrne, Head of Operations']]);
  });

  it('carries hostile words as words, in each format', () => {
    const title = hostile.replace(/[\r\n]+/g, ' ');
    const site = render({
      incidents: [
        incident({
          title,
          summary: inline(`5 < 6 & *7* [a](javascript:alert(1)) [b](/commitments/) ${hostile}`),
        }),
      ],
    });
    for (const path of ['feeds/all.atom', 'history.atom']) {
      const [entry] = childrenOf(parseXml(site.file(path)), 'entry');
      const content = entry && textAt(entry, 'content');
      expect(entry && textAt(entry, 'title')).toContain(']]></title><script>alert(1)</script>');
      expect(content).not.toMatch(/<script|href="javascript:/);
    }
    for (const path of ['feeds/all.rss', 'history.rss']) {
      const channel = childrenOf(parseXml(site.file(path)), 'channel')[0] as XmlElement;
      expect(
        childrenOf(channel, 'item')
          .map((item) => textAt(item, 'description'))
          .join(''),
      ).not.toMatch(/<script/);
    }
    const opened = childrenOf(parseXml(site.file('feeds/all.atom')), 'entry').at(-1) as XmlElement;
    expect(textAt(opened, 'content')).toContain(
      '5 &#x3C; 6 &#x26; <em>7</em> a <a href="https://status.example.com/base/commitments/">b</a>',
    );
    expect(textAt(opened, 'summary')).toContain('5 < 6 & 7 a b');
    expect(site.file('feeds/all.json')).not.toMatch(/[<\u2028\u2029]/);
  });
});

describe('the feed as RSS', () => {
  it('has what RSS 2.0 demands of a channel and its items', () => {
    const rss = parseXml(render({ incidents: [whole] }).file('feeds/all.rss'));
    expect(rss).toMatchObject({ name: 'rss', attributes: { version: '2.0' } });
    const [channel, ...others] = childrenOf(rss, 'channel') as [XmlElement];
    expect(others).toEqual([]);
    expect(textAt(channel, 'title')).toBe('Example history');
    expect(textAt(channel, 'link')).toBe(base);
    expect(textAt(channel, 'description')).toMatch(/\S/);
    expect(childrenOf(channel, 'atom:link')[0]?.attributes).toEqual({
      rel: 'self',
      type: 'application/rss+xml',
      href: `${base}feeds/all.rss`,
    });
    const items = childrenOf(channel, 'item');
    expect(items).toHaveLength(7);
    expect(items.map((item) => textAt(item, 'guid')?.replace(page, '')).at(-1)).toBe('#opened');
    for (const item of items) {
      expect(textAt(item, 'title')).toMatch(/\S/);
      expect(childrenOf(item, 'guid')[0]?.attributes).toEqual({ isPermaLink: 'false' });
      expect(textAt(item, 'link')).toContain(page);
      expect(textAt(item, 'pubDate')).toMatch(/^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/); // prettier-ignore
    }
    expect(items.map((item) => textAt(item, 'pubDate')).at(-1)).toBe('Sat, 14 Mar 2026 09:05:00 GMT');
  });
});

const author = { type: 'object', required: ['name'], properties: { name: { type: 'string' }, url: { type: 'string', format: 'uri' } }, additionalProperties: false }; // prettier-ignore

/** JSON Feed 1.1, as far as we use it: no other key may stand there. */
const jsonFeedSchema = {
  type: 'object',
  required: ['version', 'title', 'items'],
  additionalProperties: false,
  properties: {
    version: { const: 'https://jsonfeed.org/version/1.1' },
    title: { type: 'string' },
    home_page_url: { type: 'string', format: 'uri' },
    feed_url: { type: 'string', format: 'uri' },
    icon: { type: 'string', format: 'uri' },
    language: { type: 'string' },
    authors: { type: 'array', items: author },
    items: {
      type: 'array',
      items: {
        type: 'object',
        required: ['id', 'content_html'],
        additionalProperties: false,
        properties: {
          id: { type: 'string', minLength: 1 },
          url: { type: 'string', format: 'uri' },
          title: { type: 'string' },
          content_html: { type: 'string' },
          summary: { type: 'string' },
          date_published: { type: 'string', format: 'date-time' },
          date_modified: { type: 'string', format: 'date-time' },
          authors: { type: 'array', items: author },
          tags: { type: 'array', items: { type: 'string' } },
        },
      },
    },
  },
};

describe('the feed as JSON', () => {
  it('is a JSON Feed with the same entries', () => {
    const ajv = new Ajv2020({ allErrors: true });
    (addFormats as unknown as (one: Ajv2020) => void)(ajv);
    const site = render({ incidents: [whole] });
    const feed = JSON.parse(site.file('feeds/all.json')) as { items: { id: string; title: string }[] };
    expect(ajv.validate(jsonFeedSchema, feed), ajv.errorsText()).toBe(true);
    expect(feed.items.map(({ id, title }) => ({ id: id.replace(page, ''), title }))).toEqual(
      entriesOf(site).map(({ id, title }) => ({ id, title })),
    );
  });
});

describe('the feed in the manner of Statuspage', () => {
  const contentOf = (site: ReturnType<typeof render>) =>
    textAt(childrenOf(parseXml(site.file('history.atom')), 'entry')[0] as XmlElement, 'content');

  it('has one entry an incident, with all that was said, newest first', () => {
    const site = render({ incidents: [whole] });
    const [entry, ...others] = entriesOf(site, 'history.atom');
    expect(others).toEqual([]);
    expect(entry?.id).toMatch(/^tag:status\.example\.com,2005:Incident\/[a-z0-9]{12}$/);
    expect(entry?.title).toBe('A full disk stopped checkout');
    // The correction and the promise kept are younger than what was said.
    expect(entry?.updated).toBe('2026-03-29T00:00:00Z');
    expect(contentOf(site)?.match(/<strong>\w+<\/strong> - [^<]*/g)).toEqual([
      '<strong>Postmortem</strong> - The disk was full.',
      '<strong>Resolved</strong> - It works.',
      '<strong>Investigating</strong> - We look.',
    ]);
    expect(contentOf(site)).toContain(
      '<p><small>Mar <var data-var="date">14</var>, <var data-var="time">14:10</var> UTC</small><br><strong>Resolved</strong> - It works.</p>',
    );
  });

  it('is updated when it is over, so that a reader notices', () => {
    const updatedOf = (changes: Partial<PublicIncident>) =>
      entriesOf(render({ incidents: [incident({ since: day('2026-03-14'), ...changes })] }), 'history.atom')[0]?.updated; // prettier-ignore
    expect(updatedOf({ ongoing: true, resolved: undefined })).toBe('2026-03-14T09:05:00Z');
    expect(updatedOf({})).toBe('2026-03-14T14:02:00Z');
  });
});
