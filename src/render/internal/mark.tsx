import { english } from '../wording/english.js';
import type { Incident } from '../../model/incident.js';
import type { Settings } from '../../settings/settings.js';
import { formatDay } from '../../time/day.js';
import { englishTime } from '../../time/wording.js';
import { CommitmentMark } from '../component/commitmentMark.js';
import { lateBy } from '../component/commitmentWords.js';
import { SeveritySquare, severityShape } from '../component/severityMark.js';
import { usePage } from '../frame.js';
import type { TrackedItem } from '../../model/trackedItem.js';

/** Colleagues read the words that stand in the files. */
export const itemStateWords: Record<TrackedItem['item']['state'], string> = {
  proposed: 'proposed',
  open: 'open',
  'in-progress': 'in progress',
  blocked: 'blocked',
  done: 'done',
  'wont-do': 'won’t do',
  superseded: 'superseded',
};

/** The square of an incident's severity, its label for those who cannot see it. Nothing where it has none. */
export function SeverityDot({
  incident,
  severities,
}: {
  incident: Incident;
  severities: Settings['severities'];
}) {
  const { frame } = usePage();
  const { severity } = incident;
  if (!severity) return null;
  const rank = severities.findIndex(({ id }) => id === severity.id) + 1;
  const shape = severityShape({ rank, major: severity.major }, frame.severityCount);
  return (
    <span class={`severity severity-${shape}`}>
      <svg class="mark" width="11" height="11" viewBox="0 0 11 11" role="img" focusable="false">
        <title>{severity.label}</title>
        <SeveritySquare shape={shape} size={11} />
      </svg>
    </span>
  );
}

interface ItemStateProps {
  tracked: TrackedItem;
  /** What is said of an overdue one: by how many days, that it is, or nothing where it stands beside it already. */
  late?: 'days' | 'word' | 'nothing';
}

/** The ring of an item's state and its word; of what is overdue, that it is late. */
export function ItemState({
  tracked: { item, overdue, openWhenTold, daysLate },
  late = 'days',
}: ItemStateProps) {
  return (
    <span class={overdue && late !== 'nothing' ? 'item-state alarm' : 'item-state'}>
      <CommitmentMark state={item.state} overdue={overdue} /> {itemStateWords[item.state]}
      {overdue && late === 'word' && ', overdue'}
      {overdue && late === 'days' && (
        <>
          , <span data-late-after={item.due?.last}>{lateBy(daysLate, english)}</span>
        </>
      )}
      {openWhenTold && toldWords(item.lastTold)}
    </span>
  );
}

/** `, as told on 12 June 2014`: behind a state that nobody follows up. */
export function toldWords(lastTold: TrackedItem['item']['lastTold']): string {
  if (lastTold === undefined || lastTold === 'unknown') return ', when last told';
  return `, as told ${lastTold.precision === 'day' ? 'on' : 'in'} ${formatDay(lastTold, englishTime)}`;
}
