import type { FoundIncident, SearchManifest } from '../render/public/searchData.js';
import { createControls } from './controls.js';
import { createButton, createElement } from './element.js';
import { loadManifest, loadSearch } from './loading.js';
import { createResultList } from './resultList.js';
import {
  dimensions,
  isAnythingWanted,
  nothingWanted,
  readWanted,
  writeWanted,
  type Wanted,
} from './wanted.js';

/*
 * Makes fields of the lists of a page, which filter at once. Without it, and from a disk where browsers load nothing, the lists stay
 * what they are. All words come from the page.
 */

const section = document.querySelector<HTMLElement>('.finder[data-manifest]');
if (section !== null && location.protocol !== 'file:') start(section);

function start(finder: HTMLElement): void {
  const words = finder.dataset;
  const home = words.home ?? './';
  const plurals = new Intl.PluralRules(words.language);
  const numbers = new Intl.NumberFormat(words.language);
  const lists = finder.querySelector<HTMLElement>('.finder-lists');
  const rest = document.querySelector<HTMLElement>('[data-unfiltered]');
  const controls = createControls(finder, () => void update());
  const status = createElement('p', { class: 'finder-status', role: 'status' });
  const more = createElement('div', { class: 'finder-tools' });
  const results = createElement('section', { class: 'finder-results', 'aria-label': words.results ?? '' });
  /** Only the last of several searches may say something. */
  let turn = 0;

  const countWith = (count: number, one: string | undefined, other: string | undefined): string =>
    ((plurals.select(count) === 'one' ? one : other) ?? '#').replace('#', numbers.format(count));

  const clear = (focus: boolean): void => {
    controls.set(nothingWanted);
    void update();
    if (focus) controls.form.querySelector('input')?.focus();
  };

  /** Where the list of all is on this page it comes back, else it is on the first one. */
  const createWayOut = (): HTMLElement =>
    rest === null
      ? createElement('a', { href: home }, words.wayOut)
      : createButton(words.wayOut ?? '', () => clear(true));

  const showTools = (wanted: Wanted): void => {
    more.replaceChildren();
    if (!isAnythingWanted(wanted)) return;
    const set = dimensions.filter((name) => wanted[name] !== '');
    const [only] = set;
    const page =
      only && set.length === 1 && wanted.q === '' ? controls.findPage(only, wanted[only]) : undefined;
    if (page !== undefined) more.append(createElement('a', { href: page }, words.ownPage));
    more.append(createButton(words.clear ?? '', () => clear(true)));
  };

  const hideResults = (): void => {
    results.replaceChildren();
    results.hidden = true;
    if (rest !== null) rest.hidden = false;
  };

  const showFailure = (): void => {
    hideResults();
    status.textContent = words.failed ?? '';
    if (lists !== null) lists.hidden = false;
  };

  /** Looks for the words year by year, newest first. Gives how many have them; undefined when another search has begun. */
  const search = async (own: number, wanted: Wanted, manifest: SearchManifest, similar: boolean) => {
    const find = await loadSearch(words.search ?? '');
    const chosen = manifest.incidents.filter((incident) => isWanted(incident, wanted));
    const years = manifest.years.filter(({ year }) => chosen.some((incident) => incident.year === year));
    const byId = new Map(chosen.map((incident) => [incident.id, incident]));
    const list = createResultList(results, {
      words,
      home,
      severities: manifest.severities,
      countWith,
      createWayOut,
    });
    const searches = years.map(({ texts }) => find(home + texts, wanted.q, similar));
    // One that fails stops the search when its turn comes, and until then is no error of its own.
    for (const one of searches) one.catch(() => undefined);
    for (const one of searches) {
      const findings = await one;
      if (own !== turn) return undefined;
      list.add(
        findings.flatMap(({ id, title, fragment }) => {
          const incident = byId.get(id);
          return incident === undefined ? [] : [{ incident, title, fragment }];
        }),
      );
    }
    return own === turn ? list.end() : undefined;
  };

  const showWords = async (own: number, wanted: Wanted, manifest: SearchManifest): Promise<void> => {
    const count = await search(own, wanted, manifest, false);
    if (count === undefined) return;
    if (count > 0) {
      status.textContent = countWith(count, words.foundOne, words.foundOther);
      return;
    }
    const close = await search(own, wanted, manifest, true);
    if (close === undefined) return;
    status.textContent =
      close === 0 ? (words.nothing ?? '') : countWith(close, words.similarOne, words.similarOther);
  };

  const show = async (own: number, wanted: Wanted): Promise<void> => {
    const manifest = await loadManifest(words.manifest ?? '');
    if (own !== turn) return;
    if (/[\p{L}\p{N}]/u.test(wanted.q)) return showWords(own, wanted, manifest);
    const list = createResultList(results, {
      words,
      home,
      severities: manifest.severities,
      countWith,
      createWayOut,
    });
    list.add(
      manifest.incidents
        .filter((one) => isWanted(one, wanted) && !one.ahead)
        .map((incident) => ({ incident })),
    );
    const count = list.end();
    status.textContent =
      count === 0 ? (words.nothing ?? '') : countWith(count, words.foundOne, words.foundOther);
  };

  const update = async (keep = true): Promise<void> => {
    const own = ++turn;
    const wanted = controls.read();
    if (keep) writeWanted(wanted);
    showTools(wanted);
    if (!isAnythingWanted(wanted)) {
      status.textContent = '';
      hideResults();
      return;
    }
    if (lists !== null) lists.hidden = true;
    if (rest !== null) rest.hidden = true;
    results.hidden = false;
    results.setAttribute('aria-busy', 'true');
    // Only what takes long enough to be noticed is worth a word.
    const slow = setTimeout(() => {
      if (own === turn) status.textContent = words.loading ?? '';
    }, 400);
    try {
      await show(own, wanted);
    } catch {
      if (own === turn) showFailure();
    } finally {
      clearTimeout(slow);
      if (own === turn) results.removeAttribute('aria-busy');
    }
  };

  finder.append(controls.form, more, status);
  finder.after(results);
  results.hidden = true;
  for (const element of document.querySelectorAll('[data-without-script]')) element.remove();
  if (lists !== null) lists.hidden = true;
  const restore = async (): Promise<void> => {
    controls.set(readWanted());
    await update(false);
  };
  // Who follows a link to results wants to see them first. On the way back the browser knows where somebody was.
  const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const open = async (): Promise<void> => {
    await restore();
    const isNew = visit?.type === 'navigate' && scrollY === 0 && location.hash === '';
    if (isNew && !results.hidden) finder.scrollIntoView();
  };
  void open();
  addEventListener('popstate', () => void restore());
}

/** Compared with what stands in the data alone: no name of the URL is looked up in an object. */
function isWanted({ services, severity, causes, year }: FoundIncident, wanted: Wanted): boolean {
  return (
    (wanted.service === '' || services.includes(wanted.service)) &&
    (wanted.severity === '' || String(severity ?? '') === wanted.severity) &&
    (wanted.cause === '' || causes.includes(wanted.cause)) &&
    (wanted.year === '' || year === wanted.year)
  );
}
