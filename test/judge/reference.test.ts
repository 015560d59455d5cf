import { expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostic/diagnostic.js';
import { applyEdits } from '../../src/diagnostic/edit.js';
import type { Subject } from '../../src/judge/rule.js';
import { unknownItem } from '../../src/judge/rules/reference/unknownItem.js';
import { createWorkspace } from '../workspace.js';

const home = 'incidents/2026-03-14-checkout-down.md';

const site = `format: 1
title: Incident history
url: https://status.example.com/
timezone: Europe/Dublin
severities:
  - { id: major, label: Big outage, major: true }
  - { id: sev-2, label: Small disruption }
services:
  - { id: checkout, name: Till }
  - { id: api-eu, name: Order API }
  - { id: api-us, name: Order API }
teams: [{ id: storage, name: Disks and volumes }]
people:
  - { id: kim, name: Kim Doe, email: kim.doe@example.com, handles: { github: kdoe } }
  - { id: lee, name: Lee Park }
  - { id: ana, name: Ana Lima }
`;

interface Slip {
  severity?: string;
  service?: string;
  owner?: string;
  more?: string;
}

function createFile({ severity = 'major', service = 'checkout', owner = 'kim', more = '' }: Slip): string {
  return `---
title: Checkout was down
severity: ${severity}
started: 2026-03-14 09:05
resolved: 2026-03-14 14:02
summary: The disk of the order database was full.
impact:
  - service: ${service}
    level: outage
causes:
  - { id: C1, kind: trigger, text: A log filled the disk. }
remediation:
  - id: R1
    title: Alert on the volume that holds the orders
    type: detect
    owner: ${owner}
    due: 2026-12-31
    addresses: [C1]
${more}---
`;
}

/** What blocks, in a file and the settings. */
async function judge(
  text: string,
  settings = site,
  others: Record<string, string> = {},
): Promise<Diagnostic[]> {
  const { file, understand } = createWorkspace();
  file('site/site.yaml', settings);
  file(home, text);
  for (const [path, other] of Object.entries(others)) file(path, other);
  return (await understand()).diagnostics.filter(({ blocks }) => blocks);
}

const describe = ({ rule, message, hint }: Diagnostic): string => `${rule}: ${message} → ${hint ?? ''}`;

it.each<[Slip, string, string, string | undefined]>([
  [{ severity: 'Major' }, 'severity `Major`', 'Did you mean `major`?', 'severity: major'],
  [{ severity: 'SEV2' }, 'severity `SEV2`', 'Did you mean `sev-2`?', 'severity: sev-2'],
  [{ severity: 'big outage' }, 'severity `big outage`', 'Did you mean `major`?', 'severity: major'],
  [{ service: 'Checkout' }, 'service `Checkout`', 'Did you mean `checkout`?', 'service: checkout'],
  [{ service: '"TILL"' }, 'service `TILL`', 'Did you mean `checkout`?', 'service: "checkout"'],
  [{ service: 'Order API' }, 'service `Order API`', 'Did you mean `api-eu` or `api-us`?', undefined],
  [{ service: 'chekout' }, 'service `chekout`', 'Did you mean `checkout`?', 'service: checkout'],
  [{ owner: 'Kim' }, 'person or team `Kim`', 'Did you mean `kim`?', 'owner: kim'],
  [{ owner: '"@kim"' }, 'person or team `@kim`', 'Did you mean `kim`?', 'owner: "kim"'],
  [{ owner: '"@kdoe"' }, 'person or team `@kdoe`', 'Did you mean `kim`?', 'owner: "kim"'],
  [
    { owner: 'kim.doe@example.com' },
    'person or team `kim.doe@example.com`',
    'Did you mean `kim`?',
    'owner: kim',
  ],
  [{ owner: 'Lee Park' }, 'person or team `Lee Park`', 'Did you mean `lee`?', 'owner: lee'],
  [{ owner: 'Park, Lee' }, 'person or team `Park, Lee`', 'Did you mean `lee`?', 'owner: lee'],
  [{ owner: 'lee prk' }, 'person or team `lee prk`', 'Did you mean `lee`?', 'owner: lee'],
  [{ owner: 'Lima' }, 'person or team `Lima`', 'Did you mean `ana`?', 'owner: ana'],
  [
    { owner: 'Zoë' },
    'person or team `Zoë`',
    'Known in `people` and `teams` of site/site.yaml: `kim`, `lee`, `ana` and `storage`.',
    undefined,
  ],
  [
    { owner: '~' },
    'person or team `~`',
    'It stands for nothing: remove it, or write what is meant.',
    undefined,
  ],
])('says what %o was meant to be', async (slip, what, hint, mended) => {
  const text = createFile(slip);
  const found = await judge(text);
  expect(found.map(({ message }) => message)).toEqual([`There is no ${what}`]);
  expect(found[0]?.hint).toBe(hint);
  const fixes = found[0]?.fixes ?? [];
  expect(fixes).toHaveLength(mended === undefined ? 0 : 1);
  if (mended === undefined) return;
  const [key = ''] = Object.keys(slip);
  const line = applyEdits(text, fixes[0]?.edits ?? [])
    .split('\n')
    .find((one) => one.includes(`${key}: `));
  expect(line?.trim().replace(/^- /, '')).toBe(mended);
});

it.each<[Slip, string]>([
  [
    { owner: 'kim, lee' },
    '`kim, lee` names more than one person or team → An item has one owner, who sees to it that it is done.',
  ],
  [
    { owner: 'Kim & somebody' },
    '`Kim & somebody` names more than one person or team → An item has one owner, who sees to it that it is done.',
  ],
  [
    { service: 'checkout and search' },
    '`checkout and search` names more than one service → An entry of `impact` is about one service: write an entry for each.',
  ],
  [
    { more: 'authors: ["kim, lee"]\n' },
    '`kim, lee` names more than one person or team → Each has an entry of its own in the list.',
  ],
  [
    { more: 'roles: { scribe: kim / lee }\n' },
    '`kim / lee` names more than one person or team → A role is that of one person.',
  ],
])('says of %o that one is wanted', async (slip, told) => {
  const found = await judge(createFile(slip));
  expect(found.map(({ message, hint }) => `${message} → ${hint ?? ''}`)).toEqual([told]);
  expect(found[0]?.fixes).toBeUndefined();
});

it('mends unasked only what is certain and what no customer sees', async () => {
  const isSafe = async (slip: Slip): Promise<boolean[]> =>
    (await judge(createFile(slip))).flatMap(({ fixes = [] }) => fixes.map(({ safe }) => safe));
  const shown = 'public: { since: 2026-03-20, show: [summary, impact, remediation] }\n';
  expect(await isSafe({ owner: 'Kim' })).toEqual([true]);
  expect(await isSafe({ owner: 'Kim', more: shown })).toEqual([true]);
  // It may be another person.
  expect(await isSafe({ owner: 'kin' })).toEqual([false]);
  expect(await isSafe({ owner: 'Lima' })).toEqual([false]);
  expect(await isSafe({ severity: 'Major' })).toEqual([true]);
  expect(await isSafe({ severity: 'Major', more: shown })).toEqual([false]);
  expect(await isSafe({ service: 'Checkout', more: shown })).toEqual([false]);
});

it('knows the incident that a path or an address names, and the cause in small letters', async () => {
  const related = (id: string): string => `related: [{ id: ${id}, how: follows }]\n`;
  const other = createFile({})
    .replaceAll('2026-03-14', '2025-11-02')
    .replace('Checkout was down', 'Disk full');
  for (const id of [
    'incidents/2025-11-02-disk-full.md',
    '2025-11-02-Disk-Full',
    '../2025-11-02-disk-full/',
  ]) {
    const found = await judge(createFile({ more: related(id) }), site, {
      'incidents/2025-11-02-disk-full.md': other,
    });
    expect(found.map(describe)).toEqual([
      `unknown-incident: There is no incident \`${id}\` → Did you mean \`2025-11-02-disk-full\`?`,
    ]);
  }
  const found = await judge(createFile({}).replace('addresses: [C1]', 'addresses: [c1]'));
  expect(found.map(describe)).toEqual(['unknown-cause: There is no cause `c1` → Did you mean `C1`?']);
});

it('says the same of what the settings name', async () => {
  const found = await judge(
    createFile({}),
    `${site.replace('name: Lee Park', 'name: Lee Park, team: Storage').replace('name: Till', 'name: Till, team: Disks and volumes')}policies:
  - { preset: pagerduty, severity: [Major], service: [chekout] }
`,
  );
  expect(found.map(describe).toSorted()).toEqual([
    'unknown-service: There is no service `chekout` here → Did you mean `checkout`?',
    'unknown-severity: There is no severity `Major` here → Did you mean `major`?',
    'unknown-team: There is no team `Disks and volumes` here → Did you mean `storage`?',
    'unknown-team: There is no team `Storage` here → Did you mean `storage`?',
  ]);
  expect(
    found.flatMap(({ fixes = [] }) => fixes.map(({ title, safe }) => `${title} ${safe}`)).toSorted(),
  ).toEqual(['Write `checkout` false', 'Write `major` true', 'Write `storage` true', 'Write `storage` true']);
});

it('still refuses to define an id otherwise than in small letters', async () => {
  const found = await judge(createFile({}), site.replace('id: lee', 'id: Lee'));
  expect(found.map(({ rule, path }) => `${path} ${rule}`)).toEqual(['site/site.yaml invalid-value']);
});

it('lists the items that may have been meant: of this file, or of the one that is named', async () => {
  const item = (by: string): string => `  - id: R2
    title: Rotate the log
    type: prevent
    state: superseded
    superseded_by: ${by}
`;
  const older = 'incidents/2025-11-02-disk-full.md';
  const other = createFile({}).replaceAll('2026-03-14', '2025-11-02').replaceAll('R1', 'R7');
  const tell = async (by: string): Promise<string[]> =>
    (await judge(createFile({ more: item(by) }), site, { [older]: other })).map(describe);
  expect(await tell('R9')).toEqual([
    'unknown-item: There is no remediation item `R9` in this file → Known in this file: `R1` and `R2`; one of another file is named `<incident id>#R2`.',
  ]);
  expect(await tell('2025-11-02-disk-full#R9')).toEqual([
    'unknown-item: There is no remediation item `2025-11-02-disk-full#R9` → Known in that file: `2025-11-02-disk-full#R7`.',
  ]);
  expect(await tell('2025-11-02-disc-full#R7')).toEqual([
    'unknown-item: There is no remediation item `2025-11-02-disc-full#R7` → There is no incident `2025-11-02-disc-full`: did you mean `2025-11-02-disk-full`?',
  ]);
  expect(await tell('2025-11-02-disk-full#R7')).toEqual([]);
});

it('finds in a moment what took the place of ten thousand items in two thousand files', () => {
  const incidents = Array.from({ length: 2000 }, (_, file) => {
    const remediation = Array.from({ length: 5 }, (__, index) => ({
      id: `R${index}`,
      globalId: `i${file}#R${index}`,
      supersededBy: `i${(file + 1) % 2000}#R${index === 4 ? 9 : index}`,
    }));
    return { id: `i${file}`, remediation, damaged: [] };
  });
  const history = { incidents, ids: new Set(incidents.map(({ id }) => id)) };
  const start = performance.now();
  const found = incidents.flatMap((incident) => [
    // Nothing else of a subject is looked at.
    ...unknownItem.check({ incident, history } as unknown as Subject),
  ]);
  expect(performance.now() - start).toBeLessThan(1500);
  expect(found).toHaveLength(2000);
  expect(found[0]?.message).toBe('There is no remediation item `i1#R9`');
});
