import { describe, expect, it } from 'vitest';
import { tellOf } from './told.js';

const parts = {
  severity: 'severity: major',
  causes:
    'causes:\n  - id: C1\n    kind: root\n    text: The job that rotates the logs had been switched off.',
  timeline: 'timeline:\n  - at: 2026-03-14 09:05\n    kind: started\n    text: Checkout begins to fail.',
  remediation: 'remediation:\n  - id: R1\n    title: Alert on the volume\n    type: detect',
};

/** A report of a major incident without one of its parts, and with other lines. */
function without(part: keyof typeof parts | '', lines = ''): string {
  const rest = Object.entries(parts).flatMap(([name, text]) => (name === part ? [] : [text]));
  return [...rest, lines].filter((text) => text !== '').join('\n');
}

describe.each([
  [
    'causes-missing',
    'causes',
    'Why it happened',
    'Root cause',
    'Fehlerursachen',
    'Causa raíz',
    'Por qué pasó',
    'Oorzaak',
  ],
  [
    'timeline-missing',
    'timeline',
    'Timeline',
    'Chronology',
    'Zeitlicher Ablauf',
    'Cronología',
    'Chronologie',
    'Déroulé',
    'Tijdlijn',
    'Linha do tempo',
  ],
] as const)('%s', (rule, part, ...headings) => {
  it('asks for the part in the front matter or in the body', async () => {
    expect(await tellOf(rule, without(part))).toHaveLength(1);
    expect(await tellOf(rule, without(''))).toEqual([]);
    for (const heading of headings) {
      expect(await tellOf(rule, without(part, `---\n## ${heading}\n\nA disk was full.`))).toEqual([]);
    }
    expect(await tellOf(rule, without(part, '---\n## What we learned\n\nA disk was full.'))).toHaveLength(1);
  });
});

describe('a report of which nothing is asked', () => {
  it.each([
    ['a minor incident', 'severity: minor', 0],
    ['a draft', 'severity: major\nstatus: draft', 0],
    ['a text under review', 'severity: major\nstatus: review', 0],
    ['a near miss', 'severity: major\nkind: near-miss', 0],
    ['maintenance', 'severity: major\nkind: maintenance', 0],
    ['what was imported', 'severity: major\norigin: { from: statuspage }', 0],
    ['what is retold', 'severity: major\nlast_told: unknown', 0],
    ['a misspelt status', 'severity: major\nstatus: finl', 0],
    ['a misspelt kind', 'severity: major\nkind: incidnt', 0],
    ['a misspelt key', 'severity: major\ncuases: []', 0],
    ['a key of one’s own', 'severity: major\nx-causes: []', 1],
    ['a security incident', 'severity: major\nkind: security', 1],
  ])('%s', async (_name, lines, count) => {
    for (const rule of ['causes-missing', 'timeline-missing', 'remediation-missing'])
      expect(await tellOf(rule, lines), rule).toHaveLength(count);
  });
});

describe('impact-number', () => {
  const tell = (impact: string, summary = 'Orders failed.'): Promise<string[]> =>
    tellOf(
      'impact-number',
      `severity: major\nsummary: ${summary}\nimpact:\n  - service: checkout\n    level: partial\n    ${impact}`,
    );

  it('takes a figure, or a word that says how many', async () => {
    expect(await tell('affected: Some customers')).toEqual([
      'impact | Nothing says how large this was: the impact of a major incident has a number',
    ]);
    for (const impact of [
      'share: 34%',
      'affected: Every customer',
      'affected: 38 of 57 warehouses',
      'note: Half of them saw errors.',
      'affected: Nobody noticed.',
    ])
      expect(await tell(impact), impact).toEqual([]);
    expect(await tell('affected: Customers', 'Orders failed for 1,200 customers.')).toEqual([]);
    expect(await tell('affected: Customers\nnumbers:\n  - label: Orders lost\n    value: many')).toEqual([]);
  });

  it('does not take how long it was, or when, for how many', async () => {
    for (const summary of [
      'Orders failed for five hours.',
      'Orders failed for about 4 h 57 min on 14 March 2026.',
      'Orders failed from 09:05 to 14:02 on 2026-03-14.',
      'Orders failed for half an hour in 2026.',
    ])
      expect(await tell('affected: Customers', summary), summary).toHaveLength(1);
  });

  it('does not take a part of a name for how many', async () => {
    for (const affected of [
      'Customers of db2',
      'Apps of version 3.1',
      'Calls met HTTP 503 and 5xx',
      'Port 443',
    ])
      expect(await tell(`affected: ${affected}`), affected).toHaveLength(1);
    for (const affected of [
      '12 nodes',
      'errors 1,200 times',
      'server 12%',
      'EUR500 were lost',
      '3x the usual',
    ])
      expect(await tell(`affected: ${affected}`), affected).toEqual([]);
  });
});

