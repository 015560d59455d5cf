import { describeSpan } from '../../time/describeSpan.js';
import type { Span } from '../../time/span.js';
import { isUnknownSpan, spanBetween, unknownSpan } from '../../time/span.js';
import type { When } from '../../time/when.js';
import { usePage } from '../frame.js';
import { serviceAddress } from '../link.js';
import { InlineText } from '../text.js';
import { levelMeanings, levelWords, plannedMeanings, type ImpactLevel } from './impactWords.js';
import { Period } from './period.js';
import { Time } from './time.js';
import { describeEnd } from './whenWords.js';

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

/**
 * Which service was affected how, from when to when, and whom it hit. `caption` says what it is a table of; `ahead`: it is only planned.
 */
export function ImpactTable({
  impact,
  caption,
  ahead,
}: {
  impact: readonly ImpactRow[];
  caption: string;
  ahead: boolean;
}) {
  const meanings = ahead ? plannedMeanings : levelMeanings;
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
                {meanings[row.level] !== '' && <p class="impact-meaning">{meanings[row.level]}</p>}
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
  if (to !== undefined || lasted !== undefined) return <Period from={from} to={to} />;
  return (
    <>
      since <Time when={from} text={describeEnd(from)} />
    </>
  );
}

function describeLength({ from, to, lasted }: ImpactRow): string {
  if (lasted === undefined && to === undefined) return 'goes on';
  const span = lasted?.span ?? (to === undefined ? unknownSpan : spanBetween(from, to));
  return isUnknownSpan(span) ? 'not known' : describeSpan(span);
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
