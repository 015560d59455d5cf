import { daysBetween, isIsoDay } from '../time/isoDay.js';
import { createElement } from './element.js';
import { countOn, findToday } from './lateness.js';

/*
 * Counts the days of what is late on from the day of the build to today. It says that it did, and changes nothing else: nobody here
 * knows what was done since.
 */

/** A tracker that is built every night is never older. In days. */
const stale = 2;

const host = document.querySelector<HTMLElement>('.freshness');
if (host !== null) start(host);

function start(notice: HTMLElement): void {
  const { asOf = '', zone = 'UTC' } = notice.dataset;
  const today = findToday(new Date(), zone);
  if (today === undefined || !isIsoDay(asOf)) return;
  const age = daysBetween(asOf, today);
  // A clock that is behind the files knows less than they do.
  if (age <= 0) return;
  for (const place of document.querySelectorAll<HTMLElement>('[data-late-after]')) {
    const { lateAfter = '' } = place.dataset;
    const { words, isNew } = countOn(lateAfter, asOf, today, place.localName === 'td' ? 'count' : 'words');
    if (words === undefined) continue;
    place.textContent = words;
    if (!isNew) continue;
    place.append(' ', createElement('span', { class: 'late-since' }, 'since the build'));
    place.classList.add('alarm');
  }
  const days = `${age} ${age === 1 ? 'day' : 'days'}`;
  const built = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${asOf}T00:00:00Z`),
  );
  notice.classList.toggle('is-stale', age > stale);
  notice.append(
    createElement(
      'p',
      {},
      `${age > stale ? 'This tracker is out of date: built' : 'Built'} as of ${built}, ${days} ago. ` +
        'Days late are counted on to today; everything else is as it was then, and what is done since is still listed.',
    ),
  );
}