describe('summary-thin', () => {
  it('finds the title again, or a part of it, whatever the severity', async () => {
    expect(await tellOf('summary-thin', 'title: Checkout was down\nsummary: checkout was *down*')).toEqual([
      'checkout was *down* | The summary says what the title says',
    ]);
    expect(
      await tellOf('summary-thin', 'title: Checkout was down on Friday\nsummary: Checkout was down.'),
    ).toHaveLength(1);
    expect(await tellOf('summary-thin', 'summary: Checkout was down.\nstatus: review')).toHaveLength(1);
    expect(await tellOf('summary-thin', 'summary: Checkout was down.\nstatus: draft')).toEqual([]);
    expect(await tellOf('summary-thin', 'summary: Checkout was down.\norigin: { from: statuspage }')).toEqual(
      [],
    );
    expect(await tellOf('summary-thin', 'summary: Checkout was down.\nkind: maintenance')).toEqual([]);
  });

  it('asks for more than a few words where it is major, in any script', async () => {
    expect(await tellOf('summary-thin', 'severity: major\nsummary: The disk failed.')).toEqual([
      'The disk failed. | The summary has few words: “The disk failed.”',
    ]);
    expect(await tellOf('summary-thin', 'summary: The disk failed.')).toEqual([]);
    expect(
      await tellOf(
        'summary-thin',
        'severity: major\nsummary: 注文用データベースのディスクが満杯になり、五時間注文できなかった。',
      ),
    ).toEqual([]);
  });
});

describe('detection-unsaid', () => {
  it('asks who noticed where it is said when, and more of a major incident', async () => {
    expect(await tellOf('detection-unsaid', 'detection:\n  note: The first call came late.')).toEqual([
      'detection | info: This was detected (2026-03-14 09:40), but not said by whom',
    ]);
    expect(
      await tellOf('detection-unsaid', `severity: major\ndetection:\n  note: The first call came late.`),
    ).toEqual(['detection | This was detected (2026-03-14 09:40), but not said by whom']);
    expect(await tellOf('detection-unsaid', 'detection:\n  by: staff')).toEqual([]);
  });

  it('points at what says when', async () => {
    const timeline = 'timeline:\n  - at: 2026-03-14 09:30\n    kind: detected\n    text: A customer calls.';
    const file = `---\ntitle: Checkout was down\nseverity: minor\nstatus: final\nstarted: 2026-03-14 09:05\nsummary: Nobody could order.\nimpact:\n  - service: checkout\n    level: outage\n`;
    expect(await tellOf('detection-unsaid', `${file}${timeline}\n---`)).toEqual([
      '2026-03-14 09:30 | info: This was detected (2026-03-14 09:30), but not said by whom',
    ]);
    expect(await tellOf('detection-unsaid', `${file}---`)).toEqual([]);
  });

  it('asks nothing of drafts, near misses, and what others wrote', async () => {
    const unsaid = 'detection:\n  note: The first call came late.\n';
    for (const lines of [
      'status: draft',
      'kind: near-miss',
      'origin: { from: statuspage }',
      'last_told: unknown',
    ])
      expect(await tellOf('detection-unsaid', unsaid + lines), lines).toEqual([]);
  });
});

