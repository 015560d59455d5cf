import type { PublicHistory, PublicIncident } from '../../audience/publicHistory.js';
import { dayOf } from '../../time/day.js';
import { daysBetween } from '../../time/isoDay.js';
import { describeZone } from '../../time/zone.js';
import { usePage } from '../frame.js';
import { commitmentsAddress, incidentAddress } from '../link.js';
import { InlineParagraph, InlineText } from '../text.js';
import { countOf } from '../words.js';
import { describeKept, isOpenState } from '../component/commitmentWords.js';
import { Meta } from '../component/meta.js';
import { Period } from '../component/period.js';
import { SeverityMark } from '../component/severityMark.js';
import { Time } from '../component/time.js';
import { describeEnd, hasClock, showsClock } from '../component/whenWords.js';
import { FactStrip, type Fact } from './factStrip.js';
import { describeServices, isAhead, servicesOf } from './incidentWords.js';

/** How things stand on the day of the build: what goes on and what is planned, else the figures of the whole history. */
export function SiteState({ history }: { history: PublicHistory }) {
  const shown = history.incidents.filter((incident) => incident.retracted === undefined);
  const planned = shown.filter((incident) => isAhead(incident, history.asOf)).toReversed();
  const told = shown.filter((incident) => !planned.includes(incident));
  const ongoing = told.filter((incident) => incident.ongoing);
  const facts = history.site.totals ? listFacts(history, told) : [];
  return (
    <>
      {ongoing.map((incident) => (
        <OngoingNotice key={incident.id} incident={incident} />
      ))}
      {planned.map((incident) => (
        <PlannedNotice key={incident.id} incident={incident} />
      ))}
      {facts.length > 0 && <FactStrip facts={facts} />}
      {!history.site.totals && told.length > 0 && <p class="lead">{describeCollection(history, told)}</p>}
    </>
  );
}

function OngoingNotice({ incident }: { incident: PublicIncident }) {
  const { link } = usePage();
  const update = incident.updates?.at(-1);
  const services = describeServices(servicesOf(incident));
  return (
    <section class="notice notice-ongoing" aria-labelledby={`ongoing-${incident.id}`}>
      <p class="notice-label">
        <SeverityMark severity={incident.severity} /> <span>Still going on</span>
      </p>
      <h2 id={`ongoing-${incident.id}`} dir="auto">
        <a href={link(incidentAddress(incident.id))}>{incident.title}</a>
      </h2>
      <Meta
        facts={[
          {
            text: (
              <>
                Since <Time when={incident.started} text={describeEnd(incident.started)} />
                {hasClock(incident.started) && `, ${describeZone(incident.zone, incident.started.anchor)}`}
              </>
            ),
          },
          services,
        ]}
      />
      {update !== undefined ? (
        <p>
          <Time when={update.at} />: <InlineText text={update.text} />
        </p>
      ) : (
        incident.summary !== undefined && <InlineParagraph text={incident.summary} />
      )}
    </section>
  );
}

function PlannedNotice({ incident }: { incident: PublicIncident }) {
  const { link } = usePage();
  const { scheduled } = incident;
  return (
    <section class="notice" aria-labelledby={`planned-${incident.id}`}>
      <p class="notice-label">Planned</p>
      <h2 id={`planned-${incident.id}`} dir="auto">
        <a href={link(incidentAddress(incident.id))}>{incident.title}</a>
      </h2>
      <Meta
        facts={[
          scheduled && {
            text: (
              <>
                <Period from={scheduled.from} to={scheduled.to} capital />
                {showsClock([scheduled.from, scheduled.to]) &&
                  `, ${describeZone(incident.zone, scheduled.from.anchor)}`}
              </>
            ),
          },
          describeServices(servicesOf(incident)),
        ]}
      />
      {incident.summary !== undefined && <InlineParagraph text={incident.summary} />}
    </section>
  );
}

/** The figures that add up services; only for a site that is of one company. */
function listFacts(history: PublicHistory, past: readonly PublicIncident[]): Fact[] {
  if (past.length === 0) return [];
  return [lastMajorFact(history, past), promisesFact(history), yearFact(history, past)].filter(
    (fact) => fact !== undefined,
  );
}

function lastMajorFact(
  { asOf, site, severities }: PublicHistory,
  past: readonly PublicIncident[],
): Fact | undefined {
  if (!severities.some(({ major }) => major)) return undefined;
  const label = 'Last major incident';
  const found = past.find(
    (incident) =>
      incident.severity?.major && incident.kind !== 'near-miss' && dayOf(incident.started, site.zone),
  );
  const day = found && dayOf(found.started, site.zone);
  if (found === undefined || day === undefined)
    return { label, value: 'None', notes: ['in the incidents published here'] };
  const days = daysBetween(day.last, asOf);
  const value = found.ongoing ? 'Going on' : days <= 0 ? 'Today' : `${countOf(days, 'day')} ago`;
  return { label, value, notes: [<IncidentLink incident={found} />] };
}

function IncidentLink({ incident }: { incident: PublicIncident }) {
  const { link } = usePage();
  return (
    <a href={link(incidentAddress(incident.id))}>
      <bdi>{incident.title}</bdi>
    </a>
  );
}

function promisesFact({ commitments }: PublicHistory): Fact | undefined {
  if (commitments.length === 0) return undefined;
  const followed = commitments.filter(({ lastTold }) => lastTold === undefined);
  const open = followed.filter(({ state }) => isOpenState(state));
  return {
    label: 'What was promised',
    value:
      followed.length === 0
        ? countOf(commitments.length, 'promise')
        : open.length === 0
          ? 'Nothing open'
          : `${open.length} open`,
    notes: [<CommitmentsLink text={describeKept(commitments)} />],
  };
}

function CommitmentsLink({ text }: { text: string }) {
  const { link } = usePage();
  return <a href={link(commitmentsAddress)}>{text}</a>;
}

function yearFact({ asOf }: PublicHistory, past: readonly PublicIncident[]): Fact {
  const year = Number(asOf.slice(0, 4));
  const [now, before] = [year, year - 1].map(
    (one) => past.filter((incident) => incident.year === one).length,
  );
  return {
    label: `In ${year} so far`,
    value: now === 0 ? 'No incidents' : countOf(now ?? 0, 'incident'),
    notes: before === 0 ? [] : [`${before} in all of ${year - 1}`],
  };
}

/** What a site holds that adds nothing up, in one plain sentence. */
function describeCollection({ services }: PublicHistory, told: readonly PublicIncident[]): string {
  const groups = new Set(services.flatMap(({ group }) => group ?? [])).size;
  const years = told.flatMap(({ year }) => year ?? []);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const undated = told.length - years.length;
  const span = years.length === 0 ? '' : first === last ? ` of ${first}` : ` from ${first} to ${last}`;
  const dated =
    undated === 0 || years.length === 0 ? span : `: ${years.length}${span}, ${undated} without a known date`;
  const whose = groups > 1 ? ` at ${groups} companies` : '';
  return `${countOf(told.length, 'incident')}${whose}${dated}.${groups > 1 ? ' Figures of different companies are not added up.' : ''}`;
}
