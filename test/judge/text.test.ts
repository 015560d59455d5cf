import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../src/diagnostic/edit.js';
import type { Diagnostic } from '../../src/diagnostic/diagnostic.js';
import { createExampleFiles, examplePath } from '../rules/example.js';
import { createWorkspace } from '../workspace.js';

/** What the rules about text say of a file that is given like an example; the plain lines come first. */
async function judgeText(example: string): Promise<{ text: string; found: Diagnostic[] }> {
  const { file, understand } = createWorkspace();
  const files = createExampleFiles(example);
  for (const { path, text } of files) file(path, text);
  const rules =
    /^(?:character|hidden-character|raw-html|html-lost|fence-open|fence-unclosed|yaml-ambiguous)$/;
  const text = files.find(({ path }) => path === examplePath)?.text ?? '';
  return { text, found: (await understand()).diagnostics.filter(({ rule }) => rules.test(rule)) };
}

/** As `level rule «what is meant» message`. */
async function say(example: string): Promise<string[]> {
  const { text, found } = await judgeText(example);
  return found.map(({ level, rule, place, message }) => {
    const meant = text.slice(place?.start.offset, place?.end.offset);
    return `${level} ${rule} «${meant}» ${message}`;
  });
}

const published = 'public:\n  since: 2026-03-20\n  show: [summary, impact]\n';

describe('characters that nobody sees', () => {
  it.each([
    [
      'turned around in a ticket',
      'links:\n  - title: A \u202Eb\n    url: https://example.com/',
      '\u202E',
      'error',
    ],
    ['in a comment', 'tags: [a] # \u2066later', '\u2066', 'error'],
    ['that ring a bell', 'detection:\n  by: monitoring\n  note: A\u0007b', '\u0007', 'error'],
    ['of the wrong encoding', 'detection:\n  by: monitoring\n  note: Caf\uFFFD', '\uFFFD', 'warning'],
    ['in code', 'tags: [a]\n---\n## A\n\n`a\u202Eb`', '\u202E', 'error'],
    ['of no width', 'tags: [a]\n---\n## A\n\na\u200Bb', '\u200B', 'info'],
  ])('%s', async (_, example, character, level) => {
    const [found, ...more] = await say(example);
    expect(found).toContain(`${level} hidden-character «${character}» `);
    expect(found).toMatch(/\(U\+[0-9A-F]{4}\) stands here, which nobody sees$/);
    expect(more).toEqual([]);
  });

  it('are told once a kind where they only hide, and each where they deceive', async () => {
    expect(await say('tags: [a]\n---\n## A\n\na\u200Bb\u200Bc\u00AD\u200B, \u202Ex and \u202Ey')).toEqual([
      'info hidden-character «\u200B» A zero-width space (U+200B) stands here, which nobody sees; and 2 more in this file',
      'info hidden-character «\u00AD» A soft hyphen (U+00AD) stands here, which nobody sees',
      'error hidden-character «\u202E» A right-to-left override (U+202E) stands here, which nobody sees',
      'error hidden-character «\u202E» A right-to-left override (U+202E) stands here, which nobody sees',
    ]);
  });

  it('may stand where a script needs them', async () => {
    expect(await say('tags: [a]\n---\n## A\n\nThe shop \u2067متجر\u2069 and 👩\u200D🔧.')).toEqual([]);
    expect(await say('tags: [a]\n---\n## A\n\nThe shop \u2067متجر\u2069 and \u202Eit.')).not.toEqual([]);
  });

  it('are found as escapes', async () => {
    expect(await say('detection:\n  by: monitoring\n  note: "A \\u202E b"')).toEqual([
      'error hidden-character «\\u202E» A right-to-left override (U+202E) stands here, which nobody sees',
    ]);
  });

  it('are told by one rule, whoever reads them', async () => {
    const found = await say(
      `summary: The disk of the or\u200Bder database was full, and nobody could buy.\n${published}  sections: [A]\n  withheld: [B]\ndetection:\n  by: monitoring\n  note: A\u200Bb\n---\n## A\n\na\u200Bb\n\n## B\n\na\u200Bb`,
    );
    expect(found.map((one) => one.split(' ').slice(0, 2).join(' '))).toEqual([
      'error character',
      'info hidden-character',
      'error character',
    ]);
    expect(found[1]).toContain('and 1 more in this file');
  });
});

