import type { PublicHistory } from '../../audience/publicHistory.js';
import { usePage } from '../frame.js';
import { searchAddress, homeAddress } from '../link.js';
import { scriptAddress } from '../script.js';
import { listDimensions, type Dimension } from './dimension.js';
import { searchManifestAddress } from './searchIndex.js';

/**
 * The ways to an incident: four lists that fold away, each entry a link to a plain page. Where `controls` is set a script makes of them
 * fields that filter at once; all that it says by itself stands here, so that it comes from the catalogue.
 */
export function Finder({
  history,
  controls = false,
  isWholePage = false,
  own,
}: {
  history: PublicHistory;
  controls?: boolean;
  /** Whether the page is of nothing else: then its title says what it is. */
  isWholePage?: boolean;
  /** The page's own list, of which it needs no other way in. */
  own?: { name: Dimension['name']; value: string };
}) {
  const { wording, link } = usePage();
  const words = wording.search;
  const dimensions = listDimensions(history, wording);
  if (dimensions.every(({ options }) => options.every(({ count }) => count === 0))) return null;
  const script = controls && {
    'data-home': link(homeAddress),
    'data-manifest': link(searchManifestAddress),
    'data-search': link(scriptAddress('search')),
    'data-language': wording.language,
    'data-words': words.words,
    'data-any': words.any,
    'data-clear': words.clear,
    'data-results': words.results,
    'data-found-one': words.found.one,
    'data-found-other': words.found.other,
    'data-similar-one': words.similar.one,
    'data-similar-other': words.similar.other,
    'data-more-one': words.more.one,
    'data-more-other': words.more.other,
    'data-nothing': words.nothing,
    'data-way-out': words.wayOut,
    'data-loading': words.loading,
    'data-failed': words.failed,
    'data-own-page': words.ownPage,
  };
  return (
    <section class="finder" aria-labelledby="finder" {...(script || {})}>
      <h2 id="finder" class={isWholePage ? 'visually-hidden' : 'finder-title'}>
        {words.finder}
      </h2>
      <div class="finder-lists">
        {dimensions.map(({ name, options }) => (
          <details key={name} class="finder-list" data-name={name}>
            <summary>{words[name]}</summary>
            <ul>
              {options.map(({ value, label, address, count }) => (
                <li key={value} data-value={value} data-count={count}>
                  {own?.name === name && own.value === value ? (
                    <span aria-current="page">
                      <bdi>{label}</bdi>
                    </span>
                  ) : (
                    <a href={link(address)}>
                      <bdi>{label}</bdi>
                    </a>
                  )}{' '}
                  <span class="quiet">{words.count(count)}</span>
                </li>
              ))}
            </ul>
          </details>
        ))}
      </div>
      {!controls && (
        <p class="finder-more">
          <a href={link(searchAddress)}>{words.together}</a>
        </p>
      )}
    </section>
  );
}
