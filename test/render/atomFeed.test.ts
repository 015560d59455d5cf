import { describe, expect, it } from 'vitest';
import { commitment, day, impact, incident, inline, render, when } from './history.js';
import { parseXml, textOf, type XmlElement } from './xml.js';

const feedOf = (changes: Parameters<typeof render>[0]): XmlElement =>
  parseXml(render(changes).file('feeds/all.atom'));
const childrenOf = (element: XmlElement, name: string): XmlElement[] =>
  element.children.filter((child) => typeof child !== 'string' && child.name === name) as XmlElement[];
const textAt = (element: XmlElement, name: string): string | undefined => {
  const child = childrenOf(element, name)[0];
  return child && textOf(child);
};

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;

describe('the feed', () => {
  it('has what RFC 4287 demands of a feed and of each entry', () => {
    const feed = feedOf({
      incidents: [
        incident({ summary: inline('The *disk* was full.') }),
        incident({ id: 'undated-x', year: undefined, started: when('unknown'), since: day('2026-01-02') }),
      ],
    });
    expect(feed.name).toBe('feed');
    expect(feed.attributes).toMatchObject({ xmlns: 'http://www.w3.org/2005/Atom' });
    const entries = childrenOf(feed, 'entry');
    expect(entries).toHaveLength(2);
    for (const element of [feed, ...entries]) {
      expect(childrenOf(element, 'id')).toHaveLength(1);
      expect(childrenOf(element, 'title')).toHaveLength(1);
      expect(textAt(element, 'updated')).toMatch(instant);
    }
    expect(childrenOf(feed, 'author')).toHaveLength(1);
    const self = childrenOf(feed, 'link').find(({ attributes }) => attributes.rel === 'self');
    expect(self?.attributes.href).toBe('https://status.example.com/base/feeds/all.atom');
    expect(new Set(entries.map((entry) => textAt(entry, 'id'))).size).toBe(2);
    for (const entry of entries) {
      expect(textAt(entry, 'id')).toBe(childrenOf(entry, 'link')[0]?.attributes.href);
      expect(textAt(entry, 'published')).toMatch(instant);
    }
  });

  it('is updated by what the data date, and by nothing that lies ahead', () => {
    const updated = (changes: Parameters<typeof incident>[0]) =>
      textAt(feedOf({ incidents: [incident(changes)] }), 'updated');
    expect(updated({})).toBe('2026-03-18T00:00:00Z');
    expect(updated({ corrections: [{ date: day('2026-05-02'), text: inline('x') }] })).toBe(
      '2026-05-02T00:00:00Z',
    );
    expect(updated({ remediation: [commitment('R1', { state: 'done', done: day('2026-06-01') })] })).toBe(
      '2026-06-01T00:00:00Z',
    );
    expect(updated({ updates: [{ at: when('2026-07-01 10:00'), state: 'update', text: inline('x') }] })).toBe(
      '2026-07-01T09:00:00Z',
    );
    expect(updated({ corrections: [{ date: day('2027-05-02'), text: inline('x') }] })).toBe(
      '2026-03-18T00:00:00Z',
    );
  });

  it('stands when there is nothing to tell', () => {
    const feed = feedOf({});
    expect(childrenOf(feed, 'entry')).toEqual([]);
    expect(textAt(feed, 'updated')).toBe('2026-11-22T00:00:00Z');
  });

  it('carries hostile words as words', () => {
    const title = '</title><script>alert("1")</script> & ]]> \u0007';
    const feed = feedOf({
      incidents: [
        incident({
          title,
          summary: inline('5 < 6 & *7* <script>x</script> [a](javascript:alert(1)) [b](/commitments/)'),
          impact: [impact()],
        }),
      ],
    });
    const entry = childrenOf(feed, 'entry')[0] as XmlElement;
    expect(
      textAt(entry, 'title')
        ?.replace(/\u0007/g, '')
        .trim(),
    ).toBe('</title><script>alert("1")</script> & ]]>');
    const content = childrenOf(entry, 'content')[0] as XmlElement;
    expect(content.attributes.type).toBe('html');
    // Read once as XML it is HTML, in which the words are escaped still, and links are whole.
    const html = textOf(content);
    expect(html).toContain('5 &#x3C; 6 &#x26; <em>7</em>');
    expect(html).not.toMatch(/<script|javascript:/);
    expect(html).toContain('href="https://status.example.com/base/commitments/"');
    expect(textAt(entry, 'summary')).toBe('5 < 6 & 7 <script>x</script> a b');
  });
});
