import type { PublicHistory } from '../../audience/publicHistory.js';
import { incidentAddress, homeAddress, notFoundAddress, type Address } from '../link.js';
import { renderPage } from '../page.js';
import type { Frame } from '../frame.js';
import { usePage } from '../frame.js';
import type { Output } from '../output.js';
import { AuthorWords } from '../text.js';

/** The page for addresses that lead nowhere. It answers at any depth, so its links are whole URLs. */
export function renderNotFoundPage(frame: Frame): Output {
  const { notFound: title } = frame.wording.site;
  const props = { address: notFoundAddress, title, noindex: true, absolute: true };
  return renderPage(frame, props, <NotFound />);
}

function NotFound() {
  const { link, wording } = usePage();
  const { site } = wording;
  return (
    <>
      <div class="page-head">
        <h1>{site.notFoundHeading}</h1>
      </div>
      <p>{site.notFoundText}</p>
      <p>
        <a href={link(homeAddress)}>{site.notFoundLink}</a>
      </p>
    </>
  );
}

/**
 * The pages at old addresses of incidents, by their authors' hand (`aliases`): each leads on at once. A page of the site goes before
 * one that stood there once.
 */
export function renderRedirects(frame: Frame, history: PublicHistory): Output[] {
  const titles = new Map(history.incidents.map(({ id, title }) => [id, title]));
  return history.redirects.flatMap(({ from, incident }) => {
    const address = from.replace(/^\/+/, '');
    const title = titles.get(incident);
    if (title === undefined || frame.hasPage(address) || !/^[^/].*(?:\/|\.html)$/.test(address)) return [];
    const props = { address, title, noindex: true, redirectTo: incidentAddress(incident) };
    return [renderPage(frame, props, <Redirect to={incidentAddress(incident)} title={title} />)];
  });
}

function Redirect({ to, title }: { to: Address; title: string }) {
  const { link, wording } = usePage();
  const { site } = wording;
  return (
    <>
      <div class="page-head">
        <h1>{site.moved}</h1>
      </div>
      <p>
        {site.movedTo}{' '}
        <a href={link(to)}>
          <AuthorWords>{title}</AuthorWords>
        </a>
      </p>
    </>
  );
}
