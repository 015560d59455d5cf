import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { understand as understandFiles } from '../../src/commands/project.js';
import { findRule } from '../../src/judge/catalogue/catalogue.js';
import { couldHoldSecret, loadFindSecrets } from '../../src/judge/leak/secret.js';
import { readProject } from '../../src/load/project.js';
import { renderGithub } from '../../src/report/github.js';
import { createReport } from '../../src/report/json.js';
import { createSarif } from '../../src/report/sarif.js';
import { renderText } from '../../src/report/text.js';
import { createWorkspace } from '../workspace.js';

/*
 * The samples are put together when the tests run: nothing that looks for secrets should find one in this repository.
 */

const letters = 'q8Zt4Lw0Xn2Vb7Yc5Rm1Kd9Pf3Gj6Hs0Ta8UeWoIiOpAsDfGhJkLzXcVbNmQwErTyUiOp';
const random = (length: number): string => letters.repeat(10).slice(0, length);
const lower = (length: number): string =>
  letters
    .repeat(20)
    .replace(/[\dA-Z]/g, '')
    .slice(0, length);
const plain = (length: number): string => letters.repeat(20).replace(/\d/g, '').slice(0, length);
const hex = (length: number): string => '0f3c1a526f1e4a539d1f2b7c5d1e8a90'.repeat(10).slice(0, length);
const joined = (...pieces: string[]): string => pieces.join('');
const pem = (kind: string): string =>
  joined(
    '-----BEGIN ',
    kind,
    'PRIVATE ',
    'KEY-----\n',
    'MIIEvQIBADANBgkqhkiG9w0',
    random(300),
    '\n-----END ',
    kind,
    'PRIVATE ',
    'KEY-----',
  );

/** A sample for every rule that looks for secrets, and for every way in which it looks. */
const samples: readonly [rule: string, kind: string, sample: string][] = [
  ['aws', 'a secret key of AWS', joined('AWS_SECRET_', 'ACCESS_KEY=', random(40))],
  ['aws', 'a secret key of AWS', joined('"Secret', 'AccessKey": "', random(40), '"')],
  ['aws', 'the id of an access key of AWS', joined('AK', 'IA', 'QWERTYUIOPASDFGH')],
  ['privatekey', 'a private key', pem('')],
  ['privatekey', 'a private key', pem('RSA ')],
  ['gcp', 'a private key', joined('{"private_', 'key": "', pem('').replaceAll('\n', '\\n'), '"}')],
  ['npm', 'a token of npm', joined('npm', '_', random(36))],
  ['npm', 'a token of npm', joined('//registry.example.com/:_auth', 'Token=', random(36))],
  [
    'npm',
    'a token of GitHub',
    joined('https://', random(18), '.', random(18), ':x-oauth', '-basic@github.com/acme/orders'),
  ],
  [
    'basicauth',
    'an address with a password in it',
    joined('ftp://deploy', ':', random(12), '@files.example.com'),
  ],
  ['slack', 'a token of Slack', joined('xo', 'xb-', '123456789012-123456789012-', random(24))],
  ['slack', 'a token of Slack', joined('xa', 'pp-', '1-A024BE7LH-', random(24))],
  [
    'slack',
    'a webhook of Slack',
    joined('https://Hooks.', 'slack.com/services/T024BE7LH/B024BE7LH/', random(24)),
  ],
  ['sendgrid', 'a key of SendGrid', joined('S', 'G.', random(22), '.', random(43))],
  ['shopify', 'a key of Shopify', joined('shp', 'at_', random(32))],
  ['github', 'a token of GitHub', joined('gh', 'p_', random(36))],
  ['github', 'a token of GitHub', joined('github', '_pat_', random(82))],
  ['gitlab', 'a token of GitLab', joined('gl', 'pat-', random(20))],
  ['grafana', 'a token of Grafana', joined('gl', 'c_', random(64))],
  ['grafana', 'a token of Grafana', joined('gl', 'sa_', random(32), '_', hex(8))],
  ['openai', 'a key of OpenAI', joined('sk', '-', random(20), 'T3Blbk', 'FJ', random(20))],
  ['openai', 'a key of OpenAI', joined('sk', '-proj-', random(74), 'T3Blbk', 'FJ', random(74))],
  ['anthropic', 'a key of Anthropic', joined('sk', '-ant-api03-', random(93), 'AA')],
  ['groq', 'a key of Groq', joined('gs', 'k_', random(52))],
  ['huggingface', 'a token of Hugging Face', joined('h', 'f_', plain(34))],
  ['linear', 'a token of Linear', joined('lin', '_api_', random(40))],
  ['notion', 'a token of Notion', joined('nt', 'n_', '12345678901', random(35))],
  [
    '1password',
    'a token of 1Password',
    joined(
      'ops',
      '_',
      Buffer.from(JSON.stringify({ email: 'kim', secretKey: lower(199) })).toString('base64'),
    ),
  ],
  [
    'database-connection-string',
    'an address of MongoDB with a password in it',
    joined('mongodb+srv://orders', ':', random(9), '@db.example.com/orders'),
  ],
  [
    'database-connection-string',
    'an address of MySQL with a password in it',
    joined('jdbc:MySQL://orders', ':', random(9), '@db/orders'),
  ],
  [
    'database-connection-string',
    'an address of PostgreSQL with a password in it',
    joined('postgres://orders', ':', random(9), '@db/orders'),
  ],
  ['hashicorp-vault', 'a token of Vault', joined('hv', 's.', random(95))],
  ['hashicorp-vault', 'a token of Vault', joined('hv', 'b.', random(150))],
  ['hashicorp-vault', 'a token of Vault', joined('hv', 'r.', random(95))],
  ['vercel', 'a token of Vercel', joined('vc', 'p_', random(40))],
  ['databricks', 'a token of Databricks', joined('dap', 'i', hex(32))],
  ['docker', 'a token of Docker', joined('dckr', '_pat_', random(27))],
  ['figma', 'a token of Figma', joined('fig', 'd_', random(44))],
];

