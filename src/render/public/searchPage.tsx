import type { PublicHistory } from '../../audience/publicHistory.js';
import { usePage } from '../frame.js';
import { Finder } from './finder.js';

/** Where everything that is published can be searched; and, without scripts, the lists that lead to all of it. */
export function SearchPage({ history }: { history: PublicHistory }) {
  const { search } = usePage().wording;
  return (
    <>
      <div class="page-head">
        <h1>{search.title}</h1>
      </div>
      <Finder history={history} controls isWholePage />
      <div class="search-about basis">
        <p>{search.about}</p>
        <p data-without-script>{search.needsScript}</p>
      </div>
    </>
  );
}
