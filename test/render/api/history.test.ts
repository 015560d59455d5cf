import path from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { createPublicHistory } from '../../../src/audience/createPublicHistory.js';
import { understandProject } from '../../../src/commands/project.js';
import { printSchema } from '../../../src/commands/schema.js';
import { renderPublicSite } from '../../../src/render/public/publicSite.js';
import { listMachineFiles } from '../../../src/render/public/machineFiles.js';
import { hostile } from '../hostile.js';
import { block, body, commitment, day, impact, incident, inline, render, when } from '../history.js';

const repository = path.resolve(import.meta.dirname, '../../..');

interface Year {
  year: number | null;
  incidents: Record<string, unknown>[];
}

function compile(schema: string): ValidateFunction {
  const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false });
  (addFormats as unknown as (one: Ajv2020) => void)(ajv);
  return ajv.compile(JSON.parse(schema) as object);
}

describe('the history as data', () => {
  it.each([
    ['our own example', repository],
    ['northwind', path.join(repository, 'test/sites/northwind')],
    ['the smallest', path.join(repository, 'test/sites/smallest')],
    ['an empty one', path.join(repository, 'test/sites/empty')],
  ])(
    'is what its schema says, of %s, and whole',
    async (_, root) => {
      const { history, documents, pictures } = await understandProject(root, () => '2026-11-22');
      if (!history) throw new Error('The project cannot be read');
      const shown = createPublicHistory(history, documents, { pictures });
      const outputs = renderPublicSite(shown);
      const files = new Map(outputs.map((output) => [output.path, String(output.content)]));
      const validate = compile(files.get('api/schema.json') ?? '');
      const index = JSON.parse(files.get('api/history.json') ?? '') as { years: { url: string; year: number | null; incidents: number; commitments: number }[] }; // prettier-ignore
      expect(validate(index), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
      const ids: string[] = [];
      for (const { url, year, ...counts } of index.years) {
        const content = JSON.parse(files.get(url.replace(shown.site.url, '')) ?? '') as Year;
        expect(validate(content), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
        expect(content.year).toBe(year);
        expect(content.incidents).toHaveLength(counts.incidents);
        expect(content.incidents.flatMap((one) => (one.remediation ?? []) as unknown[])).toHaveLength(
          counts.commitments,
        );
        ids.push(...content.incidents.map(({ id }) => String(id)));
      }
      expect(ids.toSorted()).toEqual(shown.incidents.map(({ id }) => id).toSorted());
      // What is listed without rendering is what is rendered.
      const paths = new Set(files.keys());
      expect(listMachineFiles(shown).filter((one) => !paths.has(one))).toEqual([]);
      expect([...paths].filter((one) => /^(?:api|feeds)\/|^history\.|\.ics$/.test(one)).toSorted()).toEqual(listMachineFiles(shown).toSorted()); // prettier-ignore
      // The same history gives the same bytes.
      const again = renderPublicSite(shown).filter((output) => listMachineFiles(shown).includes(output.path));
      expect(again.filter((output) => files.get(output.path) !== output.content)).toEqual([]);
    },
    60_000,
  );

  it('has a schema that refuses what is not told', () => {
    const site = render({ incidents: [incident()] });
    const validate = compile(site.file('api/schema.json'));
    const year = JSON.parse(site.file('api/history/2026.json')) as Year;
    expect(validate(year)).toBe(true);
    expect(validate({ ...year, incidents: year.incidents.map((one) => ({ ...one, owner: 'kim' })) })).toBe(
      false,
    );
    expect(validate({ ...year, version: 2 })).toBe(false);
  });

  it('has the schema that the command prints', () => {
    const printed: string[] = [];
    const terminal = { print: (text: string) => printed.push(text), note: () => undefined, color: false, cwd: '/', version: '0', findAsOf: () => '2026-11-22' }; // prettier-ignore
    printSchema('history', '2020-12', terminal);
    expect(JSON.parse(printed.join(''))).toEqual(JSON.parse(render({}).file('api/schema.json')));
  });

  it('tells times as far as they are known, and not in the words of the author', () => {
    const started = { ...when('~2026-07-14 09:05'), words: '+17m' };
    const site = render({
      incidents: [
        incident({ started, zone: 'Europe/Dublin' }),
        incident({ id: 'x', year: undefined, started: { ...when('2026-07-14 09:05'), axis: 'days' } }),
        incident({ id: 'y', started: { ...when('2026-03-14 09:05'), zone: 'unknown' } }),
      ],
    });
    const [told, clock] = (JSON.parse(site.file('api/history/2026.json')) as Year).incidents;
    expect(told?.started).toEqual({
      text: 'about 09:05 on 14 July 2026',
      earliest: '2026-07-14T07:35:00Z',
      latest: '2026-07-14T08:35:00Z',
      at: '2026-07-14T08:05:00Z',
      precision: 'minute',
      about: true,
      zone: 'Europe/Dublin',
    });
    // Nobody knows whose clock it was, so it is not said to be that of UTC.
    expect(clock?.started).toMatchObject({ earliest: '2026-03-14T09:05:00', zone: 'unknown' });
    const [undated] = (JSON.parse(site.file('api/history/undated.json')) as Year).incidents;
    expect(undated?.started).toMatchObject({ earliest: null, latest: null, at: null });
  });

  it('tells texts as their words, and as HTML where there is more to them', () => {
    const site = render({
      incidents: [
        incident({
          summary: inline('The *disk* & [others](https://example.com/)'),
          impact: [impact({ note: inline('Plain.') })],
          questions: [{ date: day('2026-03-20'), question: inline('Why?'), answer: block('- so\n- and so') }],
          remediation: [commitment('R1', { due: day('2026-Q2'), done: 'unknown', state: 'done' })],
          body: body('## What happened\n\nIt was [full](/commitments/ "a title that nobody sees").'),
        }),
      ],
    });
    const [told] = (JSON.parse(site.file('api/history/2026.json')) as Year).incidents;
    expect(told?.summary).toEqual({
      text: 'The disk & others',
      html: 'The <em>disk</em> &#x26; <a href="https://example.com/">others</a>',
    });
    expect(told?.impact).toMatchObject([
      { note: { text: 'Plain.' }, service: { id: 'checkout', name: 'Checkout' } },
    ]);
    expect(told?.questions).toMatchObject([
      { answer: { html: expect.stringContaining('<li>so</li>') as string } },
    ]);
    expect(told?.remediation).toMatchObject([
      { due: { text: 'Q2 2026', last: '2026-06-30' }, done: 'unknown' },
    ]);
    expect(told?.duration).toEqual({ text: '4 h 57 min', min: 17_820, max: 17_820 });
    const { html } = (told as { body: { html: string } }).body;
    expect(html).toContain('<a href="../../commitments/">full</a>');
    expect(site.page('incidents/2026-03-14-disk/')).toContain(html);
    expect(JSON.stringify(told)).not.toContain('nobody sees');
  });

  it('carries hostile words as words', () => {
    const text = render({ incidents: [incident({ title: hostile, summary: inline(hostile) })] }).file(
      'api/history/2026.json',
    );
    expect(text).not.toMatch(/[<\u2028\u2029\0]/);
    const [told] = (JSON.parse(text) as Year).incidents;
    expect(told?.title).toBe(hostile);
    expect((told as { summary: { html: string } }).summary.html).not.toContain('<script');
  });
});
