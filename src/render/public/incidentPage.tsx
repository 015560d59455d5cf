import type { PublicHistory, PublicIncident } from '../../audience/publicHistory.js';
import { usePage } from '../frame.js';
import { yearAddress } from '../link.js';
import { InlineParagraph } from '../text.js';
import { capitalize } from '../words.js';
import { Meta } from '../component/meta.js';
import { DayTime, IsoDayTime, Time } from '../component/time.js';
import { describeDays } from '../component/whenWords.js';
import { Corrections } from './incidentParts.js';
import { IncidentReport } from './incidentReport.js';
import { Part } from './part.js';

/** A postmortem as customers read it. */
export function IncidentPage({ history, incident }: { history: PublicHistory; incident: PublicIncident }) {
  const { retracted } = incident;
  return (
    <article>
      <IncidentHead incident={incident} />
      {retracted === undefined ? (
        <IncidentReport history={history} incident={incident} />
      ) : (
        <section class="notice" aria-labelledby="retracted">
          <h2 id="retracted">This report was retracted</h2>
          <Meta
            facts={[
              {
                text: (
                  <>
                    On <DayTime day={retracted.date} />
                  </>
                ),
              },
            ]}
          />
          <InlineParagraph text={retracted.text} />
        </section>
      )}
      {incident.corrections.length > 0 && (
        <Part id="corrections" title="Corrections">
          <Corrections corrections={incident.corrections} />
        </Part>
      )}
      <IncidentFoot incident={incident} asOf={history.asOf} />
    </article>
  );
}

function IncidentHead({ incident }: { incident: PublicIncident }) {
  const { link } = usePage();
  const { started, year } = incident;
  const day = describeDays(started);
  return (
    <div class="page-head">
      <p class="margin-note">
        {year !== undefined && day !== undefined ? (
          <Time when={started} text={capitalize(day)} />
        ) : (
          <a href={link(yearAddress(undefined))}>Date unknown</a>
        )}
      </p>
      <h1 dir="auto">{incident.title}</h1>
    </div>
  );
}

function IncidentFoot({ incident, asOf }: { incident: PublicIncident; asOf: string }) {
  return (
    <footer class="incident-foot">
      {incident.signed !== undefined && (
        <p class="signed" dir="auto">
          {incident.signed}
        </p>
      )}
      <p class="quiet">
        Published <DayTime day={incident.since} />, shown as of <IsoDayTime day={asOf} />
      </p>
    </footer>
  );
}