describe('evidence-missing', () => {
  it('is content with one place to look', async () => {
    const tell = (lines: string): Promise<string[]> => tellOf('evidence-missing', without('', lines));
    expect(await tell('')).toEqual(['timeline | info: Nothing shows where this timeline can be seen']);
    expect(await tell('links: [{ title: Dashboard, url: https://graphs.example.com/d/1 }]')).toEqual([]);
    expect(await tell('review: { date: 2026-03-16, notes: https://notes.example.com/1 }')).toEqual([]);
    const entry = 'timeline:\n  - text: Checkout fails.\n';
    expect(
      await tellOf(
        'evidence-missing',
        without('timeline', `${entry}    evidence: https://graphs.example.com/d/1`),
      ),
    ).toEqual([]);
    expect(
      await tellOf(
        'evidence-missing',
        without('timeline', 'timeline:\n  - text: See https://graphs.example.com/d/1.'),
      ),
    ).toEqual([]);
    expect(await tellOf('evidence-missing', without('timeline'))).toEqual([]);
  });
});

describe('section-empty', () => {
  const tell = (body: string, lines = 'tags: [storage]'): Promise<string[]> =>
    tellOf('section-empty', `${lines}\n---\n${body}`);

  it('finds a heading under which nothing stands', async () => {
    expect(await tell('## What happened\n\n## What we learned\n\nMuch.')).toEqual([
      '## What happened | Nothing stands under “What happened”',
    ]);
    expect(await tell('## What happened\n\n### In short\n\n## What we learned\n\nMuch.')).toHaveLength(1);
    expect(await tell('## What happened\n\n### In short\n\nA disk was full.')).toEqual([]);
    expect(await tell('## What happened\n\n<!-- Tell it. -->')).toEqual([]);
    expect(await tell('## What happened', 'status: review')).toEqual([]);
  });

  it('leaves what is no heading, or a misshapen one, to `heading-shape`', async () => {
    const shown = 'public:\n  since: 2026-03-18\n  show: [summary]\n  sections: [What happened]';
    expect(await tell('## What happened\n\nThe disk was full\n---\n', shown)).toEqual([]);
    expect(await tell('## What happened\n\nThe disk was full\n---\n')).toEqual([]);
    expect(await tell('## What happened\n\n# Title\n\nMuch.', shown)).toEqual([]);
    expect(await tell('## What happened\n\n# Title\n\nMuch.')).toHaveLength(1);
  });
});

describe('prompt-left', () => {
  it('speaks of final texts, and of comments only', async () => {
    const body = (comment: string): string => `---\n## What happened\n\n${comment}\n\nA disk was full.`;
    expect(await tellOf('prompt-left', `tags: [storage]\n${body('<!-- Tell it. -->')}`)).toHaveLength(1);
    expect(await tellOf('prompt-left', `tags: [storage]\n${body('<b>Tell</b> it.')}`)).toEqual([]);
    expect(await tellOf('prompt-left', `status: review\n${body('<!-- Tell it. -->')}`)).toEqual([]);
  });
});

