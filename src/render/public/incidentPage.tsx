import type { PublicHistory, PublicIncident } from '../../audience/publicHistory.js';
import { formatIsoDay, formatOnDay } from '../../time/day.js';
import { usePage } from '../frame.js';
import { absoluteLink, incidentAddress, incidentMarkdownAddress, yearAddress } from '../link.js';
import { InlineParagraph } from '../text.js';
import { capitalize } from '../words.js';
import { Meta } from '../component/meta.js';
import { SwitchableTimes } from '../component/switchableTime.js';
import { DayTime, IsoDayTime, Time } from '../component/time.js';
import { describeDays } from '../component/whenWords.js';
import { calendarAddress } from './calendar.js';
import { Corrections } from './incidentParts.js';
import { IncidentReport } from './incidentReport.js';
import { Part } from './part.js';
import { findUpdated } from './updated.js';
import { isSwitchable } from './zoneName.js';

/** A postmortem as customers read it. The page needs the script `zone`, which lets them read its times in their own zone. */
export function IncidentPage({ history, incident }: { history: PublicHistory; incident: PublicIncident }) {
  return (
    <SwitchableTimes value={isSwitchable(incident)}>
      <article class="incident">
        <IncidentHead incident={incident} />
        {incident.retracted === undefined ? (
          <IncidentReport history={history} incident={incident} />
        ) : (
          <Retracted incident={incident} retracted={incident.retracted} />
        )}
        <IncidentFoot incident={incident} asOf={history.asOf} />
      </article>
    </SwitchableTimes>
  );
}

/** A title longer than this is set smaller, so that the answers below it stay in the first view. */
const LONG_TITLE = 70;

function IncidentHead({ incident }: { incident: PublicIncident }) {
  const { author, wording, link } = usePage();
  const { started, year, title } = incident;
  const day = describeDays(started, wording.time);
  return (
    <div class="page-head">
      <p class="margin-note">
        {year !== undefined && day !== undefined ? (
          <Time when={started} text={capitalize(day)} />
        ) : (
          <a href={link(yearAddress(undefined))}>{wording.incident.dateUnknown}</a>
        )}
      </p>
      <h1 {...author} class={title.length > LONG_TITLE ? 'title-long' : undefined}>
        {title}
      </h1>
    </div>
  );
}

/** All that is left of a report that was taken back, and what was corrected in it. */
function Retracted({
  incident: { corrections },
  retracted: { date, text },
}: {
  incident: PublicIncident;
  retracted: NonNullable<PublicIncident['retracted']>;
}) {
  const { wording } = usePage();
  const words = wording.incident;
  return (
    <>
      <section class="notice" aria-labelledby="retracted">
        <h2 id="retracted">{words.retracted}</h2>
        <Meta
          facts={[{ text: <DayTime day={date} text={words.retractedOn(formatOnDay(date, wording.time))} /> }]}
        />
        <InlineParagraph text={text} />
      </section>
      {corrections.length > 0 && (
        <Part id="corrections" title={words.corrections}>
          <Corrections corrections={corrections} />
        </Part>
      )}
    </>
  );
}

/** Who signed it, since when it stands there, and what else there is of it. */
function IncidentFoot({ incident, asOf }: { incident: PublicIncident; asOf: string }) {
  const { author, frame, wording, link } = usePage();
  const { id, since, signed, year } = incident;
  const { published, changed, shownAsOf, asMarkdown, calendar, ...words } = wording.incident;
  const last = findUpdated(incident, asOf).slice(0, 10);
  return (
    <footer class="incident-foot">
      {signed !== undefined && (
        <p class="signed" {...author}>
          {signed}
        </p>
      )}
      <Meta
        facts={[
          { text: <DayTime day={since} text={published(formatOnDay(since, wording.time))} /> },
          last > since.last
            ? {
                text: (
                  <IsoDayTime
                    day={last}
                    text={changed(wording.time.onDay(formatIsoDay(last, wording.time)))}
                  />
                ),
              }
            : undefined,
          { text: <IsoDayTime day={asOf} text={shownAsOf(formatIsoDay(asOf, wording.time))} /> },
        ]}
      />
      <p class="print-address">{absoluteLink(frame.url, incidentAddress(id))}</p>
      <ul class="incident-links">
        {frame.hasPage(yearAddress(year)) && (
          <li>
            <a href={link(yearAddress(year))}>{year === undefined ? words.undated : words.year(year)}</a>
          </li>
        )}
        <li>
          <a href={link(incidentMarkdownAddress(id))} type="text/markdown">
            {asMarkdown}
          </a>
        </li>
        <li>
          <a href={link(calendarAddress)} type="text/calendar">
            {calendar}
          </a>
        </li>
      </ul>
    </footer>
  );
}
