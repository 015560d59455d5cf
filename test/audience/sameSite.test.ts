import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createPublicHistory } from '../../src/audience/createPublicHistory.js';
import { isBlocked, understandProject } from '../../src/commands/project.js';
import { createBuildRecord } from '../../src/render/buildRecord.js';
import { renderInternalSite } from '../../src/render/internal/internalSite.js';
import type { Output } from '../../src/render/output.js';
import { renderPublicSite } from '../../src/render/public/publicSite.js';
import { createFiles, plain, variations, type Variation } from './variation.js';

/*
 * Non-interference, to the last byte: from the files of a project on disk to those of its sites, in memory. The public ones
 * are the same whatever is internal; the internal ones are not, or nothing was varied.
 */

const record = { asOf: '2026-11-22', version: '0' };

async function build(one: Variation): Promise<{ shown: Map<string, string>; inside: string }> {
  const root = mkdtempSync(path.join(tmpdir(), 'afterword-'));
  try {
    for (const [file, content] of createFiles(one)) {
      const target = path.join(root, file);
      mkdirSync(path.dirname(target), { recursive: true });
      writeFileSync(target, content);
      utimesSync(target, one.order[0] ?? 0, one.order[1] ?? 0);
    }
    const understood = await understandProject(root, () => record.asOf);
    const { history, documents, diagnostics, pictures, carried, project } = understood;
    const stops = diagnostics.filter((found) => isBlocked([found]));
    expect(stops.map(({ path: file, rule, message }) => `${file} ${rule} ${message}`)).toEqual([]);
    if (!history) throw new Error('nothing was understood');
    const publicHistory = createPublicHistory(history, documents, { pictures, theme: project.theme?.text });
    const outputs = [...renderPublicSite(publicHistory), ...carried];
    const shown = [...outputs, createBuildRecord('api/build.json', outputs, record)];
    const internal = renderInternalSite({ history, diagnostics, documents, publicHistory, pictures });
    return {
      shown: new Map(shown.map((output) => [output.path, digest([output])])),
      inside: digest(internal),
    };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function digest(outputs: readonly Output[]): string {
  const hash = createHash('sha256');
  for (const output of outputs) hash.update(output.path).update(output.content);
  return hash.digest('hex');
}

test('whatever is internal, every name and byte of the public site is the same', async () => {
  const expected = await build(plain);
  expect([...expected.shown.keys()]).toEqual(
    expect.arrayContaining([
      'incidents/2026-03-14-checkout/index.html',
      'incidents/2025-11-02-disk-full/index.html',
      'incidents/2026-11-20-going-on/index.html',
      'incidents/2024-05-05-taken-back/index.html',
      'news/checkout.html',
      'about.txt',
    ]),
  );
  expect([...expected.shown.keys()].join('\n')).toMatch(/assets\/[\da-f]{16}\.png/);
  const insides = new Set([expected.inside]);
  for (const one of fc.sample(variations, { numRuns: 50, seed: 7 })) {
    const { shown, inside } = await build(one);
    expect(Object.fromEntries(shown), JSON.stringify(one)).toEqual(Object.fromEntries(expected.shown));
    insides.add(inside);
  }
  expect(insides.size).toBe(51);
}, 180_000);
