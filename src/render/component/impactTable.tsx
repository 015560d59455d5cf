import { describeSpan } from '../../time/describeSpan.js';
import { formatEnd } from '../../time/formatWhen.js';
import type { Span } from '../../time/span.js';
import { isUnknownSpan, spanBetween, unknownSpan } from '../../time/span.js';
import type { When } from '../../time/when.js';
import { usePage } from '../frame.js';
import { serviceAddress } from '../link.js';
import { AuthorWords, InlineText } from '../text.js';
import type { Wording } from '../wording/wording.js';
import type { ImpactLevel } from './impactWords.js';
import { Period } from './period.js';
import { Time } from './time.js';

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
  const { wording } = usePage();
  const words = wording.impact;
  return (
    <div class="scroll" role="group" aria-label={caption} tabIndex={0}>
      <table class="impact">
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.service}</th>
            <th scope="col">{words.degree}</th>
            <th scope="col">{words.when}</th>
            <th scope="col">{words.howLong}</th>
          </tr>
        </thead>
        {impact.map((row, index) => (
          <tbody key={index}>
            <tr>
              <th scope="row">
                <ServiceName service={row.service} />
              </th>
              <td>
                {words.levels[row.level]}
                <Meaning level={row.level} goesOn={ahead || isOngoing(row)} />
              </td>
              <td>
                <WindowTimes {...row} />
              </td>
              <td>{describeLength(row, wording)}</td>
            </tr>
            <ImpactDetail row={row} />
          </tbody>
        ))}
      </table>
    </div>
  );
}

function ServiceName({ service: { id, name } }: { service: ImpactRow['service'] }) {
  const { frame, link } = usePage();
  if (!frame.hasPage(serviceAddress(id))) return <AuthorWords>{name}</AuthorWords>;
  return (
    <a href={link(serviceAddress(id))}>
      <AuthorWords>{name}</AuthorWords>
    </a>
  );
}

function Meaning({ level, goesOn }: { level: ImpactLevel; goesOn: boolean }) {
  const { wording } = usePage();
  const meaning = wording.impact[goesOn ? 'meaningsOngoing' : 'meanings'][level];
  return meaning === '' ? null : <p class="impact-meaning">{meaning}</p>;
}

function isOngoing({ to, lasted }: Pick<ImpactRow, 'to' | 'lasted'>): boolean {
  return to === undefined && lasted === undefined;
}

function WindowTimes({ from, to, lasted }: ImpactRow) {
  const { wording } = usePage();
  if (!isOngoing({ to, lasted })) return <Period from={from} to={to} />;
  return <Time when={from} text={wording.impact.since(formatEnd(from, wording.time))} />;
}

/** How long a window was open: `4 h 57 min`, `goes on`, `not known`. */
export function describeLength(
  { from, to, lasted }: Pick<ImpactRow, 'from' | 'to' | 'lasted'>,
  { impact, time }: Wording,
): string {
  if (isOngoing({ to, lasted })) return impact.goesOn;
  const span = lasted?.span ?? (to === undefined ? unknownSpan : spanBetween(from, to));
  return isUnknownSpan(span) ? impact.notKnown : describeSpan(span, time);
}

/** Whom it hit, where, and the note, on a line below. */
function ImpactDetail({ row: { affected, share, where, note } }: { row: ImpactRow }) {
  const { wording } = usePage();
  if (affected === undefined && share === undefined && where.length === 0 && note === undefined) return null;
  return (
    <tr class="impact-detail">
      <td colSpan={4}>
        {affected !== undefined && (
          <p>
            <span class="label">{wording.impact.affected}</span> <InlineText text={affected} />
          </p>
        )}
        {share !== undefined && (
          <p>
            <span class="label">{wording.impact.share}</span> <AuthorWords>{share}</AuthorWords>
          </p>
        )}
        {where.length > 0 && (
          <p>
            <span class="label">{wording.impact.where}</span> <AuthorWords>{where.join(', ')}</AuthorWords>
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
