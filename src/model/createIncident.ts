import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Settings } from '../settings/settings.js';
import { dayOf, isCertainlyAfterDay } from '../time/day.js';
import { createUnknownWhen } from '../time/resolveWhen.js';
import { spanBetween, type Span } from '../time/span.js';
import { aroundLapse } from '../time/lapse.js';
import type { When } from '../time/when.js';
import { isRelative, type WhenForm } from '../time/whenForm.js';
import type { FrontMatter } from '../validate/schema/incident.js';
import type { Valid } from './valid.js';
import type { Impact } from './impact.js';
import type { Incident, Publication, Update } from './incident.js';
import { createMilestones } from './milestones.js';
import { createRemediationItem } from './remediationItem.js';
import type { TimelineEntry } from './timeline.js';
import { createTimeReader, type TimeReader } from './timeReader.js';

/** Makes an incident of a valid document: times resolved, defaults filled in. Times that mean nothing are diagnostics. */
export function createIncident(
  { document, frontMatter, damaged }: Valid,
  settings: Settings,
  asOf: string,
): { incident: Incident; diagnostics: Diagnostic[] } {
  const zone = frontMatter.timezone ?? settings.timezone;
  const times = createTimeReader(document, zone, damaged);
  const started =
    times.read(frontMatter.started, { field: 'started' }, ['started']) ?? createUnknownWhen(zone);
  const timeline = createTimeline(frontMatter, started, times);
  const { implied, ...milestones } = createMilestones(frontMatter, started, timeline, times);
  const ended = milestones.mitigated ?? milestones.resolved;
  const scheduled = createScheduled(frontMatter, started, times);
  // Maintenance that is only planned does not go on, though nothing is resolved.
  const isAhead =
    frontMatter.kind === 'maintenance' &&
    scheduled !== undefined &&
    isCertainlyAfterDay(scheduled.from, asOf, settings.timezone);

  const incident: Incident = {
    id: document.id,
    path: document.path,
    title: frontMatter.title,
    severity: settings.severities.find((severity) => severity.id === frontMatter.severity),
    severityId: frontMatter.severity,
    status: frontMatter.status,
    kind: frontMatter.kind,
    zone,
    started,
    ...milestones,
    implied,
    ongoing: milestones.resolved === undefined && !isAhead,
    year: findYear(started, settings.timezone),
    duration: ended && measureDuration(frontMatter.mitigated ?? frontMatter.resolved, started, ended),
    finished: frontMatter.finished,
    summary: frontMatter.summary,
    detection: frontMatter.detection,
    impact: createImpact(frontMatter, started, ended, times),
    numbers: frontMatter.numbers ?? [],
    causes: frontMatter.causes ?? [],
    provider: frontMatter.provider,
    timeline,
    remediation: [],
    lastTold: frontMatter.last_told,
    updates: createUpdates(frontMatter, started, times),
    questions: frontMatter.questions ?? [],
    corrections: frontMatter.corrections ?? [],
    related: frontMatter.related ?? [],
    scheduled,
    publication: createPublication(frontMatter),
    authors: frontMatter.authors ?? [],
    roles: frontMatter.roles ?? {},
    review: frontMatter.review,
    links: frontMatter.links ?? [],
    aliases: frontMatter.aliases ?? [],
    tags: frontMatter.tags ?? [],
    waivers: frontMatter.waive ?? [],
    origin: frontMatter.origin,
    sections: document.sections,
    damaged: [...damaged, ...times.unclear],
  };
  incident.remediation = (frontMatter.remediation ?? []).map((item) =>
    createRemediationItem(item, incident, settings),
  );
  return { incident, diagnostics: times.diagnostics };
}

/** The year under which it stands; a time that is open at one end stands where its other end does. */
function findYear(started: When, zone: string): number | undefined {
  const day = dayOf(started.earliest === null ? (started.to ?? started) : (started.from ?? started), zone);
  return day && Number(day.first.slice(0, 4));
}

/** `+12h` says how long it was, even where the beginning is only roughly known. */
function measureDuration(form: WhenForm | undefined, started: When, ended: When): Span {
  if (form?.kind !== 'relative') return spanBetween(started, ended);
  if (form.about) return aroundLapse(form.lapse);
  const exact = aroundLapse(form.lapse);
  const middle = (exact.min + exact.max) / 2;
  return { min: middle, max: middle };
}

function createTimeline(frontMatter: FrontMatter, started: When, times: TimeReader): TimelineEntry[] {
  let previous: When | undefined;
  // Times that hang on one that has none have none either; that is said once, of the first.
  let lost = false;
  return (frontMatter.timeline ?? []).map((entry, index) => {
    const { at: form, until: untilForm, internal = false, ...rest } = entry;
    const relative = form !== undefined && isRelative(form);
    const at =
      form && !(lost && relative)
        ? times.read(form, { field: 'entry', started, previous }, ['timeline', index, 'at'])
        : undefined;
    if (form) lost = at === undefined;
    const until =
      untilForm && !(lost && isRelative(untilForm))
        ? times.read(untilForm, { field: 'until', started, previous: at ?? previous }, [
            'timeline',
            index,
            'until',
          ])
        : undefined;
    previous = at ?? previous;
    return { ...rest, at, until, relative, internal };
  });
}

function createUpdates(frontMatter: FrontMatter, started: When, times: TimeReader): Update[] {
  let previous: When | undefined;
  return (frontMatter.updates ?? []).map((entry, index) => {
    const at = times.read(entry.at, { field: 'entry', started, previous }, ['updates', index, 'at']);
    previous = at ?? previous;
    return {
      at: at ?? createUnknownWhen(started.zone, entry.at.words),
      relative: isRelative(entry.at),
      state: entry.state,
      text: entry.text,
      internal: entry.internal ?? false,
      public: entry.public,
    };
  });
}

function createImpact(
  frontMatter: FrontMatter,
  started: When,
  ended: When | undefined,
  times: TimeReader,
): Impact[] {
  return (frontMatter.impact ?? []).map((entry, index) => {
    const { from: fromForm, to: toForm, lasted, internal = false, ...rest } = entry;
    const from =
      (fromForm && times.read(fromForm, { field: 'window', started }, ['impact', index, 'from'])) ?? started;
    const to =
      toForm && times.read(toForm, { field: 'window', started, previous: from }, ['impact', index, 'to']);
    return { ...rest, from, to: to ?? (lasted ? undefined : ended), lasted, internal };
  });
}

function createScheduled(frontMatter: FrontMatter, started: When, times: TimeReader): Incident['scheduled'] {
  const { scheduled } = frontMatter;
  if (!scheduled) return undefined;
  const from = times.read(scheduled.from, { field: 'scheduled' }, ['scheduled', 'from']) ?? started;
  const to =
    scheduled.to && times.read(scheduled.to, { field: 'window', previous: from }, ['scheduled', 'to']);
  const announced =
    scheduled.announced &&
    times.read(scheduled.announced, { field: 'scheduled' }, ['scheduled', 'announced']);
  return { from, to, announced };
}

function createPublication(frontMatter: FrontMatter): Publication | undefined {
  const block = frontMatter.public;
  return (
    block && {
      ...block,
      show: block.show ?? [],
      sections: block.sections ?? [],
      withheld: block.withheld ?? [],
    }
  );
}