describe('secrets', () => {
  it.each(samples)('of %s are found: %s', async (_rule, kind, sample) => {
    const text = `Somebody pasted this:\n\n${sample}\n\nand went home.`;
    const findSecrets = await loadFindSecrets([text]);
    expect(findSecrets(text).map((one) => one.kind)).toEqual([kind]);
    expect(couldHoldSecret(sample)).toBe(true);
  });

  it('are looked for by every rule there is', async () => {
    const { rules } = (await import('@secretlint/secretlint-rule-preset-recommend' satisfies string)) as {
      rules: { meta: { id: string } }[];
    };
    const ids = rules.map(({ meta }) => meta.id.replace('@secretlint/secretlint-rule-', ''));
    // The one rule that is left out lets a text turn the others off.
    const tried = new Set([...samples.map(([rule]) => rule), 'filter-comments']);
    expect(ids.filter((id) => !tried.has(id))).toEqual([]);
  });

  it('are not looked for in ordinary texts, so that the rules are not even loaded', () => {
    const home = join(import.meta.dirname, '../../incidents');
    const files = readdirSync(home, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.md'),
    );
    expect(files.length).toBeGreaterThan(5);
    expect(files.filter((file) => couldHoldSecret(readFileSync(join(home, file), 'utf8')))).toEqual([]);
  });
});

const token = joined('gh', 'p_', random(36));
const lowerToken = joined('gl', 'pat-', random(20)).toLowerCase();
const path = 'incidents/2026-03-14-checkout-down.md';

const front = (more: string, summary = 'The disk of the order database was full.'): string => `---
title: Checkout was down
severity: minor
status: final
started: 2026-03-14 09:05
detected: 2026-03-14 09:40
mitigated: 2026-03-14 14:02
resolved: 2026-03-14 18:00
finished: 2026-03-18
summary: ${summary}
detection: { by: monitoring }
impact: [{ service: checkout, level: outage, affected: Every customer }]
${more}---
`;
const shown = `public: { since: 2026-03-20, show: [summary, impact], sections: [What happened], withheld: [Notes] }\n`;

