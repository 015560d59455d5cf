import { describe, expect, it } from 'vitest';
import { understandProject } from '../../src/commands/project.js';
import { createExampleFiles } from '../rules/example.js';
import { createWorkspace } from '../workspace.js';
import { tellOf } from './told.js';

describe('times-order', () => {
  it('points at the entry of the timeline where that tells the time', async () => {
    const timeline = `mitigated: unknown
detected: unknown
resolved: unknown
timeline:
  - at: 2026-03-14 08:00
    until: 2026-03-14 08:30
    kind: mitigated
    text: The disk is emptied.`;
    expect(await tellOf('times-order', timeline)).toEqual([]);
    expect(
      await tellOf('times-order', `${wholeFile}\n${timeline.replaceAll(/.*unknown\n/g, '')}\n---`),
    ).toEqual([
      '2026-03-14 08:30 | error: `mitigated` (2026-03-14 08:30) is before `started` (2026-03-14 09:05)',
    ]);
    expect(
      await tellOf(
        'times-order',
        `${wholeFile}\ntimeline:\n  - at: 2026-03-14 08:00\n    kind: detected\n    text: A customer calls.\n---`,
      ),
    ).toEqual([
      '2026-03-14 08:00 | error: `detected` (2026-03-14 08:00) is before `started` (2026-03-14 09:05)',
    ]);
  });
});

describe('timeline-order', () => {
  const tell = (...times: string[]): Promise<string[]> =>
    tellOf(
      'timeline-order',
      `timeline:\n${times.map((at) => `  - at: ${at}\n    text: Something.`).join('\n')}`,
    );

  it('calls the one entry wrong that contradicts all others, and calls it once', async () => {
    expect(
      await tell(
        '2026-03-14 09:05',
        '2026-04-14 09:40',
        '2026-03-14 11:00',
        '2026-03-14 12:00',
        '2026-03-14 14:02',
      ),
    ).toEqual([
      '2026-04-14 09:40 | error: This entry (2026-04-14 09:40) happened after the one below it (2026-03-14 11:00)',
    ]);
    expect(
      await tell(
        '2026-03-14 09:05',
        '2026-03-14 11:00',
        '2026-02-14 11:30',
        '2026-03-14 12:00',
        '2026-03-14 14:02',
      ),
    ).toEqual([
      '2026-02-14 11:30 | error: This entry (2026-02-14 11:30) happened before the one above it (2026-03-14 11:00)',
    ]);
  });

  it('at the end calls the one wrong that lies after the incident', async () => {
    expect(await tell('2026-03-14 09:05', '2026-04-14 11:00', '2026-03-14 14:02')).toEqual([
      '2026-04-14 11:00 | error: This entry (2026-04-14 11:00) happened after the one below it (2026-03-14 14:02)',
    ]);
    expect(await tell('2026-03-14 09:05', '2026-03-14 15:00', '2026-03-14 14:02')).toEqual([
      '2026-03-14 14:02 | error: This entry (2026-03-14 14:02) happened before the one above it (2026-03-14 15:00)',
    ]);
  });

  it('does not call an entry stray that only what comes before all contradicts', async () => {
    expect(
      await tell('2026-03-14 10:00', '2026-03-14 11:00', '2026-03-14 09:05', '2026-03-14 09:40'),
    ).toEqual([
      '2026-03-14 09:05 | error: This entry (2026-03-14 09:05) happened before the one above it (2026-03-14 11:00)',
      '2026-03-14 09:40 | error: This entry (2026-03-14 09:40) happened before the one above it (2026-03-14 11:00)',
    ]);
  });
});