describe('HTML, which no page shows', () => {
  it('is told where it was meant as text', async () => {
    expect(await say('detection:\n  by: monitoring\n  note: Log in to <orders-db-2> and look.')).toEqual([
      'warning html-lost «<orders-db-2>» `<orders-db-2>` is taken for HTML, so no page shows it',
    ]);
  });

  it('is told louder where words are lost with it', async () => {
    const found = await say(
      'tags: [a]\n---\n## A\n\nWe saw a<b and c>d, <a href="x y" id=z>b</a>.\n\n<div>Gone</div>',
    );
    expect(found.map((one) => one.split('»')[0])).toEqual([
      'warning html-lost «<b and c>',
      'info html-lost «<a href="x y" id=z>',
      'warning html-lost «<div>Gone</div>',
    ]);
  });

  it('is told once a file where it was meant as HTML', async () => {
    expect(await say('tags: [a]\n---\n## A\n\n<details>\n\nA<br>b <b>c</b>\n\n</details>')).toEqual([
      'info html-lost «<details>» `<details>` is HTML, which no page shows; and 2 more in this file',
    ]);
  });

  it('is no matter in code, nor are the prompts of a template', async () => {
    expect(await say('status: draft\n---\n## A\n\n<!-- Why? -->\n\n`<host>` a < b, x<y')).toEqual([]);
  });

  it('is told by one rule, whoever reads it', async () => {
    const found = await say(
      `${published}  sections: [A]\n  withheld: [B]\n---\n## A\n\na <orders-db> b\n\n## B\n\na <orders-db> b`,
    );
    expect(found.map((one) => one.split(' ').slice(0, 2).join(' '))).toEqual([
      'error raw-html',
      'warning html-lost',
    ]);
  });

  it('is left to `placeholder-left` where something is to be filled in, but in drafts', async () => {
    const note = 'detection:\n  by: monitoring\n  note: Log in to <host> and look.';
    expect(await say(note)).toEqual([]);
    expect(await say(`status: draft\n${note}`)).toHaveLength(1);
  });
});

describe('a fence that never closes', () => {
  const body = '---\n## A\n\n```\nNo space left';
  it('is told, by one rule whoever reads it', async () => {
    expect(await say(`tags: [a]\n${body}`)).toEqual([
      'warning fence-unclosed «```» This fence never closes: what follows is taken for code',
    ]);
    expect(await say(`${published}  sections: [A]\n${body}`)).toEqual([
      'error fence-open «```» This fence never closes: what follows is taken for code',
    ]);
    const retracted = `${published}  sections: [A]\n  retracted:\n    date: 2026-04-01\n    text: It was not so.\n`;
    expect((await say(retracted + body)).map((one) => one.split(' ')[1])).toEqual(['fence-unclosed']);
  });

  it('is not one that closes', async () => {
    expect(await say(`tags: [a]\n${body}\n\`\`\`\n`)).toEqual([]);
  });
});

describe('what another reader of YAML takes for something else', () => {
  it.each([
    ['13:05', 'the number 785, in sixties'],
    ['1:00:00', 'the number 3600, in sixties'],
    ['0123', 'the number 83, in eights'],
    ['1.10', 'the number 1.1'],
    ['.5', 'the number 0.5'],
    ['12e4567', 'the number Infinity'],
    ['1_000', 'the number 1000'],
    ['0x1F', 'the number 31'],
    ['0b101', 'the number 5'],
    ['.inf', 'no finite number'],
    ['no', '`false`'],
    ['Off', '`false`'],
    ['Yes', '`true`'],
    ['on', '`true`'],
    ['Null', 'nothing'],
    ['~', 'nothing'],
    ['2026-03-14 09:05:12', 'a time in UTC'],
  ])('%s is to it %s', async (value, taken) => {
    expect(await say(`numbers:\n  - label: Version\n    value: ${value}`)).toEqual([
      `info yaml-ambiguous «${value}» Other readers of YAML take \`${value}\` for ${taken}`,
    ]);
    expect(await say(`numbers: [{ label: Version, value: ${value} }]`)).toHaveLength(1);
    expect(await say(`numbers:\n  - label: Version\n    value: "${value}"`)).toEqual([]);
  });

  it.each([
    '09:40',
    '2026-03-14',
    '2026-03-14 09:05',
    '+17m',
    '~09:40',
    '38',
    '1.5',
    'about 1.10',
    'v1.10',
    'a: on',
    '2026-03-14T09:05:12Z',
  ])('%s is to all the same', async (value) => {
    const written = value.includes(': ') ? `'${value}'` : value;
    expect(await say(`numbers:\n  - label: Version\n    value: ${written}`)).toEqual([]);
  });

  it('is left alone where the format asks for it', async () => {
    expect(
      await say('causes:\n  - id: C1\n    kind: root\n    text: A full disk.\n    internal: true'),
    ).toEqual([]);
  });

  it('may be a key', async () => {
    expect(await say('roles: { on: kim }')).toEqual([
      'info yaml-ambiguous «on» Other readers of YAML take `on` for `true`',
    ]);
  });

  it('is told once a file, with a fix for all that changes nothing else', async () => {
    const example =
      'numbers:\n  - label: Version\n    value: 1.10\n  - { label: Before, value: 1.20 } # as shipped';
    const { text, found } = await judgeText(example);
    expect(found.map(({ message }) => message)).toEqual([
      'Other readers of YAML take `1.10` for the number 1.1; and 1 more in this file',
    ]);
    const [fix] = found[0]?.fixes ?? [];
    const mended = applyEdits(text, fix?.edits ?? []);
    expect(mended).toBe(text.replace('1.10', '"1.10"').replace('1.20', '"1.20"'));
  });
});

it.each([
  ['```', '“```”'],
  ['~~~~', '`~~~~`'],
])('shows the fence %s so that it can be read', async (fence, shown) => {
  const body = `---\n## What happened\n\n${fence}\nNo space left on device\n`;
  for (const more of ['tags: [storage]\n', `${published}  sections: [What happened]\n`]) {
    const { found } = await judgeText(more + body);
    expect(found.map(({ hint }) => hint)).toEqual([
      `End the code with a line ${shown} that has nothing else in it, indented like this one.`,
    ]);
  }
});
