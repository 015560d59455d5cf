import { describeSpan } from '../../time/describeSpan.js';
import type { Span } from '../../time/span.js';
import { spanBetween } from '../../time/span.js';
import type { When } from '../../time/when.js';
import { usePage } from '../frame.js';
import { serviceAddress } from '../link.js';
import { InlineText } from '../text.js';
import { levelMeanings, levelWords, type ImpactLevel } from './impactWords.js';
import { endClock, Time } from './time.js';

/** One row: a service and how it was affected. */
export interface ImpactRow {
  service: { id: string; name: string };
  level: ImpactLevel;
  from: When;
  to: When | undefined;
  lasted: { span: Span } | undefined;
  affected: string | undefined;
  share: string | undefined;
  where: readonly string[];
  note: string | undefined;
}

/** Which service was affected how, from when to when, and whom it hit. `caption` says what it is a table of. */
export function ImpactTable({ impact, caption }: { impact: readonly ImpactRow[]; caption: string }) {
  const { frame, link } = usePage();
  return (
    <div class="scroll" role="group" aria-label={caption} tabIndex={0}>
      <table class="impact">
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Service</th>
            <th scope="col">Degree</th>
            <th scope="col">When</th>
            <th scope="col">How long</th>
          </tr>
        </thead>
        {impact.map((row, index) => (
          <tbody key={index}>
            <tr>
              <th scope="row">
                {frame.hasPage(serviceAddress(row.service.id)) ? (
                  <a href={link(serviceAddress(row.service.id))}>
                    <bdi>{row.service.name}</bdi>
                  </a>
                ) : (
                  <bdi>{row.service.name}</bdi>
                )}
              </th>
              <td>
                {levelWords[row.level]}
                {levelMeanings[row.level] !== '' && (
                  <span class="impact-meaning">{levelMeanings[row.level]}</span>
                )}
              </td>
              <td>
                <WindowTimes {...row} />
              </td>
              <td>{describeLength(row)}</td>
            </tr>
            <ImpactDetail row={row} />
          </tbody>
        ))}
      </table>
    </div>
  );
}

function WindowTimes({ from, to, lasted }: ImpactRow) {
  if (to === undefined) {
    return lasted === undefined ? (
      <>
        since <Time when={from} />
      </>
    ) : (
      <Time when={from} />
    );
  }
  return (
    <>
      <Time when={from} /> to <Time when={to} text={endClock(from, to)} />
    </>
  );
}

function describeLength({ from, to, lasted }: ImpactRow): string {
  if (lasted !== undefined) return describeSpan(lasted.span);
  return to === undefined ? 'goes on' : describeSpan(spanBetween(from, to));
}

/** Whom it hit, where, and the note, on a line below. */
function ImpactDetail({ row: { affected, share, where, note } }: { row: ImpactRow }) {
  if (affected === undefined && share === undefined && where.length === 0 && note === undefined) return null;
  return (
    <tr class="impact-detail">
      <td colSpan={4}>
        {affected !== undefined && (
          <p>
            <span class="label">Affected</span> <InlineText text={affected} />
          </p>
        )}
        {share !== undefined && (
          <p>
            <span class="label">Share</span> <bdi>{share}</bdi>
          </p>
        )}
        {where.length > 0 && (
          <p>
            <span class="label">Where</span> <bdi>{where.join(', ')}</bdi>
          </p>
        )}
        {note !== undefined && (
          <p>
            <InlineText text={note} />
          </p>
        )}
      </td>
    </tr>
  );
}