describe('milestone-differs', () => {
  const hintOf = async (key: string, told: string): Promise<string | undefined> => {
    const { root, file } = createWorkspace();
    const example = `detected: ${key}\ntimeline:\n  - at: ${told}\n    kind: detected\n    text: A customer calls.`;
    for (const { path, text } of createExampleFiles(example.replaceAll('03-14', '06-14'))) {
      file(path.replaceAll('03-14', '06-14'), text.replaceAll('03-14', '06-14'));
    }
    const { diagnostics } = await understandProject(root, () => '2026-11-22');
    const found = diagnostics.find(({ rule }) => rule === 'milestone-differs');
    expect(found?.related?.map(({ place }) => place?.start.column)).toEqual([11]);
    return found?.hint;
  };

  it('says what the difference looks like', async () => {
    expect(await hintOf('2026-06-14 10:40', '2026-06-14 09:40')).toBe(
      'They are 1 h apart, as UTC is from Europe/Dublin: one of them may be in UTC. Correct one of the two; the key may also be left out.',
    );
    expect(await hintOf('2026-06-14 10:40', '2026-06-15 10:40')).toMatch(
      /^The hour is the same, the day is not\./,
    );
    expect(await hintOf('2026-06-14 10:40', '2026-06-14 10:55')).toMatch(/^Correct one of the two/);
  });
});

describe('timeline-outside', () => {
  const tell = (...entries: [at: string, kind: string][]): Promise<string[]> =>
    tellOf(
      'timeline-outside',
      `timeline:\n${entries.map(([at, kind]) => `  - at: 2026-03-${at}\n    kind: ${kind}\n    text: Something.`).join('\n')}`,
    );

  it('tells a wrong day once, however many entries it moves', async () => {
    expect(await tell(['13 09:10', 'escalated'], ['13 11:00', 'diagnosed'], ['13 12:00', 'acted'])).toEqual([
      '2026-03-13 09:10 | This entry of kind `escalated` (2026-03-13 09:10) is before `started` (2026-03-14 09:05), and so are 2 others',
    ]);
  });

  it('lets be told what led up to it, what was said, and what was done when it was over', async () => {
    expect(
      await tell(
        ['12 16:00', 'lead-up'],
        ['13 08:00', 'communicated'],
        ['13 09:00', 'note'],
        ['14 09:05', 'started'],
        ['15 10:00', 'diagnosed'],
        ['15 11:00', 'acted'],
        ['16 11:00', 'communicated'],
      ),
    ).toEqual([]);
    expect(await tell(['14', 'acted'], ['14 09:05', 'started'])).toEqual([]);
  });

  it('lets planned work begin before it hurts', async () => {
    const work = 'timeline:\n  - at: 2026-03-14 08:00\n    kind: acted\n    text: The work begins.';
    expect(await tellOf('timeline-outside', work)).toHaveLength(1);
    expect(await tellOf('timeline-outside', `scheduled:\n  from: 2026-03-14 08:00\n${work}`)).toEqual([]);
    expect(await tellOf('timeline-outside', `kind: maintenance\n${work}`)).toEqual([]);
  });

  it('finds what begins again when it was over', async () => {
    expect(await tell(['14 09:05', 'started'], ['14 14:02', 'mitigated'], ['14 20:00', 'started'])).toEqual([
      '2026-03-14 20:00 | This entry of kind `started` (2026-03-14 20:00) is after `resolved` (2026-03-14 18:00)',
    ]);
  });

  it('says nothing of a milestone that differs, which is told by itself', async () => {
    expect(await tell(['14 08:05', 'started'], ['14 08:40', 'escalated'])).toEqual([]);
    expect(await tell(['14 08:40', 'detected'])).toEqual([]);
  });

  it('knows by the state of an update what it answers', async () => {
    const update = (state: string): string =>
      `updates:\n  - at: 2026-03-14 08:20\n    state: ${state}\n    text: We look into it.`;
    expect(await tellOf('timeline-outside', update('investigating'))).toEqual([
      '2026-03-14 08:20 | This entry of kind `investigating` (2026-03-14 08:20) is before `started` (2026-03-14 09:05)',
    ]);
    expect(await tellOf('timeline-outside', update('update'))).toEqual([]);
  });
});

