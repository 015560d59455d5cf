import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostic/diagnostic.js';
import { noPictures } from '../../src/judge/pictureFile.js';
import { supersededLoop } from '../../src/judge/rules/across/supersededLoop.js';
import { createWorkspace } from '../workspace.js';

/** Dates far enough back that nothing in them is owed, of an incident each. */
const older = '2025-11-02-disk-full';
const newer = '2026-03-14-checkout-down';

/** An incident file, of the day that its id begins with. */
function incident(id: string, lines: string): string {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(id)?.[0] ?? 'unknown';
  const title = /^title:/m.test(lines) ? '' : `title: The incident ${id}\n`;
  const times =
    day === 'unknown'
      ? 'started: unknown\nresolved: unknown\n'
      : `started: ${day} 09:05\nresolved: ${day} 10:00\n`;
  return `---\n${title}severity: minor\nstatus: final\n${times}summary: The disk of the order database was full, and nobody could buy.\nimpact:\n  - service: checkout\n    level: outage\n${lines}---\n`;
}

/** What is said across some files, given by their ids; as `id:line rule message`. */
async function say(files: Record<string, string>, more: Record<string, string> = {}): Promise<string[]> {
  const { file, understand } = createWorkspace();
  for (const [id, lines] of Object.entries(files)) {
    file(`incidents/${id}.md`, incident(id, lines));
  }
  for (const [path, text] of Object.entries(more)) file(path, text);
  const across =
    /^(?:duplicate-title|relation-order|relation-twice|recurrence-open|superseded-loop|alias-taken|picture-orphaned)$/;
  return (await understand()).diagnostics.filter(({ rule }) => across.test(rule)).map(describeDiagnostic);
}

function describeDiagnostic({ path, place, rule, message }: Diagnostic): string {
  const id = path.replace(/^incidents\/|\.md$/g, '');
  return `${id}${place ? `:${place.start.line}` : ''} ${rule} ${message}`;
}

const related = (id: string, how: string): string => `related:\n  - id: ${id}\n    how: ${how}\n`;

describe('titles', () => {
  it('are alike whatever their case, spaces and punctuation; the newer file hears of it', async () => {
    const found = await say({
      [older]: 'title: Checkout was down\n',
      [newer]: 'title: “checkout”  was DOWN!\n',
    });
    expect(found).toEqual([
      `${newer}:10 duplicate-title \`${older}\` has the same title: \`Checkout was down\``,
    ]);
  });

  it('of three alike are each compared with the one before', async () => {
    const title = 'title: Checkout was down\n';
    const found = await say({ '2024-01-01-a': title, '2025-01-01-b': title, '2026-01-01-c': title });
    expect(found.map((one) => one.split(':')[0])).toEqual(['2025-01-01-b', '2026-01-01-c']);
  });

  it('are those that customers read', async () => {
    const shown = 'public:\n  since: 2026-03-20\n  show: [summary]\n  title: Checkout was down\n';
    const found = await say({
      [older]: 'title: Checkout was down\n',
      [newer]: `title: A disk filled\n${shown}`,
      '2026-04-01-other': `title: Checkout was down\n${shown.replace('title: Checkout was down', 'title: Another one')}`,
    });
    expect(found).toEqual([
      `${newer}:14 duplicate-title \`${older}\` has the same title: \`Checkout was down\``,
    ]);
  });

  it('may repeat where maintenance does, and where they were imported', async () => {
    const maintenance = 'title: New certificates\nkind: maintenance\n';
    const imported = 'title: Slow\norigin:\n  from: statuspage\n';
    expect(await say({ [older]: maintenance, [newer]: maintenance })).toEqual([]);
    expect(await say({ [older]: imported, [newer]: 'title: Slow\n' })).toEqual([]);
    expect(await say({ [older]: 'title: Slow\n', [newer]: imported })).toEqual([]);
  });

  it('that hold no letter are left to the other rules', async () => {
    expect(await say({ [older]: 'title: "?"\n', [newer]: 'title: "…"\n' })).toEqual([]);
  });
});