/** What is said of one file, and all that could be printed of it. */
async function check(text: string): Promise<{ found: string[]; printed: string; messages: string[] }> {
  const { file, understand } = createWorkspace();
  file(path, text);
  const { diagnostics } = await understand();
  return {
    found: diagnostics.map(
      ({ place, level, rule }) => `${place?.start.line ?? 0}:${place?.start.column ?? 0} ${level} ${rule}`,
    ),
    messages: diagnostics.map(({ message }) => message),
    printed:
      JSON.stringify(diagnostics) +
      renderText(diagnostics, { color: false, textOf: () => text, showPath: (one) => one }),
  };
}

describe('a secret', () => {
  it('in a shown text is an error, in any other an info, and told once', async () => {
    const body = `\n## What happened\n\nIt used ${token}.\n\n## Notes\n\nThe same ${token}, and ${token.replace('q8', 'aa')}.\n`;
    const { found, printed } = await check(front(shown) + body);
    expect(found).toEqual(['18:9 error secret', '22:56 info secret-internal']);
    expect(printed).not.toContain(token);
    expect(printed).toContain('Revoke it');
  });

  it('is found wherever it stands in the front matter', async () => {
    const { found } = await check(front(`x-job: { key: ${token} }\n`));
    expect(found).toEqual(['13:15 info secret-internal']);
  });

  it.each([
    ['a password', joined('pass', 'word: ', 'hun', 'ter2'), 'hunter2'],
    ['a password', joined('`DB_PASS', 'WORD=', 's3cr3t', '-pw!`'), 's3cr3t-pw'],
    ['a token or a key', joined('api', '_key=', hex(32)), hex(32)],
    ['a token or a key', joined('"client_', 'secret": "', hex(32), '"'), hex(32)],
    [
      'a signed token',
      joined('Bearer ey', 'JhbGciOiJIUzI1NiJ9.ey', 'JzdWIiOiI0MiJ9.', random(43)),
      random(43),
    ],
  ])('is known by the name before it: %s', async (kind, sample, value) => {
    const { found, messages, printed } = await check(
      front(shown) + `\n## What happened\n\nIt was ${sample}.\n\n## Notes\n\nNone.\n`,
    );
    expect(found.map((one) => one.replace(/:\d+/, ''))).toEqual(['18 error secret']);
    expect(messages).toEqual([`Here stands ${kind}`]);
    expect(printed).not.toContain(value);
  });

  it('in code before a full stop is told once, and ends where it ends', async () => {
    const held = joined('postgres://svc', ':', 'correcthorse', '@db.example.net/orders');
    const { file, understand } = createWorkspace();
    file(path, front(shown) + `\n## What happened\n\nIt was \`${held}\`. So.\n\n## Notes\n\nNone.\n`);
    const { diagnostics } = await understand();
    expect(diagnostics.map(({ rule, place }) => [rule, place?.start.column, place?.end.column])).toEqual([
      ['secret', 9, 9 + held.length],
    ]);
  });

  it('is not set aside by a comment in the text', async () => {
    const { found } = await check(front(`# secretlint-disable\nx-job: { key: ${token} }\n`));
    expect(found).toEqual(['14:15 info secret-internal']);
  });

  it('is found where YAML spells it with escapes, and where Markdown takes marks out of it', async () => {
    const escaped = await check(
      front(shown, `"It used \\x67${token.slice(1)}."`) +
        '\n## What happened\n\nIt was full.\n\n## Notes\n\nNone.\n',
    );
    expect(escaped.found).toEqual(['10:19 error secret']);
    expect(escaped.printed).not.toContain(token.slice(1));
    const marked = await check(
      front(shown) + `\n## What happened\n\nIt used ${token.replace('_', '\\_')}.\n\n## Notes\n\nNone.\n`,
    );
    expect(marked.found).toEqual(['18:1 error secret']);
    expect(marked.printed).not.toContain(token.slice(5));
  });

  it('is in no message, hint or fix of other rules, and no report prints its line', async () => {
    const { found, messages, printed } = await check(
      front('')
        .replace('severity: minor', `severity: ${token} # ${token}`)
        .replace('Every customer }', `Every customer, kind: ${token} }`),
    );
    expect(found.some((one) => /error unknown-/.test(one))).toBe(true);
    expect(messages.filter((one) => one.includes('…')).length).toBeGreaterThan(0);
    expect(printed).not.toContain(token);
    expect(printed).not.toContain(token.slice(0, 20));
    expect(printed).toMatch(/3 │ \(.*secret.*\)/);
  });

  it('is not shown by the beginning that a message quotes of what is too long', async () => {
    const long = joined('github', '_pat_', random(82));
    const { found, printed } = await check(front('').replace('status: final', `status: ${long}`));
    expect(found).toContain('4:9 error unknown-value');
    expect(printed).not.toContain(long.slice(0, 30));
  });

  it('of several lines hides each of them', async () => {
    const { printed } = await check(
      front(`x-key: |\n${pem('RSA ').replace(/^/gm, '  ')}\n  severity:\tx\nseverty: minor\n`),
    );
    expect(printed).not.toContain('MIIEvQ');
    expect(printed).toMatch(/ 14 │ \(.*secret.*\)/);
  });

  it('of the settings is not printed either', async () => {
    const { file, understand } = createWorkspace();
    file('incidents/2026-03-14-checkout-down.md', front(''));
    file(
      'site/site.yaml',
      `format: 1\ntitle: Example\nurl: https://status.example.com/\ntimezone: ${token}\n`,
    );
    const { diagnostics } = await understand();
    expect(diagnostics.map(({ path: where }) => where)).toContain('site/site.yaml');
    expect(JSON.stringify(diagnostics)).not.toContain(token);
  });
});