describe('impact-outside', () => {
  const tell = (entry: string): Promise<string[]> =>
    tellOf(
      'impact-outside',
      `impact:\n  - service: checkout\n    level: partial\n    ${entry.replaceAll('; ', '\n    ')}`,
    );

  it('finds a period that begins too early, ends too late, or lies behind the end', async () => {
    expect(await tell('from: 2026-03-14 08:50')).toEqual([
      '2026-03-14 08:50 | This begins at 2026-03-14 08:50, before the incident does (2026-03-14 09:05)',
    ]);
    expect(await tell('to: 2026-03-15 14:02')).toEqual([
      '2026-03-15 14:02 | This ends at 2026-03-15 14:02, after the incident does (2026-03-14 18:00)',
    ]);
    expect(await tell('from: 2026-03-15 09:05; to: 2026-03-15 14:02')).toEqual([
      '2026-03-15 09:05 | This begins at 2026-03-15 09:05, when the incident was over (2026-03-14 18:00)',
    ]);
  });

  it('finds what lasted longer than all of it', async () => {
    expect(await tell('lasted: 12h')).toEqual([
      '12h | This lasted 12h, longer than the whole incident (8 h 55 min)',
    ]);
    expect(await tell('lasted: 8h')).toEqual([]);
    expect(await tell('lasted: unknown')).toEqual([]);
  });

  it('says nothing of what is only roughly known, nor of the period of data', async () => {
    expect(await tell('from: ~2026-03-14 08:50')).toEqual([]);
    expect(await tell('from: 2026-03-14; to: 2026-03-14')).toEqual([]);
    for (const level of ['data-loss', 'exposure']) {
      const impact = `impact:\n  - service: checkout\n    level: ${level}\n    from: 2026-03-01\n    to: 2026-03-02`;
      expect(await tellOf('impact-outside', impact)).toEqual([]);
    }
  });

  it('says nothing where the incident’s own times have been called wrong', async () => {
    const impact = 'impact:\n  - service: checkout\n    level: partial\n    from: 2026-03-14 08:05';
    const started =
      'timeline:\n  - at: 2026-03-14 08:05\n    kind: started\n    text: Checkout begins to fail.';
    expect(await tellOf('impact-outside', impact)).toHaveLength(1);
    expect(await tellOf('impact-outside', `${impact}\n${started}`)).toEqual([]);
    const reversed = 'resolved: 2026-03-13 18:00\nmitigated: unknown\ndetected: unknown\n';
    expect(await tellOf('impact-outside', `${reversed}${impact.replace('08:05', '10:05')}`)).toEqual([]);
  });
});

