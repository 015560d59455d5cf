import type { ComponentChildren } from 'preact';
import type { LastMajor, StateOfDay } from '../../audience/figures/stateOfDay.js';
import { createStateOfDay } from '../../audience/figures/stateOfDay.js';
import type { PublicHistory, PublicIncident } from '../../audience/publicHistory.js';
import { formatIsoDay } from '../../time/day.js';
import { formatEnd } from '../../time/formatWhen.js';
import { describeZone } from '../../time/zone.js';
import { usePage } from '../frame.js';
import { commitmentsAddress, incidentAddress, type Address } from '../link.js';
import { AuthorWords, InlineParagraph, InlineText } from '../text.js';
import type { Wording } from '../wording/wording.js';
import { describeKept } from '../component/commitmentWords.js';
import { Meta } from '../component/meta.js';
import { Period } from '../component/period.js';
import { SeverityMark } from '../component/severityMark.js';
import { Time } from '../component/time.js';
import { hasClock, showsClock } from '../component/whenWords.js';
import { listHappened } from './dimension.js';
import { FactStrip, type Fact } from './factStrip.js';
import { describeServices, servicesOf } from './incidentWords.js';

/** So much of what is planned is told at length; of the rest the titles stand below. */
const mostPlanned = 2;

/** How things stood on the day of the build: what went on and what was planned, then the figures of the whole history. */
export function SiteState({ history }: { history: PublicHistory }) {
  const { wording } = usePage();
  const state = createStateOfDay(history);
  const { underWay, ahead } = state.maintenance;
  const told = listHappened(history).filter(({ retracted }) => retracted === undefined);
  const facts = told.length === 0 ? [] : listFacts(history, state, told, wording);
  const rest = ahead.slice(mostPlanned);
  return (
    <>
      {state.ongoing.map((incident) => (
        <OngoingNotice key={incident.id} incident={incident} label={wording.home.ongoing} />
      ))}
      {underWay.map((incident) => (
        <OngoingNotice key={incident.id} incident={incident} label={wording.home.underWay} />
      ))}
      {ahead.slice(0, mostPlanned).map((incident) => (
        <PlannedNotice key={incident.id} incident={incident} />
      ))}
      {rest.length > 0 && <AlsoPlanned incidents={rest} />}
      {facts.length > 0 && <FactStrip facts={facts} />}
      {!history.site.totals && told.length > 0 && (
        <p class="lead">{describeCollection(history, told, wording)}</p>
      )}
    </>
  );
}

/** What goes on. Maintenance has no alarm about it. */
function OngoingNotice({ incident, label }: { incident: PublicIncident; label: string }) {
  const { author, wording, link } = usePage();
  const { home, time } = wording;
  const { started, zone, severity, kind } = incident;
  const update = incident.updates?.at(-1);
  const since = home.since(formatEnd(started, time));
  const name = kind === 'maintenance' ? 'notice' : 'notice notice-ongoing';
  return (
    <section class={name} aria-labelledby={`ongoing-${incident.id}`}>
      <p class="notice-label">
        {kind !== 'maintenance' && <SeverityMark severity={severity} />} <span>{label}</span>
      </p>
      <h2 id={`ongoing-${incident.id}`} {...author}>
        <a href={link(incidentAddress(incident.id))}>{incident.title}</a>
      </h2>
      <Meta
        facts={[
          {
            text: (
              <Time
                when={started}
                text={
                  hasClock(started) ? home.inZone(since, describeZone(zone, started.anchor, time)) : since
                }
              />
            ),
          },
          describeServices(servicesOf(incident), 3, wording),
        ]}
      />
      {update !== undefined ? (
        <p>
          <Time when={update.at} text={home.said(formatEnd(update.at, time))} />{' '}
          <InlineText text={update.text} />
        </p>
      ) : (
        incident.summary !== undefined && <InlineParagraph text={incident.summary} />
      )}
    </section>
  );
}

function PlannedNotice({ incident }: { incident: PublicIncident }) {
  const { author, wording, link } = usePage();
  return (
    <section class="notice" aria-labelledby={`planned-${incident.id}`}>
      <p class="notice-label">{wording.home.planned}</p>
      <h2 id={`planned-${incident.id}`} {...author}>
        <a href={link(incidentAddress(incident.id))}>{incident.title}</a>
      </h2>
      <Meta
        facts={[
          { text: <PlannedTime incident={incident} /> },
          describeServices(servicesOf(incident), 3, wording),
        ]}
      />
      {incident.summary !== undefined && <InlineParagraph text={incident.summary} />}
    </section>
  );
}