describe('question-open', () => {
  const tell = (body: string, lines = 'tags: [storage]'): Promise<string[]> =>
    tellOf('question-open', `${lines}\n---\n${body}`);
  const asks = (...entries: string[]): Promise<string[]> =>
    tellOf('question-open', `questions:\n${entries.map((entry) => `  - ${entry}`).join('\n')}`);

  it('finds the reader’s question that neither its entry nor the next answers', async () => {
    expect(await asks('question: Will it come?')).toEqual(['Will it come? | This question has no answer']);
    expect(await asks('question: Will it come?\n    answer: Yes.')).toEqual([]);
    expect(await asks('question: Will it come?', 'answer: Yes.')).toEqual([]);
    expect(await asks('question: Will it come?', 'question: And when?\n    answer: Soon.')).toHaveLength(1);
    expect(await asks('question: Thank you for your help.')).toEqual([]);
    expect(await tellOf('question-open', 'questions:\n  - question: Will it come?\nstatus: review')).toEqual(
      [],
    );
    expect(
      await tellOf('question-open', 'questions:\n  - question: Will it come?\nlast_told: unknown'),
    ).toEqual([]);
  });

  it('finds each question under a heading that calls them open', async () => {
    expect(
      await tell(
        '## Open questions\n\n- Why did nobody see it?\n- Who owns *this*?\n\n## Last\n\nAll is well.',
      ),
    ).toEqual([
      'Why did nobody see it? | A final text leaves a question open: “Why did nobody see it?”',
      'Who owns *this*? | A final text leaves a question open: “Who owns *this*?”',
    ]);
    expect(await tell('## Open questions\n\n- Why did nobody see it?\n\n  The alert was off.')).toEqual([]);
    expect(await tell('## Open questions\n\nNone.')).toEqual([]);
    expect(await tell('## Open questions\n\n### Alerts\n\n1. Why did nobody see it?')).toHaveLength(1);
    expect(
      await tell('## Open questions\n\nNone.\n\n## Questions we asked\n\n- Why did nobody see it?'),
    ).toEqual([]);
  });

  it('finds a question with which a section ends, and no other', async () => {
    expect(await tell('## What happened\n\nA disk was full.\n\nWhy did nobody\nsee it?')).toEqual([
      'Why did nobody | A final text leaves a question open: “Why did nobody see it?”',
    ]);
    expect(
      await tell('## What happened\n\nWhy did nobody see it?\n\n<!-- ? -->\n\n## Next\n\nMuch.'),
    ).toHaveLength(1);
    expect(await tell('## What happened\n\nWhy did nobody see it?\n\nThe alert was off.')).toEqual([]);
    expect(await tell('## What happened\n\nWhy did nobody see it? The alert was off.')).toEqual([]);
    expect(await tell('## What happened\n\nThe customer asked: when will it come?')).toEqual([]);
    expect(await tell('## What happened\n\n> Why did nobody see it?')).toEqual([]);
    expect(await tell('## What happened\n\nWhy did nobody see it?', 'status: review')).toEqual([]);
  });
});