describe('duration-implausible', () => {
  const tell = (text: string): Promise<string[]> => tellOf('duration-implausible', text);
  const ends = (mitigated: string, resolved = 'unknown'): string =>
    `mitigated: ${mitigated}\nresolved: ${resolved}`;

  it('finds a wrong month, a wrong year, and day and month turned', async () => {
    expect(await tell(ends('2026-04-14 14:02'))).toEqual([
      '2026-04-14 14:02 | From `detected` (2026-03-14 09:40) to `mitigated` (2026-04-14 14:02) are 31 days 3 h: the month of one of them looks wrong',
    ]);
    expect(await tell(ends('2026-04-15 01:00'))).toHaveLength(1);
    expect(await tell('started: 2025-03-14 09:05')).toEqual([
      '2026-03-14 09:40 | From `started` (2025-03-14 09:05) to `detected` (2026-03-14 09:40) are 365 days 1 h: the year of one of them looks wrong',
    ]);
    expect(
      await tell(
        'started: 2026-04-05 09:05\ndetected: unknown\nmitigated: unknown\nresolved: 2026-05-04 11:00',
      ),
    ).toEqual([
      '2026-05-04 11:00 | From `started` (2026-04-05 09:05) to `resolved` (2026-05-04 11:00) are 29 days 2 h: day and month of one of them look turned',
    ]);
    expect(await tell('scheduled:\n  from: 2026-03-14 08:00\n  to: 2026-04-14 10:00')).toEqual([
      '2026-04-14 10:00 | From `from` (2026-03-14 08:00) to `to` (2026-04-14 10:00) are 31 days 1 h: the month of one of them looks wrong',
    ]);
  });

  it('lets what is long be long', async () => {
    expect(await tell(ends('2026-04-20 14:02'))).toEqual([]);
    expect(await tell(`summary: Nobody could order.\n${ends('2026-03-20 14:02')}`)).toEqual([]);
    expect(await tell(ends('2026-04-14'))).toEqual([]);
    expect(await tell(`kind: security\n${ends('2026-04-14 14:02')}`)).toEqual([]);
    expect(await tell('started: 2025-02-01 09:05')).toEqual([]);
  });

  it('finds an outage that nobody noticed for exactly a day', async () => {
    const late = 'started: 2026-03-13 09:25\nsummary: Nobody could order.';
    expect(await tell(late)).toEqual([
      '2026-03-14 09:40 | Nobody noticed this outage for 24 h 15 min: the day of `started` or `detected` looks wrong',
    ]);
    expect(await tell(late.replace('09:25', '20:25'))).toEqual([]);
    expect(await tell(late.replace('09:25', '03:25'))).toEqual([]);
    expect(await tell(`${late}\nimpact:\n  - service: checkout\n    level: degraded`)).toEqual([]);
  });

  it('holds the times against the length that the text tells', async () => {
    const says = (words: string): string =>
      `summary: Checkout was down for ${words}, because a disk was full.`;
    expect(await tell(`${says('about five hours')}\n${ends('2026-03-15 14:02')}`)).toEqual([
      '2026-03-15 14:02 | The text says “five hours”, from `started` to `mitigated` are 28 h 57 min: a day too many',
    ]);
    expect(await tell(`${says('2 days and 5 hours')}\n${ends('2026-03-14 14:02')}`)).toEqual([]);
    expect(await tell(`${says('30 hours')}\n${ends('2026-03-14 15:05')}`)).toEqual([]);
    expect(await tell(`${says('half an hour')}\ndetected: unknown\n${ends('2026-03-16 09:35')}`)).toEqual([
      '2026-03-16 09:35 | The text says “half an hour”, from `started` to `mitigated` are 2 days 1 h: 2 days too many',
    ]);
  });

  it('takes a told length for any of those that the times tell', async () => {
    const summary = 'summary: Checkout was down for five hours and slow for a day.';
    expect(await tell(`${summary}\n${ends('2026-03-15 14:02')}`)).toEqual([]);
    const window = 'impact:\n  - service: checkout\n    level: outage\n    lasted: 5h';
    expect(
      await tell(`summary: Checkout was down for five hours.\n${window}\n${ends('2026-03-15 14:02')}`),
    ).toEqual([]);
    expect(await tell(`summary: It failed for a second time.\n${ends('2026-03-15 09:05')}`)).toEqual([]);
    expect(await tell(`summary: It failed after five hours.\n${ends('2026-03-15 14:02')}`)).toEqual([]);
  });

  it('holds the times against what all of it is said to have lasted', async () => {
    const tellSaid = (summary: string): Promise<string[]> =>
      tellOf('duration-implausible', `summary: ${summary} The disk of the order database was full.`);
    const said = (words: string): string[] => [
      `2026-03-14 14:02 | The text says “${words}”, from \`started\` to \`mitigated\` are 4 h 57 min`,
    ];
    expect(await tellSaid('Checkout was down for two days.')).toEqual(said('two days'));
    expect(await tellSaid('The outage lasted 45 hours.')).toEqual(said('45 hours'));
    expect(await tellSaid('An outage of ten minutes.')).toEqual(said('ten minutes'));
    // A part of it may have been down for a part of the time; and what is rounded is right.
    expect(await tellSaid('One replica was down for ten minutes.')).toEqual([]);
    expect(await tellSaid('The outage lasted four hours.')).toEqual([]);
    expect(await tellSaid('Checkout was down for five hours; a disk had been offline for two days.')).toEqual(
      [],
    );
  });

  it('finds a zone that was forgotten where one time has an offset and the other has none', async () => {
    const mixed = (mitigated: string): string => `timezone: America/Chicago
started: 2026-03-14T09:05Z
detected: unknown
mitigated: ${mitigated}
resolved: unknown
summary: Checkout was down for two hours.`;
    expect(await tell(mixed('2026-03-14 11:05'))).toEqual([
      '2026-03-14 11:05 | The text says “two hours”, from `started` to `mitigated` are 7 h: one of them has an offset and the other is America/Chicago time',
    ]);
    expect(await tell(mixed('2026-03-14T16:05Z'))).toEqual([]);
    expect(await tell(mixed('2026-03-14 06:05'))).toEqual([]);
  });
});

