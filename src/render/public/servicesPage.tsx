import { measureStretch } from '../../audience/figures/availability.js';
import { listPast, type ServiceRecord } from '../../audience/figures/serviceRecord.js';
import type { PublicHistory, PublicService } from '../../audience/publicHistory.js';
import { formatIsoDay } from '../../time/day.js';
import { usePage } from '../frame.js';
import { serviceAddress } from '../link.js';
import type { Wording } from '../wording/wording.js';
import { Meta, type MetaFact } from '../component/meta.js';
import { IsoDayTime } from '../component/time.js';
import { describeDays } from '../component/whenWords.js';
import { findStretchMark, type DayShape } from './dayMark.js';
import { DayKey } from './dayTable.js';
import { describeAvailability, describeDowntime, describeMonth } from './figureWords.js';
import { MonthStrip } from './monthStrip.js';
import { findOpenImpacts, firstOfMonths, incidentsOf, nameState } from './serviceFacts.js';
import { findMonths } from './serviceMonths.js';
import { findFigures } from './siteFigures.js';
import { AuthorWords } from '../text.js';

/** All services, by group: how each fared in the last twelve months. */
export function ServicesPage({ history }: { history: PublicHistory }) {
  const { author, wording } = usePage();
  const { asOf } = history;
  const { records } = findFigures(history);
  const lines = records.map((record) => createLine(history, record, wording));
  const groups = [...new Set(records.map(({ service }) => service.group))];
  const hasGroups = groups.some((group) => group !== undefined);
  const shapes = new Set(lines.flatMap(({ months }) => months.flatMap(({ mark }) => mark?.shape ?? [])));
  return (
    <>
      <div class="page-head">
        <p class="margin-note">
          <IsoDayTime day={asOf} text={wording.service.asOf(formatIsoDay(asOf, wording.time))} />
        </p>
        <h1>{wording.service.title}</h1>
      </div>
      {records.length === 0 && <p class="empty">{wording.service.noService}</p>}
      {lines.some(({ months }) => months.length > 0) && <Glance shapes={shapes} />}
      {(hasGroups ? groups : [undefined]).map((group, index) => (
        <section
          key={index}
          class="service-group"
          aria-labelledby={hasGroups ? `group-${index + 1}` : undefined}
        >
          {hasGroups && (
            <h2 id={`group-${index + 1}`} {...author}>
              {group ?? wording.service.otherServices}
            </h2>
          )}
          <ul class="services">
            {lines
              .filter(({ service }) => service.group === group)
              .map((line) => (
                <ServiceLine key={line.service.id} {...line} />
              ))}
          </ul>
        </section>
      ))}
      {records.length > 0 && <p class="basis">{wording.service.counted}</p>}
    </>
  );
}

function Glance({ shapes }: { shapes: ReadonlySet<DayShape> }) {
  const { wording } = usePage();
  return (
    <div class="glance">
      <p class="quiet">{wording.service.glance}</p>
      <DayKey shapes={shapes} />
    </div>
  );
}

function createLine(history: PublicHistory, record: ServiceRecord, wording: Wording) {
  const { service, since } = record;
  const first = firstOfMonths(history.asOf);
  const all = since === undefined ? [] : findMonths(history, record, first, history.asOf);
  const months = all.map((month) => ({
    ...month,
    mark: month.figures && findStretchMark(month.figures, history, wording),
  }));
  const hasIncidents = incidentsOf(history, service).length > 0;
  return {
    service,
    facts: describeService(history, service, wording),
    // What was never hit has nothing that could be counted.
    months: hasIncidents ? months : [],
    figures: hasIncidents ? measureStretch(record, first, history.asOf, history) : undefined,
  };
}

function ServiceLine({ service, facts, months, figures }: ReturnType<typeof createLine>) {
  const { wording, link } = usePage();
  const [first, last] = [months[0], months.at(-1)];
  const isNone = figures?.weighted.max === 0 && figures.uncounted.length === 0;
  return (
    <li>
      <div>
        <a class="service-name" href={link(serviceAddress(service.id))}>
          <AuthorWords>{service.name}</AuthorWords>
        </a>
        <Meta facts={facts} />
      </div>
      {first !== undefined && last !== undefined && figures !== undefined && (
        <div class="service-glance">
          <MonthStrip
            id={`strip-${service.id}`}
            title={wording.service.stripTitle(
              service.name,
              describeMonth(first.period.name, wording),
              describeMonth(last.period.name, wording),
            )}
            months={months}
          />
          <p>
            <span class="label">{describeAvailability(figures, wording)}</span>{' '}
            <span class="quiet">
              {isNone
                ? wording.service.noDowntime
                : wording.service.yearDowntime(describeDowntime(figures, wording))}
            </span>
          </p>
        </div>
      )}
    </li>
  );
}

/** In one line: what goes on, how many incidents there were, and when the latest was. */
function describeService(history: PublicHistory, service: PublicService, wording: Wording): MetaFact[] {
  const [open] = findOpenImpacts(history, service.id);
  const told = new Set(listPast(history));
  const past = incidentsOf(history, service).filter((incident) => told.has(incident));
  const [latest] = past;
  if (latest === undefined) return [wording.service.noIncident];
  const day = describeDays(latest.started, wording.time) ?? wording.incident.dateUnknown;
  return [
    ...(open === undefined
      ? []
      : [{ text: wording.service.goesOn(nameState(open.incident, open.impacts, wording)), late: true }]),
    wording.service.listed(past.length, day),
  ];
}
