import {
  compareSeverityDuration,
  measureAgreement,
  type SeverityDuration,
} from '../../../model/figures/severityDuration.js';
import { createDistribution } from '../../../time/distribution.js';
import { describeSpan } from '../../../time/describeSpan.js';
import type { Span } from '../../../time/span.js';
import { englishTime } from '../../../time/wording.js';
import { countOf, formatCount } from '../count.js';
import { NoValue } from '../dayText.js';
import { TableRegion } from '../tableRegion.js';
import type { Tracker } from '../tracker.js';
import { InsightSection } from './insightSection.js';
import { SeverityPlot } from './severityPlot.js';
import { NumberHead } from './spreadTable.js';

/** From so many incidents on a second digit means something: below, chance alone moves the first. */
const MANY = 50;

/** Severity against duration: a plot, and the caution that one says little about the other. */
export function SeveritySection({ tracker }: { tracker: Tracker }) {
  const { incidents, settings } = tracker.history;
  const compared = compareSeverityDuration(incidents, settings.severities);
  const { lasting, unknown } = compared;
  return (
    <InsightSection
      id="severity"
      heading="Severity and duration"
      count={lasting.length}
      method="Incidents that are over, neither maintenance nor near misses, from their beginning until it stopped hurting, else was over. Each step of the axis is some times the one before; a dot is an incident, a bar one that is only roughly known. Compared are the ranks of every two incidents of different severity, never a mean."
    >
      {lasting.length === 0 ? (
        <p class="none">
          No incident with a severity is over whose duration is known. Here stands how long incidents took, by
          severity.
        </p>
      ) : (
        <>
          <p class="insight-answer">{describeAgreement(compared)}</p>
          <SeverityPlot compared={compared} severities={settings.severities} />
          <DurationTable compared={compared} severities={settings.severities} />
          {unknown > 0 && (
            <p>
              Of {countOf(unknown, 'more incident')} nobody wrote how long {unknown === 1 ? 'it' : 'they'}{' '}
              lasted.
            </p>
          )}
        </>
      )}
    </InsightSection>
  );
}

function describeAgreement(compared: SeverityDuration): string {
  const { lasting, pairs } = compared;
  const { gamma, is } = measureAgreement(compared);
  const caution =
    'Severity is what somebody judged, duration what a clock said, and a shorter outage can be the worse one: do not read the one from the other.';
  if (gamma === undefined)
    return `${countOf(lasting.length, 'incident')}: too few to say whether the worse ones take longer. ${caution}`;
  const compare = pairs.longer + pairs.shorter;
  const tenths = Math.round((pairs.longer / compare) * 10);
  const verdict = {
    none: 'Severity and duration hardly go together',
    weak: 'Severity and duration go together only weakly',
    clear: 'The worse incidents did take longer, though not always',
    against: 'The worse incidents took less time, if anything',
    'too-few': '',
  }[is];
  const digits =
    lasting.length >= MANY
      ? `, rank correlation ${gamma.toFixed(1).replace('-', '−').replace('−0.0', '0.0')}`
      : '';
  return `${verdict}: of ten pairs of different severity the worse incident took longer in about ${tenths} (${countOf(lasting.length, 'incident')}${digits}). ${caution}`;
}

interface DurationTableProps {
  compared: SeverityDuration;
  severities: readonly { id: string; label: string }[];
}

function DurationTable({ compared: { lasting }, severities }: DurationTableProps) {
  return (
    <TableRegion label="Duration by severity">
      <table class="dense insight-table">
        <caption class="visually-hidden">Duration by severity</caption>
        <thead>
          <tr>
            <th scope="col">Severity</th>
            <NumberHead>Incidents</NumberHead>
            <NumberHead>Shortest</NumberHead>
            <NumberHead>Half within</NumberHead>
            <NumberHead>Nine of ten within</NumberHead>
            <NumberHead>Longest</NumberHead>
          </tr>
        </thead>
        <tbody>
          {severities.map(({ id, label }, rank) => {
            const own = lasting.filter((one) => one.rank === rank).map(({ span }) => span);
            const { n, min, median, p90, max } = createDistribution(own);
            return (
              <tr key={id}>
                <th scope="row">{label}</th>
                <td class="number">{formatCount(n)}</td>
                {[min, median, p90, max].map((span, index) => (
                  <td key={index} class="number">
                    <Length span={span} />
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableRegion>
  );
}

function Length({ span }: { span: Span | undefined }) {
  return span === undefined ? <NoValue /> : <>{describeSpan(span, englishTime)}</>;
}
