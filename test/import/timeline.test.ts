import fc from 'fast-check';
import { expect, it, describe } from 'vitest';
import { readTimeline, spellTimeline, type TimelineSource } from '../../src/import/timeline.js';
import { parseDocument } from '../../src/parse/document.js';
import { parseMarkdown } from '../../src/parse/markdown.js';
import { createSettings } from '../../src/settings/createSettings.js';
import { parseWhen } from '../../src/time/parseWhen.js';
import { resolveWhen } from '../../src/time/resolveWhen.js';
import { visit } from 'unist-util-visit';

const zone = 'Europe/Dublin';
const { settings } = createSettings({
  path: 'site/site.yaml',
  text: `format: 1
title: T
url: https://status.example.com/
timezone: ${zone}
severities: [{ id: major, label: Major }]
teams: [{ id: storage, name: Storage }]
people:
  - { id: kim, name: Kim Doe, team: storage, email: kim@example.com, handles: { slack: U123, github: kimd } }
  - { id: lee, name: 李明 }
`,
});
if (!settings) throw new Error('The settings of this test cannot be read');

const started = (text: string) => {
  const parsed = parseWhen(text);
  const resolved = parsed.ok ? resolveWhen(parsed.form, { zone, field: 'started' }) : parsed;
  return resolved.ok ? resolved.when : undefined;
};

/** What a record becomes: entries as a reader of the file sees them, and what was noted. */
function read(format: TimelineSource['format'], text: string | readonly object[], more: Partial<TimelineSource> = {}) {
  const file = { name: 'record', text: typeof text === 'string' ? text : JSON.stringify(text) };
  const { entries, notes } = readTimeline(
    { format, files: [file], people: [], zone, started: started('2026-03-14'), window: undefined, pinned: false, emoji: [], archive: undefined, ...more },
    settings as NonNullable<typeof settings>,
  );
  const yaml = ['title: T', 'started: 2026-03-14', ...spellTimeline(entries)].join('\n');
  const { document, diagnostics } = parseDocument({ path: 'incidents/2026-03-14-x.md', text: `---\n${yaml}\n---\n` });
  expect(diagnostics).toEqual([]);
  const data = document?.data as { timeline: { at: string; kind?: string; text: string; evidence?: string }[] };
  expect(Object.keys(data)).toEqual(['title', 'started', 'timeline']);
  return { entries: data.timeline.map((entry) => ({ ...entry, text: entry.text.trim() })), notes };
} // prettier-ignore

const message = (text: string, more: object = {}) => ({
  type: 'message',
  user: 'U9',
  text,
  ts: '1773479100.000200',
  ...more,
});
const textOf = (text: string, more: object = {}): string | undefined =>
  read('slack', [message(text, more)]).entries[0]?.text;