/** All that every format prints of some files; `wanted` limits it to one. */
async function printAll(files: Record<string, string>, wanted?: string): Promise<string> {
  const { root, file } = createWorkspace();
  for (const [name, text] of Object.entries(files)) file(name, text);
  const understood = await understandFiles(
    readProject(root),
    () => '2026-11-22',
    (one) => wanted === undefined || one === wanted,
  );
  const { diagnostics, project } = understood;
  expect(diagnostics.length).toBeGreaterThan(0);
  const textOf = (one: string): string | undefined =>
    [project.settings, ...project.incidents].find((other) => other.path === one)?.text;
  const options = { color: false, textOf, showPath: (one: string) => one };
  return [
    renderText(diagnostics, options),
    JSON.stringify(createReport(diagnostics, { ...options, asOf: null })),
    JSON.stringify(createSarif(diagnostics, { ...options, version: '1', findRule })),
    renderGithub(diagnostics, options.showPath),
  ].join('\n');
}

/** The longest piece of a secret that stands in a text, its white space and case aside. */
function longestPiece(secret: string, text: string): string {
  const fold = (one: string): string => one.replace(/\\n|\s/g, '').toLowerCase();
  const [whole, printed] = [fold(secret), fold(text)];
  let best = '';
  for (let from = 0; from < whole.length; from++)
    while (from + best.length < whole.length && printed.includes(whole.slice(from, from + best.length + 1)))
      best = whole.slice(from, from + best.length + 1);
  return best;
}

const key = pem('RSA ');
const keyBody = key.slice(key.indexOf('MIIE'), key.indexOf('\n-----END'));
const password = 'q8Zt4Lw0,Xn2Vb7Yc5';
const address = joined('postgres://svc', ':', password, '@db.example.com/orders');

