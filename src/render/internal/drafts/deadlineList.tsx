import { formatIsoDay } from '../../../time/day.js';
import { englishTime } from '../../../time/wording.js';
import { english } from '../../wording/english.js';
import { lateBy } from '../../component/commitmentWords.js';
import { NoValue } from '../dayText.js';
import { dueIn } from '../dueIn.js';
import type { ReportDeadline } from './deadline.js';

/** What policies ask of a report: what, by when, and how long that is. */
export function DeadlineList({ deadlines }: { deadlines: readonly ReportDeadline[] }) {
  if (deadlines.length === 0) return <NoValue />;
  return (
    <ul class="plain">
      {deadlines.map(({ what, day, daysLeft, policy }) => (
        <li key={what}>
          {what} by {formatIsoDay(day, englishTime)}
          {', '}
          {daysLeft < 0 ? (
            <strong class="alarm">{lateBy(-daysLeft, english)}</strong>
          ) : (
            <strong>{dueIn(daysLeft)}</strong>
          )}{' '}
          <span class="muted">
            (<code>{policy.id}</code>)
          </span>
        </li>
      ))}
    </ul>
  );
}
