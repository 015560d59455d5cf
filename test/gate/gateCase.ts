import { normalize } from 'node:path/posix';
import { createPublicHistory } from '../../src/audience/createPublicHistory.js';
import type { PublicHistory, PublicIncident } from '../../src/audience/publicHistory.js';
import { compareDiagnostics, type Diagnostic } from '../../src/diagnostic/diagnostic.js';
import { judge } from '../../src/judge/judge.js';
import { loadFindSecrets } from '../../src/judge/leak/secret.js';
import { gateRules } from '../../src/judge/rules/gate/gateRules.js';
import type { SourceFile } from '../../src/load/sourceFile.js';
import { createHistory } from '../../src/model/createHistory.js';
import type { Valid } from '../../src/model/valid.js';
import type { History } from '../../src/model/history.js';
import { parseDocument, type Document } from '../../src/parse/document.js';
import { createSettings } from '../../src/settings/createSettings.js';
import type { Settings } from '../../src/settings/settings.js';
import { incidentSchema } from '../../src/validate/schema/incident.js';
import { validate } from '../../src/validate/validate.js';

/** What finds secrets, loaded once for all cases. */
const findSecrets = await loadFindSecrets(['PRIVATE KEY']);

/** The day of all cases. */
const asOf = '2026-11-22';

/** The settings of all cases. */
const site = `format: 1
title: Example incident history
url: https://status.example.com/base/
timezone: Europe/Dublin
severities:
  - { id: major, label: Major outage, major: true }
  - { id: minor, label: Minor disruption }
services:
  - { id: checkout, name: Checkout, group: Shop, team: storage }
  - { id: search, name: Search }
  - { id: ledger-reports, name: Ledger database reports }
  - { id: ledger-db, name: Ledger database, internal: true }
  - { id: slipway, name: Slipway, internal: true }
teams: [{ id: storage, name: Storage }]
people:
  - { id: kim, name: Kim Doe, team: storage, email: kim@example.com, handles: { github: kimd, slack: U123 } }
forbidden: ['*.corp.example.com', 10.0.0.0/8, Acme Ltd]
tickets: { PAY: 'https://bugs.example.com/browse/PAY-{id}' }
sync: { github: { repo: example/private, token_env: GITHUB_TOKEN } }
`;

/** The other incidents that cases can speak of: one is public, one never, one only later. */
export const others: SourceFile[] = [
  {
    path: 'incidents/2025-11-02-disk-full.md',
    text: createFile('A disk was full', 'public: { since: 2025-11-09, show: [summary] }'),
  },
  { path: 'incidents/2025-12-01-secret.md', text: createFile('Nobody knows of this') },
  {
    path: 'incidents/2026-02-02-later.md',
    text: createFile('This one comes later', 'public: { since: 2027-01-01, show: [summary] }'),
  },
];

function createFile(title: string, more = ''): string {
  return `---\ntitle: ${title}\nseverity: minor\nstatus: final\nstarted: 2025-11-02 10:00\nresolved: 2025-11-02 11:00\nsummary: It was short.\nimpact: [{ service: search, level: degraded }]\n${more}\n---\n`;
}

/** What became of some files. */
export interface Outcome {
  /** Everything that was said: of the files themselves, and by all rules. */
  diagnostics: Diagnostic[];
  history: History;
  publicHistory: PublicHistory;
  documents: ReadonlyMap<string, Document>;
}

/** Reads, checks and judges files of a project with the settings above, and shows them to customers. */
export function judgeFiles(files: readonly SourceFile[], settings: Settings = createSite()): Outcome {
  const read = files.map(readFile);
  const diagnostics = read.flatMap((one) => one.diagnostics);
  const valid = read.flatMap((one) => one.valid ?? []);
  const documents = new Map(valid.map(({ document }) => [document.id, document]));
  const created = createHistory(valid, new Set(documents.keys()), settings, asOf);
  const { history } = created;
  diagnostics.push(...created.diagnostics);
  diagnostics.push(
    ...judge({
      history,
      documents,
      fileExists: (path) => normalize(path) === 'runbooks/disk.md',
      findSecrets,
    }),
  );
  return {
    diagnostics: diagnostics.toSorted(compareDiagnostics),
    history,
    documents,
    publicHistory: createPublicHistory(history, documents),
  };
}

interface Read {
  valid: Valid | undefined;
  diagnostics: Diagnostic[];
}

const known = new Map<SourceFile, Read>();

/** Reads one file; the others of the project stand in every case, and are read once. */
function readFile(file: SourceFile): Read {
  const before = known.get(file);
  if (before) return before;
  const { document, diagnostics } = parseDocument(file);
  const validated = document && validate(incidentSchema, document, /^x-/);
  const read: Read = {
    valid: document &&
      validated?.value && { document, frontMatter: validated.value, damaged: validated.damaged },
    diagnostics: [...diagnostics, ...(validated?.diagnostics ?? [])],
  };
  if (others.includes(file)) known.set(file, read);
  return read;
}

let settingsOfCases: Settings | undefined;

/** The settings above, read. */
function createSite(): Settings {
  return (settingsOfCases ??= readSite());
}

function readSite(): Settings {
  const { settings } = createSettings({ path: 'site/site.yaml', text: site });
  if (!settings) throw new Error('the settings of the cases are broken');
  return settings;
}

const gateIds = new Set(gateRules.map((rule) => rule.id));

/** What a case leads to, as text: what the gate's rules and blocking ones say, else what customers read. */
export function describeCase(text: string): string {
  const path = 'incidents/2026-03-14-case.md';
  const { diagnostics, publicHistory } = judgeFiles([{ path, text }, ...others]);
  const said = diagnostics.filter((one) => one.path === path && (gateIds.has(one.rule) || one.blocks));
  if (said.length > 0) return said.map(describe).join('');
  const shown = publicHistory.incidents.find((one) => one.id === '2026-03-14-case');
  return shown ? describeShown(shown) : 'not public\n';
}

function describe({ place, rule, message }: Diagnostic): string {
  return `${place?.start.line ?? 0}:${place?.start.column ?? 0} ${rule} ${message}\n`;
}

/** Every text of a public incident, each with the way to it; then its body as it is. */
function describeShown(incident: PublicIncident): string {
  const lines: string[] = ['public\n'];
  const walk = (value: unknown, path: string): void => {
    if (path === 'id' || path === 'audience' || path === 'body' || path === 'zone') return;
    if (typeof value === 'string') lines.push(`${path}: ${value.trimEnd()}\n`);
    if (typeof value !== 'object' || value === null) return;
    if ('words' in value) return void lines.push(`${path}: ${String(value.words)}\n`);
    for (const [key, entry] of Object.entries(value)) walk(entry, path === '' ? key : `${path}.${key}`);
  };
  walk(incident, '');
  return lines.join('') + (incident.body.text === '' ? '' : `---\n${incident.body.text}`);
}
