import type { ServiceDay } from '../../audience/figures/serviceDays.js';
import type { PublicHistory } from '../../audience/publicHistory.js';
import { usePage } from '../frame.js';
import { incidentAddress, type Address } from '../link.js';
import { IsoDayTime } from '../component/time.js';
import {
  dayShapes,
  describeDayMark,
  describeDays,
  findDayMark,
  type DayMark,
  type DayShape,
} from './dayMark.js';
import { findFigures } from './siteFigures.js';
import { AuthorWords } from '../text.js';

/** A row of days of one month. */
export interface DayRow {
  /** What it is a row of: a month, or a service. */
  name: string;
  /** The same for the head of a column, where rows turn on a phone: '' is the name itself, upright; without it the table scrolls. */
  short?: string | undefined;
  address?: Address | undefined;
  days: readonly ServiceDay[];
}

interface MarkedRow extends DayRow {
  marks: readonly (DayMark | undefined)[];
}

/**
 * Days as a table that one can read without colour: a row for each month or service, a column for each day of the month. Each day with
 * an incident leads to it, or to the list below where there are several. A month in which nothing was published is one cell that says so.
 * `id` sets the days of one table apart from those of others on the page.
 */
export function DayTable(props: {
  id: string;
  caption: string;
  corner: string;
  rows: readonly DayRow[];
  history: PublicHistory;
}) {
  // prettier-ignore
  const { id, caption, corner, history } = props;
  const { wording } = usePage();
  const rows = props.rows.map((row): MarkedRow => ({
    ...row,
    marks: row.days.map((day) => findDayMark(day, history, wording)),
  }));
  const marks = rows.flatMap((row) => row.marks.filter((mark) => mark !== undefined));
  const turns = rows.every(({ short }) => short !== undefined);
  const isUpright = turns && rows.some(({ short }) => short === '');
  return (
    <>
      <DayKey shapes={new Set(marks.map(({ shape }) => shape))} />
      <div
        class={`scroll day-scroll${turns ? ' day-turns' : ''}${isUpright ? ' day-upright' : ''}`}
        role="group"
        aria-label={caption}
        tabIndex={0}
      >
        <table class="days">
          <caption class="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">
                <span class="visually-hidden">{corner}</span>
              </th>
              {Array.from({ length: Math.max(...rows.map(({ days }) => days.length)) }, (_, index) => (
                <th key={index} scope="col">
                  {index + 1}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.name} id={id} row={row} />
            ))}
          </tbody>
        </table>
      </div>
      <SeveralList id={id} rows={rows} history={history} />
    </>
  );
}

function Row({ id, row }: { id: string; row: MarkedRow }) {
  const { wording, link } = usePage();
  const { name, short, address, days, marks } = row;
  const label = (
    <>
      <bdi class="row-name">{name}</bdi>
      {short !== undefined && short !== '' && (
        <span class="row-short" aria-hidden="true">
          {short}
        </span>
      )}
    </>
  );
  const told = days.filter(({ figures }) => figures !== undefined);
  const [before, quiet] = [days.length - told.length, marks.every((mark) => mark === undefined)];
  return (
    <tr>
      <th scope="row">{address === undefined ? label : <a href={link(address)}>{label}</a>}</th>
      {told.length === 0 ? (
        <td colSpan={days.length} class={`day-untold span-${days.length}`}>
          {wording.figure.noFigure}
        </td>
      ) : quiet ? (
        <>
          {before > 0 && <td colSpan={before} class={`span-${before}`} />}
          <td colSpan={told.length} class={`day-none span-${told.length}`}>
            <i>{wording.figure.monthQuiet}</i>
          </td>
        </>
      ) : (
        findRuns(row).map((run) => <DayCell key={run.day} id={id} run={run} />)
      )}
    </tr>
  );
}

/** Days one after the other of which the same is to be said; a day of its own nearly always. */
interface DayRun {
  day: string;
  last: string;
  count: number;
  mark: DayMark | undefined;
  isTold: boolean;
}

/** Days of the same are one cell, and weeks of an incident one link: quiet ones are nearly all that such a table holds. */
function findRuns({ days, marks }: MarkedRow): DayRun[] {
  const runs: DayRun[] = [];
  days.forEach(({ day, figures }, index) => {
    const mark = marks[index];
    const run = runs.at(-1);
    if (run !== undefined && run.isTold === (figures !== undefined) && isSame(run.mark, mark)) {
      run.count += 1;
      run.last = day;
    } else runs.push({ day, last: day, count: 1, mark, isTold: figures !== undefined });
  });
  return runs;
}

function isSame(one: DayMark | undefined, other: DayMark | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return one.words === other.words && one.incidents.join(' ') === other.incidents.join(' ');
}

function DayCell({ id, run }: { id: string; run: DayRun }) {
  const { wording, link } = usePage();
  const { day, last, count, mark, isTold } = run;
  const span = count === 1 ? '' : `span-${count}`;
  const cell = count === 1 ? {} : { colSpan: count, class: span };
  if (!isTold) return <td {...cell} />;
  if (mark === undefined)
    return (
      <td {...cell} class={`day-none ${span}`.trim()}>
        <i>{wording.figure.dayQuiet}</i>
      </td>
    );
  const words = describeDayMark(day, last, mark, wording);
  const [only, ...others] = mark.incidents;
  return (
    <td {...cell}>
      <a
        class={`day-${mark.shape}`}
        href={only === undefined || others.length > 0 ? `#${anchorOf(id, day)}` : link(incidentAddress(only))}
        aria-label={words}
        title={words}
      />
    </td>
  );
}

const anchorOf = (id: string, day: string): string => `${id}-${day}`;

/** What the marks mean: those that stand in the table. */
export function DayKey({ shapes }: { shapes: ReadonlySet<DayShape> }) {
  const { key } = usePage().wording.figure;
  return (
    <ul class="day-key">
      {dayShapes
        .filter((shape) => shapes.has(shape))
        .map((shape) => (
          <li key={shape}>
            <span class={`day-${shape}`} /> {key[shape]}
          </li>
        ))}
      <li>
        <span class="day-none" /> {key.quiet}
      </li>
    </ul>
  );
}

/** The days that cannot lead to one incident: each with all of its own. */
function SeveralList({
  id,
  rows,
  history,
}: {
  id: string;
  rows: readonly MarkedRow[];
  history: PublicHistory;
}) {
  const { wording, link } = usePage();
  const { incidentOf } = findFigures(history);
  const several = new Map<string, { last: string; incidents: Set<string> }>();
  for (const row of rows)
    for (const { day, last, mark } of findRuns(row)) {
      if (mark === undefined || mark.incidents.length < 2) continue;
      const known = several.get(day);
      several.set(day, {
        last: known === undefined || last > known.last ? last : known.last,
        incidents: new Set([...(known?.incidents ?? []), ...mark.incidents]),
      });
    }
  if (several.size === 0) return null;
  return (
    <div class="day-several">
      <p class="label">{wording.figure.severalTitle}</p>
      <ul>
        {[...several]
          .toSorted(([one], [other]) => (one < other ? 1 : -1))
          .map(([day, { last, incidents }]) => (
            <li key={day} id={anchorOf(id, day)}>
              {last === day ? <IsoDayTime day={day} /> : describeDays(day, last, wording)}
              <ul>
                {[...incidents].map((incident) => (
                  <li key={incident}>
                    <a href={link(incidentAddress(incident))}>
                      <AuthorWords>{incidentOf.get(incident)?.title ?? incident}</AuthorWords>
                    </a>
                  </li>
                ))}
              </ul>
            </li>
          ))}
      </ul>
    </div>
  );
}