describe('from Slack', () => {
  it('tells times in the zone of the file, over days and the change of clocks', () => {
    const at = (iso: string) => message('x', { ts: String(Date.parse(iso) / 1000) });
    const { entries } = read('slack', [at('2026-03-29T01:30:00Z'), at('2026-03-28T23:59:59Z'), at('2026-03-29T00:30:00Z')]);
    expect(entries.map(({ at: when }) => when)).toEqual(['2026-03-28 23:59', '2026-03-29 00:30', '2026-03-29 02:30']);
  }); // prettier-ignore

  it.each([
    ['<@U123> ask <@U77>', 'An engineer: an engineer of Storage ask an engineer'],
    ['Kim Doe, KIM DOE, Kim, kimd and @kimd know', 'An engineer: an engineer of Storage, an engineer of Storage, an engineer of Storage, an engineer of Storage and an engineer of Storage know'],
    ['李明重启', 'An engineer: an engineer重启'],
    ['mail kim@example.com or <mailto:zoe@example.org|zoe@example.org>', 'An engineer: mail an engineer of Storage or an e-mail address'],
    ['<!here> <!subteam^S1|@sre> look in <#C1|incident-42>', 'An engineer: everybody a team look in #incident-42'],
    ['see <https://g.example.com/d/1?a=(b)|the graph> &amp; &lt;this&gt;', String.raw`An engineer: see [the graph](<https://g.example.com/d/1?a=%28b%29>) & \<this\>`],
    ['<javascript:alert(1)|click> <https://user@evil.example/|x>', 'An engineer: click x'],
    ['*all* of ~it~ in `rm -rf *` and ```a\nb```', 'An engineer: all of it in `rm -rf *` and `a b`'],
  ])('says %j as it was meant', (text, said) => {
    expect(textOf(text)).toBe(said);
  }); // prettier-ignore

  it('tells who speaks by role alone, and machines as machines', () => {
    expect(textOf('x', { user: 'U123' })).toBe('An engineer of Storage: x');
    expect(textOf('x', { user: undefined, subtype: 'bot_message', bot_id: 'B1', username: 'Zoe' })).toBe('A machine: x');
  }); // prettier-ignore

  it('finds names that only the export knows', () => {
    const profile = { user_profile: { real_name: 'Robin Fox', display_name: 'foxy' } };
    expect(textOf('Robin and foxy are on it, Zoe too', profile)).toBe('An engineer: an engineer and an engineer are on it, Zoe too');
    const people = [{ name: 'users.json', text: '[{"id":"U5","real_name":"Zoe Ray"}]' }];
    expect(read('slack', [message('Zoe Ray is on it')], { people }).entries[0]?.text).toBe('An engineer: an engineer is on it');
  }); // prettier-ignore

  it('has the last words of what was edited, and nothing of what was deleted, joined or empty', () => {
    const said = read('slack', [
      message('old', { ts: '1773479100.1' }),
      { subtype: 'message_changed', ts: '1773479200.1', message: message('new', { ts: '1773479100.1' }) },
      message('secret', { ts: '1773479100.2' }),
      { subtype: 'message_deleted', ts: '1773479300.1', deleted_ts: '1773479100.2' },
      message('joined', { subtype: 'channel_join', ts: '1773479100.3' }),
      message(' ', { ts: '1773479100.4' }),
      message('answer', { thread_ts: '1773479100.1', ts: '1773479400.5' }),
    ]);
    expect(said.entries.map(({ text }) => text)).toEqual(['An engineer: new', 'An engineer: answer']);
  });

  it('takes what is pinned or marked, and says how much it left', () => {
    const messages = [
      message('a', { ts: '1773479100.1', reactions: [{ name: 'pushpin', count: 1 }] }),
      message('b', { ts: '1773479100.2', pinned_to: ['C1'] }),
      message('c', { ts: '1773479100.3' }),
    ];
    const said = (more: Partial<TimelineSource>) => read('slack', messages, more).entries.map(({ text }) => text.slice(-1)).join('');
    expect(said({ emoji: ['pushpin'] })).toBe('a');
    expect(said({ pinned: true })).toBe('b');
    expect(said({ pinned: true, emoji: ['pushpin'] })).toBe('ab');
    expect(read('slack', messages, { pinned: true }).notes[0]).toBe('2 of 3 messages are neither pinned nor marked, and left out.');
  }); // prettier-ignore

  it('names as evidence what the export or the address of the channel gives', () => {
    const archive = 'https://acme.slack.com/archives/C1/';
    const found = (more: object, given: Partial<TimelineSource> = { archive }) => read('slack', [message('x', more)], given).entries[0]?.evidence;
    expect(found({})).toBe('https://acme.slack.com/archives/C1/p1773479100000200');
    expect(found({ thread_ts: '1773479000.000100' })).toBe('https://acme.slack.com/archives/C1/p1773479100000200?thread_ts=1773479000.000100');
    expect(found({ permalink: 'https://b.slack.com/archives/C2/p1' })).toBe('https://b.slack.com/archives/C2/p1');
    expect(found({ permalink: 'javascript:alert(1)' }, {})).toBeUndefined();
  }); // prettier-ignore

  it.each([
    ['{"a":1}', /record is no export of Slack/],
    ['nonsense', /record is no JSON/],
    ['[]', /nothing in it/],
    ['[null, 1, "x", [], {"ts":"NaN"}, {"ts":{},"text":[]}]', /nothing in it/],
    [JSON.stringify(Array.from({ length: 301 }, (_, i) => message('x', { ts: `${1773479100 + i}.1` }))), /301 entries, at most 300.*--pinned/],
  ])('refuses what it cannot read, or would be too much, in a line: %#', (text, words) => {
    expect(() => read('slack', text)).toThrow(words);
  }); // prettier-ignore
});

it('takes what was within the window', () => {
  const text = '09:00 a\n10:00 b\n11:00 c';
  const said = (window: string) => read('text', text, { window }).entries.map((entry) => entry.text).join('');
  expect(said('2026-03-14 10:00 .. 2026-03-14 11:00')).toBe('bc');
  expect(said('after 2026-03-14 10:30')).toBe('c');
  expect(said('2026-03-14')).toBe('abc');
  expect(() => said('2026-03-13')).toThrow(/3 entries are outside the window/);
  expect(() => said('soon')).toThrow(/^--window: /);
}); // prettier-ignore