describe('relations', () => {
  it('do not lead to the incident itself', async () => {
    expect(await say({ [newer]: related(newer, 'follows') })).toEqual([
      `${newer}:12 relation-order This incident is related to itself`,
    ]);
    expect(await say({ [newer]: related(newer, 'same-cause') })).toEqual([
      `${newer}:12 relation-order This incident is related to itself`,
    ]);
  });

  it.each(['recurrence-of', 'follows', 'caused-by'])('%s leads back in time', async (how) => {
    expect(await say({ [older]: '', [newer]: related(older, how) })).toEqual([]);
    const [found] = await say({ [older]: related(newer, how), [newer]: '' });
    expect(found).toContain(`${older}:12 relation-order \`${newer}\` began later (2026-03-14 09:05): `);
  });

  it('the same cause has no direction', async () => {
    expect(await say({ [older]: related(newer, 'same-cause'), [newer]: '' })).toEqual([]);
  });

  it('a cause may hurt here before it hurts where it lies, but not after it was over here', async () => {
    const later = '2026-03-14-database-down';
    const { file, check } = createWorkspace();
    file(`incidents/${later}.md`, incident(later, '').replace('09:05', '09:30'));
    file(`incidents/${newer}.md`, incident(newer, related(later, 'caused-by')));
    expect(await check()).not.toContain(`incidents/${newer}.md:12 warning relation-order`);
    file(`incidents/${newer}.md`, incident(newer, related(later, 'follows')));
    expect(await check()).toContain(`incidents/${newer}.md:12 warning relation-order`);
  });

  it('in a circle are told where no time says which of them is wrong', async () => {
    const [a, b, c] = ['undated-a', 'undated-b', 'undated-c'] as const;
    const found = await say({
      [a]: related(b, 'recurrence-of'),
      [b]: related(c, 'caused-by'),
      [c]: related(a, 'follows'),
      'undated-d': related(a, 'follows'),
    });
    const way = (...ids: string[]) => ids.map((id) => `\`${id}\``).join(' → ');
    const words = 'relation-order These relations lead back to where they began:';
    expect(found).toEqual([
      `${a}:12 ${words} ${way(a, b, c, a)}`,
      `${b}:12 ${words} ${way(b, c, a, b)}`,
      `${c}:12 ${words} ${way(c, a, b, c)}`,
    ]);
    expect(
      await say({ [older]: related(newer, 'follows'), [newer]: related(older, 'follows') }),
    ).toHaveLength(1);
  });

  it('are told once: not twice in a file, and not in both', async () => {
    const twice = `${related(older, 'follows')}  - id: ${older}\n    how: follows\n`;
    expect(await say({ [older]: '', [newer]: twice })).toEqual([
      `${newer}:14 relation-twice This relation to \`${older}\` stands here twice`,
    ]);
    const both = { [older]: related(newer, 'same-cause'), [newer]: related(older, 'same-cause') };
    expect(await say(both)).toEqual([
      `${older}:12 relation-twice \`${newer}\` says this as well, and pages show a relation from both ends`,
    ]);
    const two = `${related(older, 'follows')}  - id: ${older}\n    how: same-cause\n`;
    expect(await say({ [older]: '', [newer]: two })).toEqual([]);
  });
});

