import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Statuspage } from 'statuspage.io';
import type { PublicHistory, PublicIncident } from '../../../src/audience/publicHistory.js';
import { createIds } from '../../../src/render/public/api/hashId.js';
import { hostile } from '../hostile.js';
import { body, day, impact, incident, inline, major, render, service, when } from '../history.js';

interface Update {
  id: string;
  status: string;
  body: string;
  display_at: string;
  affected_components: { code: string; name: string; old_status: string; new_status: string }[] | null;
}

interface Incident extends Record<string, unknown> {
  id: string;
  name: string;
  status: string;
  impact: string;
  incident_updates: Update[];
}

interface File {
  page: Record<string, unknown>;
  status: { indicator: string; description: string };
  components: { id: string; name: string; status: string; group: boolean; group_id: string | null; components?: string[] }[]; // prettier-ignore
  incidents: Incident[];
  scheduled_maintenances: Incident[];
}

const read = (changes: Partial<PublicHistory>, name: string): File =>
  JSON.parse(render(changes).file(`api/v2/${name}.json`)) as File;
const listed = (changes: Partial<PublicIncident>): Incident | undefined =>
  read({ incidents: [incident(changes)] }, 'incidents').incidents[0];

const updates = [
  { at: when('2026-03-14 09:45'), state: 'investigating', text: inline('We *look*.') },
  { at: when('2026-03-14 10:00'), state: 'update', text: inline('Still.') },
  { at: when('2026-03-14 13:00'), state: 'monitoring', text: inline('Better.') },
];
const report = body('## What happened\n\nIt was full.');
const ongoing = { ongoing: true, mitigated: undefined, resolved: undefined, duration: undefined };
const open = { ...ongoing, impact: [impact({ to: undefined })] };
const window = { from: when('2026-12-06 05:00'), to: when('2026-12-06 07:30'), announced: undefined };
const planned = incident({
  id: '2026-12-06-move',
  title: 'The move',
  kind: 'maintenance',
  scheduled: window,
  started: window.from,
  mitigated: undefined,
  resolved: undefined,
  duration: undefined,
  since: day('2026-11-20'),
});

