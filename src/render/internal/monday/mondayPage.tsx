import { formatIsoDay } from '../../../time/day.js';
import { englishTime } from '../../../time/wording.js';
import { usePage } from '../../frame.js';
import { draftsAddress, itemsAddress } from '../address.js';
import { IncidentLink } from '../itemCell.js';
import { OpenByIncident, OpenByOwner } from './openTable.js';
import { OwedSection } from './owedSection.js';
import { countOpen } from '../ownership.js';
import { ShortItems } from './shortItems.js';
import type { Tracker } from '../tracker.js';
import {
  compareDue,
  compareOverdue,
  isDueSoon,
  soonUntil,
  type TrackedItem,
} from '../../../model/trackedItem.js';
import { WaivedSection } from './waivedSection.js';
import { countOf, formatCount } from '../count.js';

/** A question that Monday asks, and the items that answer it. */
interface Question {
  id: string;
  heading: string;
  /** What stands behind the number in the strip at the top. */
  words: string;
  items: TrackedItem[];
  /** What is said where there is none. */
  none: string;
}

/** The first page: what is late, what comes, who has it, what is owed. */
export function MondayPage({ tracker }: { tracker: Tracker }) {
  const { items, history } = tracker;
  const questions = createQuestions(items, history.asOf);
  return (
    <>
      <h1>Remediation as of {formatIsoDay(history.asOf, englishTime)}</h1>
      <Ongoing tracker={tracker} />
      <Figures questions={questions} tracker={tracker} />
      {items.length === 0 ? (
        <NoItems />
      ) : (
        <div class="desk">
          <div class="desk-main">
            {questions.map((question) => (
              <ShortItems key={question.id} {...question} tracker={tracker} />
            ))}
          </div>
          <div class="desk-side">
            <OpenByOwner tracker={tracker} />
            <OpenByIncident tracker={tracker} />
          </div>
        </div>
      )}
      <OwedSection tracker={tracker} />
      <WaivedSection tracker={tracker} />
    </>
  );
}

function createQuestions(items: readonly TrackedItem[], asOf: string): Question[] {
  const open = items.filter((tracked) => tracked.open);
  const soon = formatIsoDay(soonUntil(asOf), englishTime);
  return [
    {
      id: 'overdue',
      heading: 'Overdue',
      words: 'overdue',
      items: open.filter(({ overdue }) => overdue).toSorted(compareOverdue),
      none: 'Nothing is overdue. An open item whose due date has passed stands here until it is done or its date is moved.',
    },
    {
      id: 'due-soon',
      heading: 'Due within two weeks',
      words: `due by ${soon}`,
      items: open.filter(isDueSoon).toSorted(compareDue),
      none: `Nothing open is due by ${soon}.`,
    },
    {
      id: 'blocked',
      heading: 'Blocked',
      words: 'blocked',
      items: open.filter(({ item }) => item.state === 'blocked').toSorted(compareDue),
      none: 'Nothing is blocked. An item with the state “blocked” stands here.',
    },
    {
      id: 'unowned',
      heading: 'Without an owner',
      words: 'without an owner',
      items: open.filter(({ item }) => item.owner === undefined).toSorted(compareDue),
      none: 'Every open item has an owner.',
    },
    {
      id: 'undated',
      heading: 'Without a due date',
      words: 'without a due date',
      items: open.filter(({ item }) => item.due === undefined).toSorted(compareDue),
      none: 'Every open item has a due date.',
    },
  ];
}

/** The numbers at the top; each leads to what it counts. */
function Figures({ questions, tracker }: { questions: readonly Question[]; tracker: Tracker }) {
  const { link } = usePage();
  const told = tracker.items.filter(({ openWhenTold }) => openWhenTold).length;
  const drafts = tracker.history.incidents.filter(({ status }) => status !== 'final').length;
  return (
    <ul class="figures">
      {questions.map(({ id, words, items }) => (
        <Figure
          key={id}
          href={tracker.items.length > 0 ? `#${id}` : undefined}
          count={items.length}
          words={words}
          kind={id}
        />
      ))}
      <Figure
        href={link(itemsAddress)}
        count={countOpen(tracker.items)}
        words={`open, of ${countOf(tracker.items.length, 'item')}`}
      />
      {told > 0 && <Figure href={link(`${itemsAddress}#told`)} count={told} words="open when last told" />}
      <Figure
        href="#owed"
        count={tracker.owed.length}
        words={tracker.owed.length === 1 ? 'finding owed' : 'findings owed'}
      />
      <Figure
        href={link(draftsAddress)}
        count={drafts}
        words={drafts === 1 ? 'report not final' : 'reports not final'}
      />
    </ul>
  );
}

function Figure({
  href,
  count,
  words,
  kind,
}: {
  href: string | undefined;
  count: number;
  words: string;
  kind?: string;
}) {
  const text = (
    <>
      <span class="figure-count">{formatCount(count)}</span> <span class="figure-words">{words}</span>
    </>
  );
  return (
    <li class={`figure${count > 0 && kind !== undefined ? ` figure-${kind}` : ''}`}>
      {href === undefined ? text : <a href={href}>{text}</a>}
    </li>
  );
}

/** Incidents of which nobody has written that they are over. */
function Ongoing({ tracker }: { tracker: Tracker }) {
  const ongoing = tracker.history.incidents.filter((incident) => incident.ongoing);
  if (ongoing.length === 0) return null;
  return (
    <p class="ongoing">
      <strong>{countOf(ongoing.length, 'incident goes on', 'incidents go on')}:</strong>{' '}
      {ongoing.map((incident, index) => (
        <span key={incident.id}>
          {index > 0 && '; '}
          <IncidentLink incident={incident} tracker={tracker} />
        </span>
      ))}
    </p>
  );
}

function NoItems() {
  return (
    <p>
      No incident promises anything yet. What the incident files list under <code>remediation</code> will
      stand here: what is overdue first, then what is due within two weeks, what is blocked, and what lacks an
      owner or a date.
    </p>
  );
}
