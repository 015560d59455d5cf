import { existsSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { createHollowHistory } from '../../src/audience/hollowHistory.js';
import { createPublicHistory } from '../../src/audience/createPublicHistory.js';
import type { PublicHistory } from '../../src/audience/publicHistory.js';
import { build } from '../../src/commands/build.js';
import { understandProject, type Understood } from '../../src/commands/project.js';
import { forbiddenTexts } from '../../src/judge/leak/forbiddenText.js';
import { findShownLeaks } from '../../src/judge/leak/shownLeak.js';
import { createShownTexts } from '../../src/judge/shownText.js';
import { checkSettingsTexts } from '../../src/judge/settingsText.js';
import { provePublic, type Proof } from '../../src/proof/prove.js';
import { readOutput } from '../../src/proof/reading.js';
import type { Output } from '../../src/render/output.js';
import { renderPublicSite } from '../../src/render/public/publicSite.js';
import type { Settings } from '../../src/settings/settings.js';
import { createSettings } from '../../src/settings/createSettings.js';
import { createWorkspace } from '../workspace.js';

/** The first lock, taken off for one test. */
const lock = vi.hoisted(() => ({ isOff: false }));
vi.mock(import('../../src/judge/rules/gate/personName.js'), async (load) => {
  const { personName } = await load();
  return {
    personName: { ...personName, check: (subject) => (lock.isOff ? [] : personName.check(subject)) },
  };
});

const northwind = path.join(import.meta.dirname, '../sites/northwind');

let understood: Understood;
let history: PublicHistory;
let settings: Settings;
let site: Output[];

beforeAll(async () => {
  understood = await understandProject(northwind, () => '2026-11-22');
  if (!understood.history) throw new Error('northwind cannot be read');
  ({ settings } = understood.history);
  history = createPublicHistory(understood.history, understood.documents, { pictures: understood.pictures });
  site = renderPublicSite(history);
}, 30_000);

/** What comes of the last look at some files. */
function prove(outputs: readonly Output[], changed: Partial<Settings> = {}): string | undefined {
  const proof: Proof = {
    settings: { ...settings, ...changed },
    findSecrets: understood.findSecrets,
    signed: history.incidents.flatMap(({ signed }) => signed ?? []),
    renderHollow: () => renderPublicSite(createHollowHistory(history)),
  };
  try {
    provePublic(outputs, proof);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

/** The site, as it would be if the gate let a text through. */
function leak(text: string, field: 'title' | 'summary' | 'signed' = 'title'): Output[] {
  const [first] = history.incidents;
  if (!first) throw new Error('northwind has no incident');
  // The rest of the site is as it was, and need not be rendered each time.
  return renderPublicSite({ ...history, incidents: [{ ...first, [field]: text }] });
}

describe('what got past the gate by a mistake of ours', () => {
  it('is nothing of northwind', () => {
    expect(prove(site)).toBeUndefined();
  });

  it.each([
    ['a name', 'The call of Aoife  Brennan', 'the name of a colleague'],
    ['a name in an address', 'See [it](https://example.com/?who=Aoife%20Brennan)', 'the name of a colleague'],
    ['a name in two pieces', 'Aoife **Brennan** called', 'the name of a colleague'],
    ['an e-mail address', 'Write to aoife.brennan@northwind.example', 'the name of a colleague'],
    ['a handle', 'As twilk said', 'the name of a colleague'],
    ['a host', 'db1.corp.northwind.example is full', 'something that `forbidden` names'],
    ['a network', 'At 10.1.2.3 nothing answers', 'something that `forbidden` names'],
    ['a word', 'HALYARD said so', 'something that `forbidden` names'],
    ['a secret', `password=${'hunter2'.repeat(2)}`, 'a password'],
  ])('%s is in no file', (_, text, kind) => {
    const said = prove(leak(text, 'summary'));
    expect(said).toContain(`would hold ${kind}, which no rule has found. This is a mistake of Afterword`);
    for (const word of text.split(/\W+/).filter((one) => one.length > 6 && !kind.includes(one)))
      expect(said).not.toContain(word);
  });

  it('is not told by the path either', () => {
    const said = prove([
      { path: 'incidents/2026-aoife-brennan/index.html', content: site[0]?.content ?? '' },
    ]);
    expect(said).toMatch(/^A file of the public site would hold the name of a colleague/);
  });

  it('may name who signs, in that line and nowhere else', () => {
    const text = 'Aoife Brennan, Head of Ordering';
    const [first, ...rest] = history.incidents;
    if (!first) throw new Error('northwind has no incident');
    const lines = rest.flatMap(({ signed: line }) => line ?? []);
    const signed = { ...history, incidents: [{ ...first, signed: text }, ...rest] };
    const proof = {
      settings,
      findSecrets: understood.findSecrets,
      signed: [text, ...lines],
      renderHollow: () => [],
    };
    expect(() => provePublic(renderPublicSite(signed), proof)).not.toThrow();
    const twice = { ...signed, incidents: [{ ...first, signed: text, title: `By ${text}` }, ...rest] };
    expect(() => provePublic(renderPublicSite(twice), proof)).toThrow(/the name of a colleague/);
  });

  it('has no page of an internal service', () => {
    const services = [...history.services, { id: 'slipway', name: 'X', group: undefined, since: undefined }];
    expect(prove(renderPublicSite({ ...history, services }))).toContain(
      'An internal service would have a page',
    );
  });

  it('is not published, and ends the command', async () => {
    const { file, root } = createWorkspace();
    file(
      'incidents/2026-03-14-down.md',
      '---\ntitle: Checkout was down\nseverity: major\nstarted: 2026-03-14 09:00\nresolved: 2026-03-14 10:00\nstatus: final\nsummary: Kim Doe restarted it.\nimpact: [{ service: checkout, level: outage }]\npublic: { since: 2026-03-20, show: [summary, impact] }\n---\n',
    );
    const said: string[] = [];
    const note = (text: string): void => void said.push(text);
    const terminal = {
      print: note,
      note,
      color: false,
      cwd: root,
      version: '0',
      findAsOf: () => '2026-11-22',
    };
    const run = () => build({ root, out: undefined, publicOnly: false, strict: false }, terminal);
    expect(await run()).toBe(1);
    expect(said.join('')).toContain('person-name');
    lock.isOff = true;
    try {
      await expect(run()).rejects.toThrow(/would hold the name of a colleague, which no rule has found/);
    } finally {
      lock.isOff = false;
    }
    expect(existsSync(path.join(root, 'out/public'))).toBe(false);
    expect(existsSync(path.join(root, 'out/internal'))).toBe(false);
  });
});

describe('what somebody forbids', () => {
  it('is found by `check` first, or is a word of our own: nobody is told of a mistake that is none', () => {
    const words = new Set<string>();
    for (const output of site) {
      for (const reading of readOutput(output, 'public').readings)
        for (const [word] of reading.matchAll(/[\p{L}\p{N}][\p{L}\p{N}'’-]*[\p{L}\p{N}]/gu))
          words.add(word.toLowerCase());
    }
    expect(words.size).toBeGreaterThan(1500);
    // Ids that are made of a digest are nobody's words.
    const forbidden = [...words].filter((word) => !/^[a-z\d]{12}$/.test(word));
    // All at once is what one at a time would be: what is found is found by its own word.
    const changed = { ...settings, forbidden };
    const first = new Set<string>();
    const source = createSettings(understood.project.settings).source;
    for (const { message } of checkSettingsTexts(changed, source, understood.findSecrets))
      first.add(/“(.+?)” is forbidden/.exec(message)?.[1]?.toLowerCase() ?? '');
    for (const incident of understood.history?.incidents ?? []) {
      const document = understood.documents.get(incident.id);
      if (!document || !understood.history) continue;
      for (const shown of createShownTexts(incident, document, {
        ...understood.history,
        settings: changed,
      })) {
        for (const { message } of findShownLeaks(shown, forbiddenTexts, changed))
          first.add(/“([^]+?)” is forbidden/.exec(message)?.[1]?.toLowerCase() ?? '');
      }
    }
    const ofAuthors = forbidden.filter((word) => first.has(word));
    const ofOurs = forbidden.filter((word) => !first.has(word));
    expect(ofAuthors.length).toBeGreaterThan(800);
    expect(ofOurs.length).toBeGreaterThan(100);
    expect(prove(site, { forbidden: ofOurs })).toBeUndefined();
    expect(prove(site, { forbidden: ofAuthors })).toBeDefined();
  }, 60_000);

  it('may be what we say ourselves', () => {
    const ours = ['Incidents', 'Outage', 'promised', 'March', 'stylesheet', '2026', 'as of'];
    expect(prove(site, { forbidden: ours })).toBeUndefined();
    const handles = Object.fromEntries(ours.map((word) => [word, word]));
    expect(prove(site, { people: [{ id: 'x', name: 'No One', handles }] })).toBeUndefined();
  });
});
