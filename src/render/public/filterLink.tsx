import type { PublicCause, PublicSeverity } from '../../audience/publicHistory.js';
import { usePage } from '../frame.js';
import { causeAddress, severityAddress } from '../link.js';
import { SeverityMark } from '../component/severityMark.js';
import { nameCategory } from './incidentWords.js';

/** A severity with its mark, and the way to all incidents of it. */
export function SeverityLink({ severity }: { severity: PublicSeverity }) {
  const { link } = usePage();
  return (
    <a class="filter-link" href={link(severityAddress(severity.rank))}>
      <SeverityMark severity={severity} />
    </a>
  );
}

/** The category of a cause, and the way to all incidents with one of it. What kept an incident smaller leads to none. */
export function CategoryLink({ category, kind }: { category: string; kind: PublicCause['kind'] }) {
  const { wording, frame, link } = usePage();
  const name = nameCategory(category, wording);
  const address = causeAddress(category);
  return kind !== 'mitigating' && frame.hasPage(address) ? (
    <a class="filter-link" href={link(address)}>
      {name}
    </a>
  ) : (
    <>{name}</>
  );
}
