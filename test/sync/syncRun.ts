import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { ItemEdit } from '../../src/commands/itemEdit.js';
import { editRemediation } from '../../src/commands/remediationEdit.js';
import { sync, type SyncOptions } from '../../src/commands/sync.js';
import type { Terminal } from '../../src/commands/terminal.js';
import { Failure } from '../../src/diagnostic/failure.js';
import { createWorkspace, type Workspace } from '../workspace.js';

/** What must be in nothing that anybody can read. */
export const tokens = {
  GITHUB_TOKEN: 'ghs-zqtokenzq-1',
  JIRA_TOKEN: 'jira-zqtokenzq-2',
  JIRA_EMAIL: 'kim@zqmailzq.example',
};

export interface Ran {
  code: number;
  printed: string;
  noted: string;
  /** The line with which it failed; empty where it did not. */
  failed: string;
  /** How long it waited for leave to go on, in milliseconds. */
  waits: number[];
}

export interface More {
  env?: Record<string, string>;
  patience?: number;
}

export const incidentPath = 'incidents/2026-03-14-checkout-down.md';

/** A project with one incident, whose remediation is these lines, and `sync` as these lines of settings say. */
export function createSynced(settings: string, remediation: string): Workspace {
  const workspace = createWorkspace();
  const common = readFileSync(join(workspace.root, 'site/site.yaml'), 'utf8').replace(
    '{ id: kim, name: Kim Doe, team: storage }',
    "{ id: kim, name: Kim Doe, team: storage, handles: { github: KimD, jira: 'acc:kim' } }\n  - { id: lee, name: Lee Fox, team: storage, handles: { github: leef } }\n  - { id: max, name: Max Moe, team: storage }",
  );
  workspace.file('site/site.yaml', `${common}${settings}`);
  workspace.file(incidentPath, incident(remediation));
  return workspace;
}

function incident(remediation: string): string {
  return `---
title: 'Checkout was down'
severity: minor
status: final
started: 2026-03-14 09:05
resolved: 2026-03-14 18:00
summary: "Checkout answered with errors."
impact: [ { service: checkout,   level: outage } ]
causes:
  - { id: C1, kind: root, text: 'A log filled the disk; see @kimd' }
remediation:
${remediation}---

## What happened

A log: filled the disk.
`;
}

/** One item: `item('R1', 'state: open', 'ticket: gh:o/r#1')`. */
export function item(id: string, ...lines: string[]): string {
  return [
    '- id: ' + id,
    '  title: Rotate the log',
    '  type: prevent  # sure',
    ...lines.map((line) => `  ${line}`),
  ]
    .map((line) => `  ${line}\n`)
    .join('');
}

/** The text of the incident file. */
export function textOf({ root }: Workspace): string {
  return readFileSync(join(root, incidentPath), 'utf8');
}

/** The front matter's remediation, as it is written. */
export function itemsOf(workspace: Workspace): string {
  return /\nremediation:\n([\s\S]*?)---\n/.exec(textOf(workspace))?.[1] ?? '';
}

export function snapshotOf({ root }: Workspace): string {
  return readFileSync(join(root, 'site/tickets.json'), 'utf8');
}

/** Runs `sync`; in no test whatever may a token be seen. */
export async function runSync(
  workspace: Workspace,
  options: Partial<Omit<SyncOptions, 'root'>> = {},
  more: More = {},
): Promise<Ran> {
  return run(workspace, more, (terminal) =>
    sync({ root: workspace.root, push: false, dryRun: false, check: false, ...options }, terminal),
  );
}

/** Runs `remediation VERB R1 --push`. */
export async function runEdit(
  workspace: Workspace,
  edit: ItemEdit,
  ids = ['R1'],
  more: More = {},
): Promise<Ran> {
  return run(workspace, more, (terminal) =>
    editRemediation({ root: workspace.root, ids, edit, push: true, dryRun: false }, terminal),
  );
}

async function run(
  workspace: Workspace,
  { env = tokens, patience }: More,
  start: (terminal: Terminal) => Promise<number>,
): Promise<Ran> {
  const [printed, noted]: [string[], string[]] = [[], []];
  const waits: number[] = [];
  const terminal: Terminal = {
    print: (text) => printed.push(text),
    note: (text) => noted.push(text),
    color: false,
    cwd: workspace.root,
    version: '0',
    findAsOf: () => '2026-11-22',
    network: {
      env,
      wait: (milliseconds) => {
        waits.push(milliseconds);
        return Promise.resolve();
      },
      ...(patience === undefined ? {} : { patience }),
    },
  };
  let [code, failed] = [2, ''];
  try {
    code = await start(terminal);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    failed = error.message;
  }
  const ran = { code, printed: printed.join(''), noted: noted.join(''), failed, waits };
  const files = readdirSync(workspace.root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
  const all = [ran.printed, ran.noted, ran.failed, ...files].join('\n');
  for (const secret of [
    ...Object.values(tokens),
    btoa(`${tokens.JIRA_EMAIL}:${tokens.JIRA_TOKEN}`),
    'zqtokenzq',
  ])
    expect(all).not.toContain(secret);
  return ran;
}