describe('an incident that came again', () => {
  const promise = (lines = '', id = 'R1') =>
    `  - id: ${id}\n    title: Rotate the log\n    type: detect\n    owner: kim\n    opened: 2025-11-05\n    due: 2026-11-20\n${lines}`;
  const first = (items: string) =>
    `causes:\n  - id: C1\n    kind: root\n    text: A log filled the disk.\nremediation:\n${items}`;
  const addressed = '    addresses: [C1]\n';
  const told = `${newer}:12 recurrence-open What was promised against a cause of this is still open: \`${older}#R1\`, Rotate the log (2 days late)`;

  it.each(['recurrence-of', 'same-cause'])('hears of what is still open: %s', async (how) => {
    expect(await say({ [older]: first(promise(addressed)), [newer]: related(older, how) })).toEqual([told]);
  });

  it('hears of what prevents, whatever it addresses', async () => {
    const prevents = promise().replace('detect', 'prevent');
    expect(await say({ [older]: first(prevents), [newer]: related(older, 'same-cause') })).toEqual([told]);
  });

  it.each([
    ['what addresses no cause', first(promise()), 'recurrence-of'],
    ['what is done', first(promise(`${addressed}    state: done\n    done: 2025-12-01\n`)), 'recurrence-of'],
    [
      'what will not be done',
      first(promise(`${addressed}    state: wont-do\n    reason: Sold.\n`)),
      'recurrence-of',
    ],
    ['what nobody follows up', `last_told: 2025-12-01\n${first(promise(addressed))}`, 'recurrence-of'],
    ['what only came before', first(promise(addressed)), 'follows'],
  ])('but not of %s', async (_, text, how) => {
    expect(await say({ [older]: text, [newer]: related(older, how) })).toEqual([]);
  });

  it('is told at the later file, not at the earlier one', async () => {
    const files = { [older]: related(newer, 'same-cause'), [newer]: first(promise(addressed)) };
    expect(await say(files)).toEqual([]);
  });

  it('looks at what took the place of a promise, unless that is the later file’s own', async () => {
    const handedOn = (to: string) =>
      first(promise(`${addressed}    state: superseded\n    superseded_by: ${to}\n`));
    const third = '2026-01-01-another';
    const again = related(older, 'recurrence-of');
    expect(
      await say({
        [older]: handedOn(`${third}#R7`),
        [third]: `remediation:\n${promise('', 'R7')}`,
        [newer]: again,
      }),
    ).toEqual([told.replace(`${older}#R1`, `${third}#R7`)]);
    expect(
      await say({ [older]: handedOn(`${newer}#R7`), [newer]: `${again}remediation:\n${promise('', 'R7')}` }),
    ).toEqual([]);
  });

  it('hears of an item once, and of many shortly', async () => {
    const many = ['R1', 'R2', 'R3', 'R4', 'R5'].map((id) => promise(addressed, id)).join('');
    const again = `${related(older, 'recurrence-of')}  - id: ${older}\n    how: same-cause\n`;
    const found = await say({ [older]: first(many), [newer]: again });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/R1`.*R2`.*R3`, Rotate the log \(2 days late\); and 2 more$/);
  });
});

describe('superseded items', () => {
  const item = (id: string, by: string) =>
    `  - id: ${id}\n    title: Rotate the log\n    type: prevent\n    owner: kim\n    state: superseded\n    superseded_by: ${by}\n`;

  it('lead to an end, across files too', async () => {
    expect(await say({ [newer]: `remediation:\n${item('R1', 'R1')}` })).toEqual([
      `${newer}:17 superseded-loop \`R1\` is superseded by itself`,
    ]);
    const circle = await say({
      [older]: `remediation:\n${item('R1', `${newer}#R2`)}`,
      [newer]: `remediation:\n${item('R2', `${older}#R1`)}${item('R3', 'R2')}`,
    });
    const words = 'superseded-loop These items supersede each other in a circle:';
    expect(circle).toEqual([
      `${older}:17 ${words} \`R1\` → \`${newer}#R2\` → \`R1\``,
      `${newer}:17 ${words} \`R2\` → \`${older}#R1\` → \`R2\``,
    ]);
  });

  it('of which two have one id make no circle of the other one', async () => {
    const twins = `remediation:\n${item('R1', 'R2')}${item('R2', 'R1')}${item('R2', 'R3')}${item('R3', 'R2')}`;
    expect(await say({ [newer]: twins })).toEqual([
      `${newer}:29 superseded-loop These items supersede each other in a circle: \`R2\` → \`R3\` → \`R2\``,
      `${newer}:35 superseded-loop These items supersede each other in a circle: \`R3\` → \`R2\` → \`R3\``,
    ]);
  });

  it('of a long circle are walked over once, and named where it begins and ends', async () => {
    const { file, understand } = createWorkspace();
    const [files, each] = [20, 25];
    const idOf = (at: number): string => `2026-03-14-n${at % files}`;
    for (let at = 0; at < files; at++) {
      const items = Array.from({ length: each }, (_, index) =>
        item(`R${index}`, index + 1 < each ? `R${index + 1}` : `${idOf(at + 1)}#R0`),
      );
      file(`incidents/${idOf(at)}.md`, incident(idOf(at), `remediation:\n${items.join('')}`));
    }
    const { history, documents, diagnostics } = await understand();
    expect(diagnostics.find(({ rule }) => rule === 'superseded-loop')?.message).toBe(
      'These items supersede each other in a circle: `R0` → `R1` → `R2` → `R3` → 492 more → ' +
        '`2026-03-14-n19#R21` → `2026-03-14-n19#R22` → `2026-03-14-n19#R23` → `2026-03-14-n19#R24` → `R0`',
    );

    // The way on is asked for at each item, some few times, and not at all others for each.
    if (!history) throw new Error('the files are not read');
    let asked = 0;
    const incidents = history.incidents.map((one) => ({
      ...one,
      remediation: one.remediation.map((promise) =>
        Object.defineProperty({ ...promise }, 'supersededBy', {
          get: () => (asked++, promise.supersededBy),
        }),
      ),
    }));
    const counted = { ...history, incidents };
    const found = incidents.flatMap((one) => {
      const document = documents.get(one.id);
      if (!document) throw new Error(`${one.id} is not read`);
      const rest = {
        fileExists: () => true,
        findEarlierText: () => undefined,
        findSecrets: () => [],
        pictures: noPictures,
      };
      return [...supersededLoop.check({ incident: one, document, history: counted, ...rest })];
    });
    expect(found).toHaveLength(files * each);
    expect(asked).toBeLessThanOrEqual(3 * files * each);
  });
});

