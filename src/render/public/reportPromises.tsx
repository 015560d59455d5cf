import { findStanding } from '../../audience/figures/promise.js';
import type { PeriodFigures } from '../../audience/figures/periodFigures.js';
import type { Commitment, PublicHistory } from '../../audience/publicHistory.js';
import { formatDay, formatIsoDay } from '../../time/day.js';
import { usePage } from '../frame.js';
import { commitmentAddress, commitmentsAddress } from '../link.js';
import { Meta, type MetaFact } from '../component/meta.js';
import type { Wording } from '../wording/wording.js';
import { AuthorWords } from '../text.js';

/**
 * So many of what was promised, or late, stand in the list of a month, and of a year; the ledger has the others. What was done is
 * listed whole: the ledger leads here for the years before.
 */
const mostOfMonth = 12;
const mostOfYear = 5;

/** What was promised in a month or year, what was done, and what was late at its end. */
export function ReportPromises({ figures, history }: { figures: PeriodFigures; history: PublicHistory }) {
  const { wording } = usePage();
  const { report } = wording;
  const { promised, done, late, period } = figures;
  if (promised.length + done.length + late.length === 0) return null;
  const most = period.name.length === 4 ? mostOfYear : mostOfMonth;
  const lateTitle = period.running
    ? report.lateSoFar(late.length, formatIsoDay(history.asOf, wording.time))
    : report.late(late.length);
  return (
    <section class="report-promises" aria-labelledby="promises">
      <h2 id="promises">{report.promisesTitle}</h2>
      <PromiseList
        id="promised"
        title={report.promised(promised.length)}
        most={most}
        commitments={promised}
        tell={tellPromised}
      />
      <PromiseList
        id="done"
        title={report.done(done.length)}
        most={Infinity}
        commitments={done}
        tell={tellDone}
      />
      <PromiseList id="late" title={lateTitle} most={most} commitments={late} tell={tellPromised} />
    </section>
  );
}

type Tell = (commitment: Commitment, wording: Wording) => MetaFact[];

const tellPromised: Tell = (commitment, { report, time }) => {
  const standing = findStanding(commitment);
  return [
    { text: report.standings[standing], late: standing === 'late' },
    commitment.due === undefined ? '' : report.due(formatDay(commitment.due, time)),
  ];
};

const tellDone: Tell = (commitment, { report, time }) => {
  const { done } = commitment;
  return [
    done === undefined || done === 'unknown' ? '' : report.doneOn(formatDay(done, time)),
    report.standings[findStanding(commitment)],
  ];
};

function PromiseList(props: {
  id: string;
  title: string;
  most: number;
  commitments: readonly Commitment[];
  tell: Tell;
}) {
  // prettier-ignore
  const { id, title, commitments, tell } = props;
  // One more alone is no more than the line that would lead to it.
  const most = commitments.length === props.most + 1 ? commitments.length : props.most;
  const { wording, link } = usePage();
  if (commitments.length === 0) return null;
  const rest = commitments.length - most;
  return (
    <div class="promise-list">
      <h3 id={id}>{title}</h3>
      <ul>
        {commitments.slice(0, most).map((commitment) => (
          <li key={`${commitment.incident.id} ${commitment.id}`}>
            <a href={link(commitmentAddress(commitment.incident.id, commitment.id))}>
              <AuthorWords>{commitment.title}</AuthorWords>
            </a>
            <Meta
              facts={[...tell(commitment, wording), wording.report.afterIncident(commitment.incident.title)]}
            />
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <p>
          <a href={link(commitmentsAddress)}>{wording.report.morePromises(rest)}</a>
        </p>
      )}
    </div>
  );
}