function PlannedTime({ incident: { scheduled, started, zone } }: { incident: PublicIncident }) {
  const { wording } = usePage();
  const { from, to } = scheduled ?? { from: started, to: undefined };
  return (
    <>
      <Period from={from} to={to} capital />
      {showsClock([from, to]) && `, ${describeZone(zone, from.anchor, wording.time)}`}
    </>
  );
}

function AlsoPlanned({ incidents }: { incidents: readonly PublicIncident[] }) {
  const { wording } = usePage();
  return (
    <section class="also-planned" aria-labelledby="also-planned">
      <h2 id="also-planned" class="label">
        {wording.home.alsoPlanned}
      </h2>
      <ul>
        {incidents.map((incident) => (
          <li key={incident.id}>
            <IncidentLink incident={incident} />{' '}
            <span class="meta">
              <PlannedTime incident={incident} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The figures of the whole history; those that add services up only for a site that is of one company. */
function listFacts(
  history: PublicHistory,
  { lastMajor, commitments, asOf }: StateOfDay,
  told: readonly PublicIncident[],
  wording: Wording,
): Fact[] {
  if (!history.site.totals) return [];
  return [
    ...(lastMajor === undefined ? [] : [createMajorFact(lastMajor, asOf, wording)]),
    ...(commitments === undefined || history.commitments.length === 0
      ? []
      : [createPromisesFact(history, commitments, wording)]),
    createYearFact(asOf, told, wording),
  ];
}

function createMajorFact(lastMajor: LastMajor, asOf: string, { home, time }: Wording): Fact {
  const label = home.lastMajor;
  if (lastMajor.kind === 'none') return { label, value: home.noMajor, notes: [home.noMajorBasis] };
  const notes = [<IncidentLink incident={lastMajor.incident} />];
  if (lastMajor.kind === 'ongoing') return { label, value: home.goingOn, notes };
  const { min, max } = lastMajor.days;
  return { label, value: max === 0 ? home.endedOn(formatIsoDay(asOf, time)) : home.ago(min, max), notes };
}

function createPromisesFact(
  { commitments }: PublicHistory,
  { open, late, notFollowed }: NonNullable<StateOfDay['commitments']>,
  wording: Wording,
): Fact {
  const isFollowed = notFollowed < commitments.length;
  return {
    label: wording.home.promised,
    value: isFollowed ? wording.home.promises(open, late) : wording.commitment.promises(commitments.length),
    notes: [<SiteLink to={commitmentsAddress}>{describeKept(commitments, wording)}</SiteLink>],
  };
}

function createYearFact(asOf: string, told: readonly PublicIncident[], { home }: Wording): Fact {
  const year = Number(asOf.slice(0, 4));
  const countOf = (one: number): number => told.filter((incident) => incident.year === one).length;
  const isFirst = !told.some((incident) => incident.year !== undefined && incident.year < year);
  return {
    label: home.year(year),
    value: home.yearCount(countOf(year)),
    // Before the first year of the history nobody knows.
    notes: isFirst ? [] : [home.yearBefore(countOf(year - 1), year - 1)],
  };
}

function SiteLink({ to, children }: { to: Address; children: ComponentChildren }) {
  const { link } = usePage();
  return <a href={link(to)}>{children}</a>;
}

function IncidentLink({ incident: { id, title } }: { incident: PublicIncident }) {
  return (
    <SiteLink to={incidentAddress(id)}>
      <AuthorWords>{title}</AuthorWords>
    </SiteLink>
  );
}

/** What a site holds that adds nothing up, in one plain sentence. */
function describeCollection(
  { services }: PublicHistory,
  told: readonly PublicIncident[],
  { home }: Wording,
): string {
  const companies = new Set(services.flatMap(({ group }) => group ?? [])).size;
  const years = told.flatMap(({ year }) => year ?? []);
  const collection = home.collection({
    all: told.length,
    dated: years.length,
    companies,
    first: Math.min(...years),
    last: Math.max(...years),
  });
  return companies > 1 ? `${collection} ${home.notAddedUp}` : collection;
}