describe('no format prints six characters of a secret', () => {
  it.each([
    ['a block', `severity: |\n  ${key.replaceAll('\n', '\n  ')}`, keyBody],
    ['a folded block', `severity: >\n  ${key.replaceAll('\n', '\n  ')}`, keyBody],
    ['escaped line breaks', `severity: "${key.replaceAll('\n', '\\n')}"`, keyBody],
    ['escaped line breaks where it may stand', `tags: ["${key.replaceAll('\n', '\\n')}"]`, keyBody],
    ['lines in quotes', `severity: minor\ntags: ["${key.replaceAll('\n', '\n  ')}"]`, keyBody],
    ['an escaped letter', `severity: "\\x67${token.slice(1)}"`, token.slice(4)],
    [
      'an escaped letter in a long text',
      `severity: "it was written here and \\x67${token.slice(1)}"`,
      token.slice(4),
    ],
    [
      'a continued line',
      `severity: "it was here ${token.slice(0, 12)}\\\n  ${token.slice(12)}"`,
      token.slice(4),
    ],
    ['a line continued at once', `severity: "${token.slice(0, 2)}\\\n  ${token.slice(2)}"`, token.slice(4)],
    ['an escaped letter in broken YAML', `severity: "\\x67${token.slice(1)}" x`, token.slice(4)],
    ['braces', `severity: minor\ntimeline:\n  - { at: 2026-03-14 09:30, text: to ${address} }`, password],
    ['brackets', `severity: minor\ntags: [${address}]`, password],
    ['a key', `severity: minor\n${token}: x`, token.slice(4)],
  ])('in %s', async (_where, line, secret) => {
    const text = front('').replace('severity: minor', line);
    expect(longestPiece(secret, await printAll({ [path]: text })).length).toBeLessThan(6);
  });

  it('of another file than the one that is asked for', async () => {
    const older = 'incidents/2026-01-14-orders-down.md';
    const item = `causes: [{ id: C1, kind: root, text: Nothing rotated the log. }]\nremediation:\n  - { id: R1, title: Alert on ${token}, type: detect, owner: kim, due: 2026-12-31, addresses: [C1] }\n`;
    const printed = await printAll(
      {
        [older]: front(item).replace('Checkout was', 'Orders were').replaceAll('2026-03-', '2026-01-'),
        [path]: front('related:\n  - { how: recurrence-of, id: 2026-01-14-orders-down }\n'),
      },
      path,
    );
    expect(printed).toContain('Alert on …');
    expect(longestPiece(token.slice(4), printed).length).toBeLessThan(6);
  });

  it('of the settings, when one file is asked for', async () => {
    const printed = await printAll(
      {
        'site/site.yaml': `format: 1\ntitle: Example\nurl: https://status.example.com/\ntimezone: Europe/Dublin\nseverities: [{ id: ${lowerToken}, name: Minor }]\n`,
        [path]: front(''),
      },
      path,
    );
    expect(printed).toContain('unknown-severity');
    expect(longestPiece(lowerToken.slice(6), printed).length).toBeLessThan(6);
  });

  it('that is the name of a file, which is told', async () => {
    const name = `incidents/2026-03-14-${lowerToken}.md`;
    for (const [more, rule] of [
      ['', 'info In the name'],
      [shown.replace('What happened', '').replace('Notes', ''), 'error In the name'],
    ] as const) {
      const printed = await printAll({ [name]: front(more).replace('severity: minor', 'severty: minor') });
      expect(printed).toContain('unknown-key');
      expect(longestPiece(lowerToken.slice(6), printed).length).toBeLessThan(6);
      expect(printed).toContain('incidents/2026-03-14-….md');
      const sound = await printAll({ [name]: front(more) });
      expect(sound).toContain(`incidents/2026-03-14-….md: ${rule} of this file stands a token of GitLab`);
    }
  });

  it('that is a name which cannot be an id, nor in the id that is proposed', async () => {
    const id = joined('AK', 'IA', 'QWERTYUIOPASDFGH');
    const printed = await printAll({ [`incidents/2026-03-14-${id}.md`]: front('') });
    expect(printed).toContain('id-format');
    expect(longestPiece(id.slice(4), printed).length).toBeLessThan(6);
  });
});

describe('what is no secret is not hidden', () => {
  it.each([
    ['the words of a password', joined('ftp://deploy', ':', 'correct-address-with', '@files.example.com')],
    ['the name of a user and a server', joined('postgres://checkout', ':', random(12), '@minor/orders')],
  ])('%s', async (_what, secret) => {
    const { found, printed } = await check(
      front(`x-note: ${secret}\n`)
        .replace('service: checkout', 'service: checkou')
        .replace('severity: minor', 'severity: minr'),
    );
    expect(found).toContain('13:9 info secret-internal');
    expect(printed).toMatch(/an address (?:of PostgreSQL )?with a password in it/);
    expect(printed).toContain('Did you mean `checkout`?');
    expect(printed).toContain('Did you mean `minor`?');
  });

  it('an id of words that begins like a token', async () => {
    const text = `see 2026-03-14-${joined('gl', 'pat')}-rotation-went-wrong-for-ci.`;
    expect((await loadFindSecrets([text]))(text)).toEqual([]);
  });
});
