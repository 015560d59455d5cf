import type { PeriodFigures } from '../../audience/figures/periodFigures.js';
import type { PublicHistory } from '../../audience/publicHistory.js';
import { formatIsoDay } from '../../time/day.js';
import { usePage } from '../frame.js';
import { homeAddress, yearAddress } from '../link.js';
import { IsoDayTime } from '../component/time.js';
import { createOpening, namePeriod } from './reportOpening.js';

/** The title of a month or a year, and the sentences that tell what it was like; without them where there are no figures. */
export function ReportHead({
  name,
  figures,
  history,
}: {
  name: string;
  figures?: PeriodFigures | undefined;
  history: PublicHistory;
}) {
  // prettier-ignore
  const { wording } = usePage();
  const { report } = wording;
  return (
    <>
      <PlainHead
        history={history}
        title={report.title(namePeriod(name, wording))}
        year={name.length === 4 ? undefined : Number(name.slice(0, 4))}
        isRunning={figures?.period.running === true}
      />
      {figures !== undefined && (
        <p class="report-opening">{report.opening(createOpening(figures, history, wording)).join(' ')}</p>
      )}
    </>
  );
}

/** The title, as of which day it is told, and the way up. `year`: that of a month. */
export function PlainHead(props: {
  history: PublicHistory;
  title: string;
  year?: number | undefined;
  isRunning?: boolean;
}) {
  // prettier-ignore
  const { history, title, year, isRunning = false } = props;
  const { wording } = usePage();
  const { report } = wording;
  const day = formatIsoDay(history.asOf, wording.time);
  return (
    <div class="page-head">
      <p class="margin-note">
        <IsoDayTime day={history.asOf} text={isRunning ? report.untilDay(day) : report.asOf(day)} />
      </p>
      <div>
        <Eyebrow year={year} />
        <h1>{title}</h1>
      </div>
    </div>
  );
}

/** The way up: to the first page and, from a month, to its year. */
function Eyebrow({ year }: { year?: number | undefined }) {
  const { wording, frame, link } = usePage();
  return (
    <p class="eyebrow">
      <a href={link(homeAddress)}>{wording.page.incidents}</a>
      {year !== undefined && frame.hasPage(yearAddress(year)) && (
        <>
          {' / '}
          <a href={link(yearAddress(year))}>{year}</a>
        </>
      )}
    </p>
  );
}