describe('placeholder-left', () => {
  const tell = (body: string, lines = 'tags: [storage]'): Promise<string[]> =>
    tellOf('placeholder-left', `${lines}\n---\n## What happened\n\n${body}`);

  it.each([
    ['TODO: ask Kim.', 'TODO'],
    ['- [ ] FIXME', 'FIXME'],
    ['Root cause: TBD', 'TBD'],
    ['The root cause is TBD.', 'TBD'],
    ['A disk (TODO) was full.', 'TODO'],
    ['It lasted XX minutes.', 'XX minutes'],
    ['It began on YYYY-MM-DD.', 'YYYY-MM-DD'],
    ['We lost XXX orders.', 'XXX'],
    ['It hit ??? customers.', '???'],
    ['Lorem ipsum dolor sit amet.', 'Lorem ipsum'],
    ['The disk of [insert host] was full.', '[insert host]'],
    ['[Your text here]', '[Your text here]'],
    ['The disk of <service> was full.', '<service>'],
    ['The disk of <name of the host> was full.', '<name of the host>'],
    ['{{ summary }} was hit.', '{{ summary }}'],
    ['It hit ${NAME}, and so on.', '${NAME}'],
    ['[Kim to fill in]', '[Kim to fill in]'],
    ['TBC', 'TBC'],
    ['At XX:XX Kim called.', 'XX:XX'],
    ['It began at [TIME].', '[TIME]'],
    ['The [SERVICE NAME] was down.', '[SERVICE NAME]'],
    ['…', '…'],
    ['To be written.', 'To be written.'],
  ])('finds %s', async (body, found) => {
    expect(await tell(body)).toEqual([`${found} | error: A placeholder is left: \`${found}\``]);
    expect(await tell(body, 'status: review')).toEqual([`${found} | A placeholder is left: \`${found}\``]);
    expect(await tell(body, 'status: draft')).toEqual([]);
    expect(await tell(body, 'status: finl')).toEqual([]);
  });

  it.each([
    'A TODO in the settings was never done.',
    'TODO comments in the code were left for years.',
    '_Describe_ was the name of the _button._',
    '_The disk was full._',
    'The variable ${NAME} was empty, and ${HOME}/bin gone.',
    'The template held `{{ summary }}`.',
    'The list [to add it](https://list.example.com/) was long.',
    'The old todo list was lost.',
    'It failed with `<service> not found` and `TODO`.',
    '```\nTODO: <service> ???\n```',
    'Really?? Yes.',
    'They asked “what???” and left.',
    'The address 00:XX:XX:XX:XX:1f was taken, and so was XX:XX:XX:XX.',
    'It logs [ERROR], and [DATE](https://e.example/) links.',
    'Call [your bank](https://bank.example.com/) first.',
    'The card number was 4111-XXX-1111, at 10.0.XXX.1.',
    'Use <kbd>Ctrl</kbd> here.',
    'The map Map<string> grew.',
    '> …\n> and so on.',
    '| a | b |\n| - | - |\n| - | ? |',
    '<!-- TODO -->',
    'The number of requests fell… then rose.',
  ])('lets stand %s', async (body) => {
    expect(await tell(body)).toEqual([]);
  });

  it('reads the texts of the front matter, to the letter', async () => {
    expect(
      await tellOf('placeholder-left', 'detection:\n  by: staff\n  note: Seen by <name>, at last.'),
    ).toEqual(['<name> | error: A placeholder is left: `<name>`']);
    expect(await tellOf('placeholder-left', 'detection:\n  by: staff\n  note: tbd')).toEqual([
      'tbd | error: A placeholder is left: `tbd`',
    ]);
    expect(
      await tellOf('placeholder-left', "impact:\n  - service: checkout\n    level: outage\n    share: '?'"),
    ).toHaveLength(1);
    expect(await tellOf('placeholder-left', 'title: What happened, to whom')).toHaveLength(1);
  });

  it('finds a prompt of a template, and a title that is none', async () => {
    expect(await tell('_Describe the impact._')).toEqual([
      '_Describe the impact._ | error: A placeholder is left: `Describe the impact.`',
    ]);
    expect(await tellOf('placeholder-left', 'title: n/a')).toHaveLength(1);
    expect(await tellOf('placeholder-left', 'detection:\n  by: staff\n  note: n/a')).toEqual([]);
  });

  it('leaves to the gate what customers would read and the gate speaks of', async () => {
    const shown = 'public:\n  since: 2026-03-18\n  show: [summary, detection]\n  sections: [What happened]';
    expect(await tell('TODO: ask Kim.', shown)).toEqual([]);
    expect(await tell('The disk of <service> was full.', shown)).toEqual([]);
    expect(await tell('TBC', shown)).toEqual([]);
    expect(await tell('XXXX', shown)).toEqual([]);
    expect(await tell('{{ summary }}', shown)).toEqual([]);
    expect(await tell('??? customers', shown)).toEqual([]);
    expect(await tell('???', shown)).toHaveLength(1);
    expect(await tell('The root cause is TBD.', shown)).toHaveLength(1);
    expect(await tell('The disk of [insert host] was full.', shown)).toHaveLength(1);
    const note = 'detection:\n  by: staff\n  note: "TODO: ask Kim."';
    expect(await tellOf('placeholder-left', `${note}\n${shown.replace(/\n +sections.*/, '')}`)).toEqual([]);
    expect(await tellOf('placeholder-left', note)).toHaveLength(1);
  });
});

describe('part-missing', () => {
  const tell = (lines: string): Promise<string[]> =>
    tellOf(
      'part-missing',
      `---
title: Checkout was down
status: final
started: 2026-03-14 09:05
resolved: 2026-03-14 14:02
summary: The disk of the order database was full.
${lines}
---`,
    );

  it('asks how bad it was of what was bad, and of what nearly was less strictly', async () => {
    const impact = 'impact: [{ service: checkout, level: outage }]';
    expect(await tell(impact)).toEqual(['--- | error: There is no `severity`']);
    expect(await tell('kind: near-miss')).toEqual(['--- | There is no `severity`']);
    expect(await tell('kind: maintenance')).toEqual([]);
    expect(await tell(`kind: maintenance\n${impact}`)).toEqual(['--- | error: There is no `severity`']);
  });
});
