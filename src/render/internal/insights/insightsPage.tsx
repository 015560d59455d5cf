import { formatIsoDay } from '../../../time/day.js';
import { englishTime } from '../../../time/wording.js';
import { usePage } from '../../frame.js';
import { servicesAddress } from '../../link.js';
import { causesAddress, ownersAddress, teamsAddress } from '../address.js';
import { countOf } from '../count.js';
import type { Tracker } from '../tracker.js';
import { AgeSection, TakenSection } from './agesSection.js';
import { CoverSection } from './coverSection.js';
import { DebtSection } from './debtSection.js';
import { EffectSection } from './effectSection.js';
import { PromiseSection } from './promiseSection.js';
import { PunctualSection } from './punctualSection.js';
import { SeveritySection } from './severitySection.js';
import { SlipSection } from './slipSection.js';

/** Each section with the id and the words that the list at the top names it by. */
const sections = [
  { id: 'open-age', words: 'Age of what is open', Section: AgeSection },
  { id: 'taken', words: 'Time until done', Section: TakenSection },
  { id: 'in-time', words: 'Done in time', Section: PunctualSection },
  { id: 'slips', words: 'Moved dates', Section: SlipSection },
  { id: 'promises', words: 'Kept for customers', Section: PromiseSection },
  { id: 'effect', words: 'Effect by type', Section: EffectSection },
  { id: 'cover', words: 'Causes and fixes', Section: CoverSection },
  { id: 'severity', words: 'Severity and duration', Section: SeveritySection },
  { id: 'debt', words: 'Owed and waived', Section: DebtSection },
] as const;

/** How well what was promised is kept: distributions with their numbers, never a mean. */
export function InsightsPage({ tracker }: { tracker: Tracker }) {
  const { link } = usePage();
  const { items, history } = tracker;
  const told = items.filter(({ item }) => item.lastTold !== undefined).length;
  return (
    <>
      <h1>Insights as of {formatIsoDay(history.asOf, englishTime)}</h1>
      <p class="lede">
        {countOf(items.length, 'remediation item')} of {countOf(history.incidents.length, 'incident')},
        counted from the dates in the files.
        {told > 0 &&
          ` ${countOf(told, 'item is', 'items are')} as the report told it and nobody follows them up: they are in no figure of time.`}{' '}
        By <a href={link(teamsAddress)}>team</a>, <a href={link(ownersAddress)}>owner</a>,{' '}
        <a href={link(servicesAddress)}>service</a> and <a href={link(causesAddress)}>cause</a>.
      </p>
      <nav class="contents insight-contents" aria-label="On this page">
        <ul>
          {sections.map(({ id, words }) => (
            <li key={id}>
              <a href={`#${id}`}>{words}</a>
            </li>
          ))}
        </ul>
      </nav>
      {sections.map(({ id, Section }) => (
        <Section key={id} tracker={tracker} />
      ))}
    </>
  );
}