describe('old addresses', () => {
  const alias = (...paths: string[]) => `aliases: [${paths.join(', ')}]\n`;

  it.each([
    ['/news/disk/', '/news/disk/'],
    ['/news/disk.html', '/news/disk/'],
    ['/news/disk/index.html', '/news/disk/'],
    ['/News/Disk.html', '/news/disk.html'],
  ])('%s and %s are one', async (one, other) => {
    expect(await say({ [older]: alias(one), [newer]: alias(other) })).toEqual([
      `${older}:11 alias-taken \`${one}\` leads to \`${newer}\` already`,
      `${newer}:11 alias-taken \`${other}\` leads to \`${older}\` already`,
    ]);
  });

  it('of one incident may be spelt in several ways, each once', async () => {
    expect(await say({ [newer]: alias('/news/disk/', '/news/disk.html', '/old/news/') })).toEqual([]);
    expect(await say({ [newer]: alias('/a/', '/a/index.html') })).toEqual([
      `${newer}:11 alias-taken \`/a/index.html\` stands here twice`,
    ]);
  });

  it.each([
    '/',
    '/index.html',
    '/404.html',
    '/search/',
    '/Commitments/',
    '/history/2026/',
    '/history/2026/03.html',
    '/history/undated/',
    '/severities/1/',
    '/services/checkout/',
    '/causes/capacity/',
    `/incidents/${older}/`,
    `/incidents/${newer}.html`,
  ])('%s is a page of the site', async (path) => {
    expect(await say({ [older]: '', [newer]: alias(path) })).toEqual([
      `${newer}:11 alias-taken \`${path}\` is the address of a page of the site`,
    ]);
  });

  it.each([
    '/incidents/69sb0f8lydp4/',
    '/services/fax/',
    '/history/2026/outage/',
    '/causes/rain/',
    '/about/',
  ])('%s is free', async (path) => expect(await say({ [newer]: alias(path) })).toEqual([]));

  it('may not take the place of a static file', async () => {
    const files = { 'site/static/news/disk.html': 'x', 'site/static/about/index.html': 'x' };
    expect(await say({ [newer]: alias('/news/disk.html', '/about/', '/free/') }, files)).toEqual([
      `${newer}:11 alias-taken \`/news/disk.html\` is the address of site/static/news/disk.html`,
      `${newer}:11 alias-taken \`/about/\` is the address of site/static/about/index.html`,
    ]);
  });

  it('do not lead out of the site', async () => {
    const [found] = await say({ [newer]: alias('/../private.html') });
    expect(found).toMatch(/:11 alias-taken .*no folders$/);
  });
});

it('a picture that no file names is told', async () => {
  const files = {
    'incidents/free-space.png': 'x',
    'incidents/2026/the graph.SVG': 'x',
    'incidents/2026/shown here.png': 'x',
    'incidents/notes.txt': 'x',
  };
  const text = { [newer]: 'x-picture: shown%20here.png\n' };
  expect(await say(text, files)).toEqual([
    '2026/the graph.SVG picture-orphaned No incident shows this picture',
    'free-space.png picture-orphaned No incident shows this picture',
  ]);
});