/** Serves the files of a site as any host does, for the length of a test. */
async function serve(changes: Partial<PublicHistory>): Promise<Statuspage> {
  const { files } = render(changes);
  const server = createServer(({ url = '' }, response) => {
    const content = files.get(url.slice(1));
    response.writeHead(content === undefined ? 404 : 200, { 'content-type': 'application/json' });
    response.end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
  });
  const client = new Statuspage('page');
  client.setApiUrl(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  return client;
}

describe('a client of Statuspage', () => {
  it('reads every file', async () => {
    const past = incident({ id: 'past', updates, body: report, impact: [impact()] });
    const { api } = await serve({ incidents: [planned, incident({ id: 'now', ...open }), past] });
    const summary = await api.getSummary();
    expect(summary.page).toMatchObject({ name: 'Example history', url: 'https://status.example.com/base', time_zone: 'Europe/Dublin' }); // prettier-ignore
    expect(summary.status.indicator).toBe('major');
    expect(summary.incidents.map(({ status }) => status)).toEqual(['investigating']);
    expect(summary.scheduled_maintenances.map(({ name }) => name)).toEqual(['The move']);
    expect((await api.getStatus()).status).toEqual(summary.status);
    const { components } = await api.getComponents();
    expect(components.map(({ name, status }) => [name, status])).toEqual([
      ['Checkout', 'major_outage'],
      ['Search', 'operational'],
    ]);
    const { incidents } = await api.incidents.getAll();
    expect(incidents.map(({ status }) => status).toSorted()).toEqual(['investigating', 'postmortem']);
    expect((await api.incidents.getUnresolved()).incidents.map(({ id }) => id)).toEqual([
      summary.incidents[0]?.id,
    ]);
    // What the client asks for is the same file, whichever of the three one wants.
    const { scheduled_maintenances: maintenances } = await api.scheduledMaintenances.getUpcoming();
    expect(maintenances[0]).toMatchObject({
      status: 'scheduled',
      impact: 'maintenance',
      scheduled_for: '2026-12-06T05:00:00.000Z',
      scheduled_until: '2026-12-06T07:30:00.000Z',
    });
  });
});

describe('the API', () => {
  it('has every key that Statuspage has', () => {
    const site = { incidents: [incident({ updates, impact: [impact()] }), planned], services: [service('checkout', { group: 'Shop' })] }; // prettier-ignore
    const { incidents, page } = read(site, 'incidents');
    expect(Object.keys(page)).toEqual(['id', 'name', 'url', 'time_zone', 'updated_at']);
    const keys = ['id', 'name', 'status', 'created_at', 'updated_at', 'monitoring_at', 'resolved_at', 'impact', 'shortlink', 'started_at', 'page_id', 'incident_updates', 'components', 'reminder_intervals']; // prettier-ignore
    expect(Object.keys(incidents[0] ?? {})).toEqual(keys);
    expect(Object.keys(incidents[0]?.incident_updates[0] ?? {})).toEqual(['id', 'status', 'body', 'incident_id', 'created_at', 'updated_at', 'display_at', 'affected_components', 'deliver_notifications', 'custom_tweet', 'tweet_id']); // prettier-ignore
    expect(Object.keys(read(site, 'scheduled-maintenances').scheduled_maintenances[0] ?? {})).toEqual([...keys, 'scheduled_for', 'scheduled_until']); // prettier-ignore
    const [group, member] = read(site, 'components').components;
    const own = ['id', 'name', 'status', 'created_at', 'updated_at', 'position', 'description', 'showcase', 'start_date', 'group_id', 'page_id', 'group', 'only_show_if_degraded']; // prettier-ignore
    expect(Object.keys(member ?? {})).toEqual(own);
    expect(Object.keys(group ?? {})).toEqual([...own, 'components']);
    expect(group).toMatchObject({ name: 'Shop', group: true, components: [member?.id] });
    expect(member).toMatchObject({ name: 'Checkout', group: false, group_id: group?.id });
    expect(incidents[0]?.components).toEqual([member]);
    expect(Object.keys(read(site, 'summary')).toSorted()).toEqual(['components', 'incidents', 'page', 'scheduled_maintenances', 'status']); // prettier-ignore
  });

  it('tells updates newest first, and a report as one of them', () => {
    const told = listed({
      updates,
      body: report,
      summary: inline('The *disk* was full.'),
      impact: [impact()],
    });
    expect(told?.status).toBe('postmortem');
    expect(told?.incident_updates.map(({ status, display_at: at, body: text }) => [status, at, text])).toEqual([
      ['postmortem', '2026-03-18T00:00:00.000Z', 'The disk was full.\n\nThe report: https://status.example.com/base/incidents/2026-03-14-disk/'],
      ['resolved', '2026-03-14T14:02:00.000Z', 'This incident has been resolved.'],
      ['monitoring', '2026-03-14T13:00:00.000Z', 'Better.'],
      ['investigating', '2026-03-14T10:00:00.000Z', 'Still.'],
      ['investigating', '2026-03-14T09:45:00.000Z', 'We look.'],
    ]); // prettier-ignore
    const affected = told?.incident_updates.map((one) => one.affected_components?.map((part) => [part.old_status, part.new_status])); // prettier-ignore
    expect(affected).toEqual([
      undefined,
      [['major_outage', 'operational']],
      [['major_outage', 'major_outage']],
      [['major_outage', 'major_outage']],
      [['operational', 'major_outage']],
    ]);
  });

  it('says how bad it is as the settings do, else by what it did', () => {
    expect(listed({ severity: { ...major, statuspage: 'critical' } })?.impact).toBe('critical');
    expect(listed({ severity: major })?.impact).toBe('major');
    expect(listed({ severity: { ...major, major: false } })?.impact).toBe('minor');
    expect(listed({ severity: undefined, impact: [impact()] })?.impact).toBe('major');
    expect(listed({ severity: undefined })?.impact).toBe('none');
    expect(listed({ kind: 'near-miss' })?.impact).toBe('none');
  });

  it('tells of components what goes on and has not ended', () => {
    const statusOf = (changes: Partial<PublicIncident>) =>
      read({ incidents: [incident({ ...ongoing, ...changes })] }, 'components').components[0]?.status;
    expect(statusOf({ impact: [impact({ to: undefined, level: 'partial' })] })).toBe('partial_outage');
    expect(statusOf({ impact: [impact({ to: undefined, level: 'degraded' })] })).toBe('degraded_performance');
    expect(statusOf({ impact: [impact({ to: undefined, level: 'exposure' })] })).toBe('operational');
    expect(statusOf({ impact: [impact()] })).toBe('operational');
    expect(statusOf({ impact: [impact({ to: undefined })], kind: 'maintenance' })).toBe('under_maintenance');
    expect(statusOf({ impact: [impact({ to: undefined })], resolved: when('2026-03-15'), ongoing: false })).toBe('operational'); // prettier-ignore
  });

  it('says as of when it knows, and claims nothing more', () => {
    expect(read({}, 'status').status).toEqual({
      indicator: 'none',
      description: 'No published incident goes on, as of 22 November 2026',
    });
    expect(read({ incidents: [incident(open)] }, 'status').status).toEqual({
      indicator: 'major',
      description: 'Major incident going on, as of 22 November 2026',
    });
  });

  it('dates what has no date by the day from which it is public', () => {
    const undated = { id: 'undated-x', year: undefined, started: when('unknown'), mitigated: undefined, resolved: when('unknown') }; // prettier-ignore
    expect(listed(undated)).toMatchObject({
      created_at: '2026-03-18T00:00:00.000Z',
      started_at: '2026-03-18T00:00:00.000Z',
      resolved_at: '2026-03-18T00:00:00.000Z',
    });
  });

  it('follows maintenance from its announcement to its end', () => {
    const statusOf = (changes: Partial<PublicIncident>, asOf: string) => {
      const site = { incidents: [incident({ ...planned, ...changes })], asOf };
      const [active, upcoming, all] = ['/active', '/upcoming', ''].map((name) =>
        read(site, `scheduled-maintenances${name}`).scheduled_maintenances.map(({ status }) => status),
      );
      return { active, upcoming, all };
    };
    expect(statusOf({}, '2026-11-22')).toEqual({ active: [], upcoming: ['scheduled'], all: ['scheduled'] });
    expect(statusOf({ ongoing: true }, '2026-12-06')).toEqual({ active: ['in_progress'], upcoming: [], all: ['in_progress'] }); // prettier-ignore
    expect(statusOf({ resolved: when('2026-12-06 07:00') }, '2026-12-06')).toEqual({ active: [], upcoming: [], all: ['completed'] }); // prettier-ignore
  });

  it('leaves of a retracted text the word that it was', () => {
    const told = listed({ ...open, severity: undefined, impact: undefined, retracted: { date: day('2026-04-01'), text: inline('A drill.') } }); // prettier-ignore
    expect(told).toMatchObject({ status: 'resolved', impact: 'none' });
    expect(told?.incident_updates.map(({ body: text }) => text)).toEqual([
      'This report was retracted. A drill.',
    ]);
  });

  it('lists the fifty newest incidents, and all that go on', () => {
    const incidents = Array.from({ length: 60 }, (_, index) =>
      incident({ id: `i-${index}`, title: `${index}`, started: when(`2026-03-14 09:${String(index).padStart(2, '0')}`), ...(index === 0 ? open : {}) }),
    ); // prettier-ignore
    const names = read({ incidents }, 'incidents').incidents.map(({ name }) => Number(name));
    expect(names).toEqual([...Array.from({ length: 50 }, (_, index) => 59 - index), 0]);
  });

  it('is the same whatever else there is, in its ids', () => {
    const alone = listed({ updates });
    const among = read(
      { incidents: [planned, incident({ updates }), incident({ id: 'other' })] },
      'incidents',
    );
    const same = among.incidents.find(({ id }) => id === alone?.id);
    expect(same?.incident_updates.map(({ id }) => id)).toEqual(alone?.incident_updates.map(({ id }) => id));
    expect(alone?.id).toMatch(/^[a-z0-9]{12}$/);
    const more = listed({ updates: [{ ...updates[0], at: when('2026-03-14 09:20'), state: 'update', text: inline('x') }, ...updates] }); // prettier-ignore
    const ids = alone?.incident_updates.map(({ id }) => id) ?? [];
    expect(more?.incident_updates.map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
  });

  it('carries hostile words as plain text', () => {
    const text = render({ incidents: [incident({ title: hostile, updates: [{ at: when('2026-03-14 09:45'), state: 'update', text: inline(hostile) }] })] }).file('api/v2/incidents.json'); // prettier-ignore
    expect(text).not.toMatch(/[<\u2028\u2029\0]/);
    expect((JSON.parse(text) as File).incidents[0]?.name).toContain('</title><script>');
  });
});

describe('an id', () => {
  it('is never shared', () => {
    const ids = createIds((name) => (name.includes('\0') ? 5n : 4n));
    expect([ids('a'), ids('b'), ids('a'), ids('b')]).toEqual([
      '000000000004',
      '000000000005',
      '000000000004',
      '000000000005',
    ]);
    const real = createIds();
    expect(new Set(Array.from({ length: 2000 }, (_, index) => real(`${index}`))).size).toBe(2000);
  });
});
