import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createShownTexts } from '../../src/judge/shownText.js';
import { findMeta, parts, unwrap, type FieldMeta } from '../../src/validate/schema/field.js';
import { incidentSchema } from '../../src/validate/schema/incident.js';
import { judgeFiles } from '../gate/gateCase.js';

/*
 * The schema says of every field who sees it. Here each field of it gets a value that stands nowhere else, and what
 * comes out of the gate is searched for it: a field that is added to the schema is tested without another line.
 */

interface Leaf {
  /** E.g. `timeline.text`; lists count as their entry. */
  name: string;
  token: string;
  meta: FieldMeta;
}

/** Fields whose values must be those of others; they cannot carry a token. */
const fixed: Record<string, unknown> = {
  severity: 'major',
  status: 'final',
  timezone: 'Europe/Dublin',
  'impact.service': 'checkout',
  'causes.id': 'C1',
  'remediation.id': 'R1',
  'remediation.state': 'superseded',
  'remediation.addresses': ['C1'],
  'remediation.superseded_by': 'R1',
  'related.id': '2025-11-02-disk-full',
  'public.since': '2026-03-18',
  'public.show': [...parts],
  'public.sections': [],
  'public.withheld': [],
};

/** Fields that are in the way: an address instead of an id; what takes the whole text back. */
const left = new Set(['related.url', 'related.title', 'public.retracted']);

function createData(reworded: boolean): { data: Record<string, unknown>; leaves: Leaf[] } {
  const leaves: Leaf[] = [];
  const create = (schema: z.ZodType, path: readonly string[]): unknown => {
    const name = path.join('.');
    if (left.has(name)) return undefined;
    if (!reworded && path.at(-1) === 'public' && path.length > 1) return undefined;
    if (!reworded && (name === 'public.title' || name === 'public.summary')) return undefined;
    if (name in fixed) return fixed[name];
    const meta = findMeta(schema);
    const bare = unwrapAll(schema);
    if (bare instanceof z.ZodObject) {
      const entries = Object.entries(bare.shape);
      return Object.fromEntries(entries.map(([key, one]) => [key, create(one, [...path, key])]));
    }
    if (bare instanceof z.ZodArray) return [create(bare.element as z.ZodType, path)];
    if (bare instanceof z.ZodRecord) return { scribe: create(bare.valueType as z.ZodType, path) };
    if (bare instanceof z.ZodUnion) return create(bare.options[0] as z.ZodType, path);
    if (bare instanceof z.ZodEnum) return path.at(-1) === 'internal' ? 'false' : String(bare.options[0]);
    if (!meta) throw new Error(`the field ${name} says nothing of itself`);
    const token = createToken(meta, leaves.length);
    if (!schema.safeParse(token).success) throw new Error(`${name} does not take ${token}`);
    leaves.push({ name, token, meta });
    return token;
  };
  return { data: create(incidentSchema, []) as Record<string, unknown>, leaves };
}

/** A value like the first example, but one of its kind. */
function createToken({ text, examples }: FieldMeta, index: number): string {
  const number = String(1001 + index);
  const example = String(examples[0]);
  if (text) return `Token${number}x`;
  if (/^\d+m$/.test(example)) return `${number}m`;
  const day = new Date(Date.UTC(2021, 0, 1 + index)).toISOString().slice(0, 10);
  if (/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$|^day /.test(example))
    return `${day} 03:${String(index % 60).padStart(2, '0')}`;
  if (/^~?\+|^~?\d{4}-\d{2}/.test(example)) return /[ +]/.test(example) ? `${day} 04:05` : day;
  if (/^\d{2}:\d{2}$/.test(example)) return `${day} 05:06`;
  if (/^https?:/.test(example)) return `https://token${number}.example.com/`;
  if (/^[A-Z]+-\d+$/.test(example)) return `TOKEN-${number}`;
  if (example.startsWith('/')) return `/token${number}.html`;
  return `token${number}`;
}

function unwrapAll(schema: z.ZodType): z.ZodType {
  const inner = unwrap(schema);
  return inner ? unwrapAll(inner) : schema;
}

const compare = (a: string | undefined, b: string | undefined): number => ((a ?? '') < (b ?? '') ? -1 : 1);

const path = 'incidents/2026-03-14-token.md';
const other = `---\ntitle: Another\nstarted: 2025-11-02 10:00\nstatus: final\nseverity: minor\npublic: { since: 2025-11-09, show: [summary] }\n---\n`;