it('from PagerDuty: who takes it on is when a person knew, and steps of the machine are left out', () => {
  const entry = (type: string, time: string, more: object = {}) => ({
    type: `${type}_log_entry`,
    created_at: `2026-03-14T${time}Z`,
    agent: { type: 'user_reference', summary: 'Kim Doe' },
    channel: {},
    incident: { html_url: 'https://acme.pagerduty.com/incidents/P1' },
    ...more,
  });
  const { entries, notes } = read('pagerduty', JSON.stringify({ log_entries: [
    entry('resolve', '10:00:00'),
    entry('acknowledge', '09:10:30'),
    entry('acknowledge', '09:20:00'),
    entry('notify', '09:06:00'),
    entry('annotate', '09:30:00', { channel: { summary: 'Kim restarted *it*' } }),
    entry('trigger', '09:05:00', { agent: { type: 'service_reference', summary: 'Checkout' }, channel: { summary: 'disk 100%' } }),
  ] }));
  expect(entries.map(({ at, kind = '', text }) => `${at} ${kind} ${text}`)).toEqual([
    '2026-03-14 09:05  An alert opens the incident: disk 100%',
    '2026-03-14 09:10 detected An engineer of Storage takes it on.',
    '2026-03-14 09:20  An engineer of Storage takes it on.',
    String.raw`2026-03-14 09:30  An engineer of Storage notes: an engineer of Storage restarted \*it\*`,
    '2026-03-14 10:00 resolved An engineer of Storage closes the incident.',
  ]);
  expect(entries[0]?.evidence).toBe('https://acme.pagerduty.com/incidents/P1');
  expect(notes).toEqual(['1 of 6 log entries are steps of the machine, and left out.']);
}); // prettier-ignore

it.each([
  'When,What,Who,Link\n2026-03-14 09:05,"fails, badly",kim,https://x.example/1\n09:40,back,zoe,javascript:1\n',
  '\uFEFFwhat;who;when;url\r\nfails, badly;Kim Doe;2026-03-14 09:05;https://x.example/1\r\nback;zoe;09:40;\r\n;;;\r\n',
])('from a table, whatever the order of its columns: %j', (text) => {
  expect(read('csv', text).entries).toEqual([
    { at: '2026-03-14 09:05', text: 'An engineer of Storage: fails, badly', evidence: 'https://x.example/1' },
    { at: '2026-03-14 09:40', text: 'An engineer: back' },
  ]);
});

it('says which row or line has no time, and which column is not there', () => {
  expect(() => read('csv', 'time,text\n25:99,x')).toThrow(/record, row 2: /);
  expect(() => read('csv', 'a,b\n1,2')).toThrow(/record has no column `time`/);
  expect(() => read('text', '09:00 a\n2026-02-30 10:00 b')).toThrow(/record, line 2: /);
});

it('from pasted lines, as people write them', () => {
  const text = `Timeline of the incident:
09:05 checkout fails
[09:40:12] - @kimd looks: yes, #1
  and finds it
- 1:05 PM — # done
* ~23:50: quiet
00:10 | 1. over
2026-03-16T08:00Z next day`;
  const { entries, notes } = read('text', text);
  expect(entries.map(({ at, text: said }) => `${at} ${said}`)).toEqual([
    '2026-03-14 09:05 checkout fails',
    '2026-03-14 09:40 an engineer of Storage looks: yes, #1 and finds it',
    String.raw`2026-03-14 13:05 \# done`,
    '~2026-03-14 23:50 quiet',
    String.raw`2026-03-15 00:10 1\. over`,
    '2026-03-16 08:00 next day',
  ]);
  expect(notes).toEqual(['Left out before the first time: 1 line.']);
});

describe('whatever a message holds', () => {
  const nasty = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.constantFrom('\n', '\r', '---', ': ', ' #', '- ', '"', "'", '>', '|', '&a ', '*a ', '!!js ', '{{', '}}', '[x](y)', '![i](https://e.example/p)', '<b>', '<!--', '-->', '`', '``', '<@U123>', ' Kim Doe ', '\u001B[31m', '\u202E', '\0', 'public:', 'internal: true', '\t', '    ', '=====', '# ', '1. ', '~~', '__', '\\', 'https://e.example/_a_', '&lt;script&gt;')).map((parts) => parts.join('')),
  ); // prettier-ignore

  it('is words of one paragraph, of one entry, without a name, a mark, or what drives a terminal', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const { entries } = read('slack', [message('a'), message(`x${text}`, { ts: '1773479160.1' })]);
        expect(entries).toHaveLength(2);
        const said = entries[1]?.text ?? '';
        expect(said).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069]|Kim Doe|U123/u);
        const tree = parseMarkdown(said);
        expect(tree.children.map(({ type }) => type)).toEqual(['paragraph']);
        visit(tree, (node) => {
          expect(['root', 'paragraph', 'text', 'inlineCode', 'link']).toContain(node.type);
          if (node.type === 'link') expect(node.url).toMatch(/^(?:https?:|mailto:)/);
        });
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it('is cut where it is long', () => {
    const said = textOf(`${'😀'.repeat(20_000)} <https://x.example/|${'y'.repeat(1000)}>`) ?? '';
    expect(said.length).toBeLessThan(700);
    expect(said).toMatch(/😀 …$/u);
  });
});
