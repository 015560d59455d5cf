import type { Availability } from '../../audience/figures/serviceRecord.js';
import type { Period } from '../../time/period.js';
import { formatIsoDay } from '../../time/day.js';
import type { IsoDay } from '../../time/isoDay.js';
import type { PublicHistory } from '../../audience/publicHistory.js';
import { usePage } from '../frame.js';
import { nameAside } from './dayMark.js';
import { monthAddress } from '../link.js';
import {
  describeAvailability,
  describeDowntime,
  describeLevelLengths,
  describeMonth,
} from './figureWords.js';
import { FigureTable } from './figureTable.js';

/** A month of one service; without figures where it lies before its first day. */
export interface ServiceMonth {
  period: Period;
  figures: Availability | undefined;
}

/** Downtime and availability of one service by month, the latest first. `since`: its first day with figures. */
export function MonthTable(props: {
  caption: string;
  months: readonly ServiceMonth[];
  since: IsoDay | undefined;
  history: PublicHistory;
}) {
  const { caption, months, since, history } = props;
  const { figure } = usePage().wording;
  return (
    <FigureTable caption={caption} corner={figure.month}>
      {months.toReversed().map((month) => (
        <MonthRow key={month.period.name} {...month} since={since} history={history} />
      ))}
    </FigureTable>
  );
}

function MonthRow(props: ServiceMonth & { since: IsoDay | undefined; history: PublicHistory }) {
  const { period, figures, since = '', history } = props;
  const { wording, frame, link } = usePage();
  const { figure } = wording;
  const [year = '', month = ''] = period.name.split('-');
  const address = monthAddress(Number(year), Number(month));
  const name = describeMonth(period.name, wording);
  return (
    <tr>
      <th scope="row">
        {frame.hasPage(address) ? <a href={link(address)}>{name}</a> : name}
        {period.running && <span class="figure-note"> {figure.soFar}</span>}
      </th>
      {figures === undefined ? (
        <td colSpan={3} class="quiet">
          {figure.noFigure}
        </td>
      ) : (
        <FigureCells figures={figures} history={history} since={since > period.first ? since : undefined} />
      )}
    </tr>
  );
}

/** What was affected, what of it counts, and what that leaves: three cells. `since`: the day from which they count, where that is not the first. */
export function FigureCells(props: {
  figures: Availability;
  history: PublicHistory;
  since?: IsoDay | undefined;
}) {
  const { figures, history, since } = props;
  const { wording } = usePage();
  const { figure } = wording;
  const lengths = describeLevelLengths(figures, wording);
  const notes = [
    ...nameAside(figures, history, wording),
    figures.uncounted.length === 0 ? '' : figure.nobodyKnows(figures.uncounted.length),
    since === undefined ? '' : figure.fromDay(formatIsoDay(since, wording.time)),
  ].filter((note) => note !== '');
  const isNone = figures.weighted.max === 0 && figures.uncounted.length === 0;
  return (
    <>
      <td>
        {lengths.map((length) => (
          <span key={length} class="figure-line">
            {length}
          </span>
        ))}
        {notes.map((note) => (
          <span key={note} class="figure-line figure-note">
            {note}
          </span>
        ))}
      </td>
      <td class={isNone ? 'quiet' : undefined}>{describeDowntime(figures, wording)}</td>
      <td>{describeAvailability(figures, wording)}</td>
    </>
  );
}
