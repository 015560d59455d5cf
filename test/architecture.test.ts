import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';

/** The rooms of `src`, in the order in which data walks through them: imports only point back. */
const row =
  'diagnostic time load parse validate settings import model judge audience render proof write sync report commands cli index'.split(
    ' ',
  );

/** What knows more than customers may: nothing that writes what they get imports it. */
const internal =
  /^(?:load|settings|model|judge|validate|render\/internal)\b|^parse\/(?!(?:headingSlug|markdown|safeUrl)\.)/;

/** What is wrong with the imports of one file of `src`, e.g. `model/history.ts`, and with its use of clock and network. */
function findFaults(file: string, text: string): string[] {
  const room = roomOf(file);
  const isPublic = room === 'render' && !file.startsWith('render/internal/');
  const faults = row.includes(room) ? [] : [`${room} is no room of the row`];
  for (const { fileName: name } of ts.preProcessFile(text).importedFiles) {
    const target = name.startsWith('.') ? path.posix.join(path.posix.dirname(file), name) : name;
    const wrong =
      (name.startsWith('.') && row.indexOf(roomOf(target)) > row.indexOf(room)) ||
      (/^(?:node:)?fs(?:\/|$)/.test(name) && room !== 'load' && room !== 'write') ||
      (/^(?:gray-matter|yaml)$/.test(name) && room !== 'parse') ||
      (/^(?:node:)?(?:https?|http2|tls|dgram|dns)(?:\/|$)|^undici$/.test(name) && room !== 'sync') ||
      (isPublic && internal.test(target));
    if (wrong) faults.push(`${file} must not import ${target}`);
  }
  if (/\bfetch\(|\bnew (?:WebSocket|XMLHttpRequest|EventSource)\b/.test(text) && room !== 'sync')
    faults.push(`${file} must not use the network`);
  const readsClock = /\bDate\.now\b|\bnew Date\(\s*\)|\bTemporal\.Now\b|\bperformance\.now\b/.test(text);
  return readsClock && room !== 'cli' ? [...faults, `${file} must not read the clock`] : faults;
}

function roomOf(file: string): string {
  return file.split('/')[0]?.replace(/\.[a-z.]+$/, '') ?? '';
}

it('finds what goes against the row', () => {
  expect(findFaults('model/history.ts', "import type { Rule } from '../judge/rule.js';")).toHaveLength(1);
  expect(findFaults('model/history.ts', "export * from '../judge/rule.js';")).toHaveLength(1);
  expect(findFaults('time/day.ts', "await import('../cli.js');")).toHaveLength(1);
  expect(findFaults('utils/day.ts', '')).toHaveLength(1);
  expect(findFaults('judge/judge.ts', "import { readFile } from 'node:fs/promises';")).toHaveLength(1);
  expect(findFaults('settings/schema.ts', "import { parse } from 'yaml';")).toHaveLength(1);
  for (const room of [
    '../../model/history.js',
    '../../judge/judge.js',
    '../../parse/document.js',
    '../../settings/settings.js',
    '../../load/project.js',
    '../../validate/schema/incident.js',
    '../internal/x.js',
  ])
    expect(findFaults('render/public/home.tsx', `import type { X } from '${room}';`)).toHaveLength(1);
  expect(findFaults('render/page.tsx', "import { x } from './internal/banner.js';")).toHaveLength(1);
  expect(findFaults('model/incident.ts', 'const today = new Date();')).toHaveLength(1);
  expect(findFaults('commands/sync.ts', "await fetch('https://example.com');")).toHaveLength(1);
  expect(findFaults('model/ticketSystem.ts', "import { request } from 'node:https';")).toHaveLength(1);
  expect(findFaults('sync/client.ts', "import { request } from 'node:https'; await fetch('x');")).toEqual([]);
  const allowed =
    "import { readFileSync } from 'node:fs'; import type { Range } from '../diagnostic/place.js';";
  expect(findFaults('load/project.ts', `${allowed} new Date(0);`)).toEqual([]);
  expect(findFaults('cli.ts', "await import('./commands/build.js'); Date.now();")).toEqual([]);
});

it('holds in src', () => {
  const src = path.resolve(import.meta.dirname, '../src');
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).map((file) =>
    file.replaceAll(path.sep, '/'),
  );
  const modules = files.filter(
    (file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts') && !file.startsWith('client/'),
  );
  expect(modules.length).toBeGreaterThan(20);
  expect(modules.flatMap((file) => findFaults(file, readFileSync(path.join(src, file), 'utf8')))).toEqual([]);
});
