import { usePage } from '../../frame.js';
import { draftsAddress, itemsAddress } from '../address.js';
import { countOf, formatCount } from '../count.js';
import { countOpen } from '../ownership.js';
import type { Tracker } from '../tracker.js';
import type { Question } from './question.js';

interface HeadlineProps {
  questions: readonly Question[];
  /** How many incidents came again while a fix was open. */
  recurrences: number;
  /** How many policies are broken; undefined: there are none. */
  policies: number | undefined;
  tracker: Tracker;
}

/** The numbers at the top; each leads to what it counts. */
export function Headline({ questions, recurrences, policies, tracker }: HeadlineProps) {
  const { link } = usePage();
  const hasItems = tracker.items.length > 0;
  const told = tracker.items.filter(({ openWhenTold }) => openWhenTold).length;
  const drafts = tracker.history.incidents.filter(({ status }) => status !== 'final').length;
  return (
    <ul class="figures">
      {questions.map(({ id, words, items }) => (
        <Figure
          key={id}
          href={hasItems ? `#${id}` : undefined}
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
      {hasItems && (
        <Figure
          href="#recurrences"
          count={recurrences}
          words="came again before a fix was done"
          kind="recurrences"
        />
      )}
      {policies !== undefined && (
        <Figure
          href="#policies"
          count={policies}
          words={policies === 1 ? 'policy broken' : 'policies broken'}
        />
      )}
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

interface FigureProps {
  href: string | undefined;
  count: number;
  words: string;
  kind?: string;
}

function Figure({ href, count, words, kind }: FigureProps) {
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
