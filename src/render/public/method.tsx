import type { PublicHistory } from '../../audience/publicHistory.js';
import { formatIsoDay } from '../../time/day.js';
import type { IsoDay } from '../../time/isoDay.js';
import { usePage } from '../frame.js';
import { describeSiteZone } from './figureWords.js';

/** How downtime and availability are counted, in whole sentences, with the weights of the site. `since`: before it there is no figure. */
export function Method({ history, since }: { history: PublicHistory; since?: IsoDay | undefined }) {
  const { wording } = usePage();
  const { figure } = wording;
  const sentences = [
    ...figure.method(history.site.weights),
    figure.methodPublished,
    figure.methodZone(describeSiteZone(history, wording)),
    ...(since === undefined ? [] : [figure.methodSince(formatIsoDay(since, wording.time))]),
  ];
  return (
    <section class="method" aria-labelledby="method">
      <h2 id="method">{figure.methodTitle}</h2>
      <p>{sentences.join(' ')}</p>
    </section>
  );
}