function show(data: Record<string, unknown>) {
  const text = `---\n${JSON.stringify(data)}\n---\n`;
  const outcome = judgeFiles([
    { path, text },
    { path: 'incidents/2025-11-02-disk-full.md', text: other },
  ]);
  const incident = outcome.publicHistory.incidents.find((one) => one.id === '2026-03-14-token');
  if (!incident) throw new Error('the incident is not public');
  return { ...outcome, incident, json: JSON.stringify(incident) };
}

describe('the gate lets through what the schema says', () => {
  const { data, leaves } = createData(false);
  const { json, publicHistory } = show(data);
  test.each(leaves)('$name', ({ token, name, meta }) => {
    if (meta.shown === 'never') expect(json).not.toContain(token);
    else expect(json).toContain(token);
    // Old paths are published, as redirects and nowhere else.
    const elsewhere = JSON.stringify({ ...publicHistory, incidents: [], redirects: [] });
    if (meta.shown === 'never') expect(elsewhere).not.toContain(token);
    expect(JSON.stringify(publicHistory.redirects).includes(token)).toBe(name === 'aliases');
  });
});

describe('a public text stands in for the prose of its entry', () => {
  const { data, leaves } = createData(true);
  const { json } = show(data);
  const lists = new Set(
    leaves.filter(({ name }) => name.endsWith('.public')).map(({ name }) => name.split('.')[0]),
  );
  test('in every list that can be said in other words', () => {
    expect([...lists].toSorted(compare)).toEqual(
      [
        'causes',
        'detection',
        'impact',
        'numbers',
        'questions',
        'remediation',
        'timeline',
        'updates',
      ].toSorted(compare),
    );
  });
  test.each(leaves.filter(({ name }) => lists.has(name.split('.')[0])))('$name', ({ name, token, meta }) => {
    const isProse = meta.text === 'inline' || meta.text === 'block' || meta.replaceable === true;
    const isGone = meta.shown === 'never' || (isProse && !name.endsWith('.public'));
    expect(json.includes(token)).toBe(!isGone);
  });
  test('and the title and summary of the block for those of the file', () => {
    const isShown = (wanted: string): boolean =>
      leaves.some(({ name, token }) => name === wanted && json.includes(token));
    expect(['title', 'summary', 'public.title', 'public.summary'].filter(isShown)).toEqual([
      'public.title',
      'public.summary',
    ]);
  });
});

test.each(parts)('without %s in show nothing of it is public', (part) => {
  const { data, leaves } = createData(false);
  const block = data['public'] as Record<string, unknown>;
  const { incident, json } = show({
    ...data,
    public: { ...block, show: parts.filter((one) => one !== part) },
  });
  expect(incident[part]).toBeUndefined();
  for (const { token, meta } of leaves) if (meta.shown === part) expect(json).not.toContain(token);
});

test.each([false, true])('the rules see every text that customers read (reworded: %s)', (reworded) => {
  const { data, leaves } = createData(reworded);
  const { history, documents, json } = show(data);
  const incident = history.incidents.find((one) => one.id === '2026-03-14-token');
  const document = documents.get('2026-03-14-token');
  if (!incident || !document) throw new Error('the incident is gone');
  const seen = new Set(createShownTexts(incident, document, history).map(({ text }) => text));
  const texts = leaves.filter(({ meta }) => meta.text !== undefined);
  const shown = texts.filter(({ token }) => json.includes(token)).map(({ token }) => token);
  expect(shown.length).toBeGreaterThan(15);
  expect(texts.map(({ token }) => token).filter((token) => seen.has(token))).toEqual(shown);
});

test('of a draft only its live parts are public, without sections', () => {
  const { data, leaves } = createData(false);
  const { incident, json, publicHistory } = show({ ...data, status: 'draft' });
  expect(incident.preliminary).toBe(true);
  expect(incident.body.sections).toEqual([]);
  const live = new Set<string>(['always', 'summary', 'impact', 'detection', 'updates', 'provider']);
  for (const { token, meta } of leaves) expect(json.includes(token)).toBe(live.has(meta.shown));
  expect(publicHistory.commitments).toEqual([]);
});

test('of a text that was taken back only its title, its times and the reason are left', () => {
  const { data, leaves } = createData(false);
  const block = data['public'] as Record<string, unknown>;
  const { incident, json } = show({
    ...data,
    public: { ...block, retracted: { date: '2026-04-01', text: 'It was another one.' } },
  });
  expect(incident.retracted?.text).toBe('It was another one.');
  expect(incident.severity).toBeUndefined();
  for (const { token, meta } of leaves) expect(json.includes(token)).toBe(meta.shown === 'always');
});