describe('future-time', () => {
  it('tells a wrong year once, not for every time that counts from it', async () => {
    const timeline = `timeline:
  - at: 2027-03-14 09:05
    text: Checkout begins to fail.
  - at: +35m
    text: A customer calls.
  - at: '11:00'
    text: The disk is found.
  - at: 2027-03-14 14:02
    text: Checkout works.`;
    expect(await tellOf('future-time', timeline)).toEqual([
      '2027-03-14 09:05 | error: 2027-03-14 09:05 is after 2026-11-22, the day of this check',
      '2027-03-14 14:02 | error: 2027-03-14 14:02 is after 2026-11-22, the day of this check',
    ]);
    expect(await tellOf('future-time', 'started: 2027-03-14 09:05\ndetected: +35m')).toEqual([
      '2027-03-14 09:05 | error: 2027-03-14 09:05 is after 2026-11-22, the day of this check',
    ]);
    expect(await tellOf('future-time', 'detected: +900d')).toEqual([
      '+900d | error: +900d is after 2026-11-22, the day of this check',
    ]);
  });

  it('reads impacts, and days that an item tells of itself', async () => {
    const impact = (to: string): string =>
      `impact:\n  - service: checkout\n    level: outage\n    from: 2027-03-14 09:05\n    to: ${to}`;
    expect(await tellOf('future-time', impact('+5h'))).toHaveLength(1);
    expect(await tellOf('future-time', impact('2027-03-14 14:02'))).toHaveLength(2);
    const planned = 'kind: maintenance\nscheduled:\n  from: 2027-03-14 09:05\nstarted: 2027-03-14 09:05\n';
    expect(await tellOf('future-time', planned + impact('+5h'))).toEqual([]);
    const item =
      'remediation:\n  - id: R1\n    title: Alert on the volume\n    type: detect\n    opened: 2027-01-01';
    expect(await tellOf('future-time', item)).toHaveLength(1);
    // Where `opened` is not written, it is the day of `resolved`, which is told there.
    expect(
      await tellOf('future-time', `${item.replace(/\n.*opened.*/, '')}\nresolved: 2027-01-01`),
    ).toHaveLength(1);
    const retracted =
      'public:\n  since: 2026-03-18\n  retracted: { date: 2027-01-01, text: It was another. }';
    expect(await tellOf('future-time', retracted)).toHaveLength(1);
  });
});

const wholeFile = `---
title: Checkout was down
severity: minor
status: final
started: 2026-03-14 09:05
summary: Checkout answered with errors, because a disk was full.
impact:
  - service: checkout
    level: outage
    affected: Every customer`;

describe('date-before-start', () => {
  it('reads every day of what is written about an incident', async () => {
    expect(
      await tellOf(
        'date-before-start',
        `finished: 2025-03-18
review: { date: 2025-03-16 }
corrections: [{ date: 2026-03-13, text: We were wrong. }]
questions: [{ date: 2025-12-31, question: Why?, answer: Because. }]`,
      ),
    ).toEqual([
      '2025-03-18 | `finished` (2025-03-18) is before the incident began (2026-03-14)',
      '2025-03-16 | `review.date` (2025-03-16) is before the incident began (2026-03-14)',
      '2026-03-13 | `corrections.date` (2026-03-13) is before the incident began (2026-03-14)',
      '2025-12-31 | `questions.date` (2025-12-31) is before the incident began (2026-03-14)',
    ]);
  });

  it('lets be what could be after it, and what is asked of announced work', async () => {
    expect(await tellOf('date-before-start', 'finished: 2026-03\nreview: { date: 2026-03-14 }')).toEqual([]);
    expect(
      await tellOf(
        'date-before-start',
        'kind: maintenance\nquestions: [{ date: 2026-03-01, question: When?, answer: Later. }]',
      ),
    ).toEqual([]);
  });
});
