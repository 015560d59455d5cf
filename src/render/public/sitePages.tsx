import type { PublicHistory } from '../../audience/publicHistory.js';
import { incidentAddress, homeAddress, notFoundAddress, type Address } from '../link.js';
import { renderPage } from '../page.js';
import type { Frame } from '../frame.js';
import { usePage } from '../frame.js';
import type { Output } from '../output.js';

/** The page for addresses that lead nowhere. It answers at any depth, so its links are whole URLs. */
export function renderNotFoundPage(frame: Frame): Output {
  const props = { address: notFoundAddress, title: 'Page not found', noindex: true, absolute: true };
  return renderPage(frame, props, <NotFound />);
}

function NotFound() {
  const { link } = usePage();
  return (
    <>
      <div class="page-head">
        <h1>There is no page here</h1>
      </div>
      <p>
        The address may be mistyped, or the page may have moved. All published incidents are listed in the{' '}
        <a href={link(homeAddress)}>incident history</a>.
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
  const { link } = usePage();
  return (
    <>
      <div class="page-head">
        <h1>This page has moved</h1>
      </div>
      <p>
        It is now at{' '}
        <a href={link(to)}>
          <bdi>{title}</bdi>
        </a>
        .
      </p>
    </>
  );
}
