import { usePage } from './frame.js';
import { absoluteLink } from './link.js';
import type { PageProps } from './page.js';

/**
 * What programs show beside a link to the page: the Open Graph protocol (https://ogp.me), which X and all others read too. Nothing that
 * the page itself does not say. The picture is one for the whole site; without one a link stands as text.
 */
export function LinkPreview({ address, title, description, article }: PageProps) {
  const { frame } = usePage();
  const { card } = frame.brand;
  const properties = {
    'og:title': title ?? frame.title,
    'og:description': description,
    'og:type': article === undefined ? 'website' : 'article',
    'og:url': absoluteLink(frame.url, address),
    'og:site_name': frame.title,
    'og:locale': findLocale(frame.language),
    'article:published_time': article?.published,
    'article:modified_time': article?.changed,
    'og:image': card && absoluteLink(frame.url, card.path),
    'og:image:width': card?.width,
    'og:image:height': card?.height,
    'og:image:alt': card && frame.title,
  };
  return (
    <>
      {Object.entries(properties).map(
        ([property, content]) =>
          content !== undefined && <meta key={property} property={property} content={String(content)} />,
      )}
      <meta name="twitter:card" content={card === undefined ? 'summary' : 'summary_large_image'} />
    </>
  );
}

/** A language with the country that it is spoken in, as the protocol wants it: `en_IE`; of `en` the most likely. */
function findLocale(language: string): string | undefined {
  const { language: spoken, region } = new Intl.Locale(language).maximize();
  return region === undefined ? undefined : `${spoken}_${region}`;
}
