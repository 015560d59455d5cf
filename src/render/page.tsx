import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { createPageContext, markSpoken, PageContextProvider, usePage, type Frame } from './frame.js';
import { absoluteLink, fileOfAddress, homeAddress, notFoundAddress, type Address } from './link.js';
import { replaceUncommon, type Output } from './output.js';
import { scriptAddress, type ScriptName } from './script.js';
import { styleAddress, type StyleName } from './stylesheet.js';
import { LinkPreview } from './linkPreview.js';
import { InlineText } from './text.js';

/** What is the page's own. */
export interface PageProps {
  address: Address;
  /** The page's title; undefined on the first page, which bears the site's. */
  title: string | undefined;
  /** One plain sentence for search engines and previews. */
  description?: string;
  /** Which entry of the navigation the page belongs to, when it is not the page itself. */
  section?: Address;
  /** Not to be listed by search engines. Always so on the internal site. */
  noindex?: boolean;
  /** Whole URLs instead of relative links. */
  absolute?: boolean;
  /** The page has moved there: it leads on at once, and search engines take the other for it. */
  redirectTo?: Address;
  /** The style sheet of its kind, beside the one that all pages share. */
  style?: StyleName;
  /** The scripts that make it more convenient; it is whole without them. */
  scripts?: readonly ScriptName[];
  /** The same page as Markdown, where there is one. */
  markdown?: Address;
  /** Of a report: the days, `YYYY-MM-DD`, on which it was published and last changed. */
  article?: { published: string; changed: string };
  /** Sets a class on `main`, for the pages' own rules of layout. */
  layout?: string;
}

/** Nothing but files of the site itself, no request to anybody else. `frame-ancestors` works only as a header, and stands in `_headers`. */
export function contentSecurityPolicy(fonts: boolean): string {
  const font = fonts ? " font-src 'self';" : '';
  return `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';${font} base-uri 'none'; form-action 'none'`;
}

/** Renders a whole page of a site, as the file that answers its address. */
export function renderPage(frame: Frame, props: PageProps, content: ComponentChildren): Output {
  const context = createPageContext(frame, props.address, props.absolute);
  const html = renderToString(
    <PageContextProvider value={context}>
      <Page {...props}>{content}</Page>
    </PageContextProvider>,
  );
  return { path: fileOfAddress(props.address), content: `<!DOCTYPE html>\n${replaceUncommon(html)}\n` };
}

/** What wins over another comes later: a kind's rules over the site's, the company's over ours. */
function listStylesheets(frame: Frame, { style }: PageProps): Address[] {
  const kind = style === undefined ? [] : [styleAddress(style)];
  return [frame.stylesheet, ...kind, ...(frame.theme === undefined ? [] : [frame.theme])];
}

/** The shell around every page: head, skip link, banner, navigation, main, footer. */
function Page(props: PageProps & { children: ComponentChildren }) {
  const { frame, wording, link } = usePage();
  const internal = frame.site === 'internal';
  const spoken = markSpoken(frame);
  const title = props.title === undefined ? frame.title : `${props.title} – ${frame.title}`;
  return (
    <html lang={frame.language} dir={wording.direction}>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={contentSecurityPolicy(frame.fonts === true)} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{internal ? wording.page.internalTitle(title) : title}</title>
        {props.description !== undefined && <meta name="description" content={props.description} />}
        {internal || props.noindex ? <meta name="robots" content="noindex" /> : null}
        <meta name="color-scheme" content="light dark" />
        {listStylesheets(frame, props).map((address) => (
          <link key={address} rel="stylesheet" href={link(address)} />
        ))}
        {props.scripts?.map((name) => (
          <script key={name} defer src={link(scriptAddress(name))} />
        ))}
        {!internal && props.address !== notFoundAddress && (
          <link rel="canonical" href={absoluteLink(frame.url, props.redirectTo ?? props.address)} />
        )}
        {props.redirectTo !== undefined && (
          <meta http-equiv="refresh" content={`0; url=${link(props.redirectTo)}`} />
        )}
        {props.markdown !== undefined && (
          <link rel="alternate" type="text/markdown" href={link(props.markdown)} />
        )}
        {!internal && props.address !== notFoundAddress && props.redirectTo === undefined && (
          <LinkPreview {...props} />
        )}
        {frame.feed !== undefined && (
          <link rel="alternate" type="application/atom+xml" title={frame.title} href={link(frame.feed)} />
        )}
      </head>
      <body class={`site-${frame.site}`}>
        <a class="skip" href="#content" {...spoken}>
          {wording.page.skip}
        </a>
        <SiteHeader {...props} />
        <main id="content" class={props.layout} tabIndex={-1} {...spoken}>
          {props.children}
        </main>
        <SiteFooter />
      </body>
    </html>
  );
}

function SiteHeader({ address, section }: PageProps) {
  const { frame, wording, link } = usePage();
  const { logo, home } = frame.brand;
  const spoken = markSpoken(frame);
  const mark = logo === undefined ? undefined : <img src={link(logo)} alt="" height="28" />;
  return (
    <header class="site-header">
      {frame.site === 'internal' && (
        <p class="internal-notice" {...spoken}>
          <strong>{wording.page.internal}</strong>
        </p>
      )}
      <div class="site-header-inner">
        {home !== undefined && mark !== undefined && (
          <a class="site-logo" href={home} aria-label={wording.page.company(hostOf(home))}>
            {mark}
          </a>
        )}
        {home === undefined && mark !== undefined && <span class="site-logo">{mark}</span>}
        <a
          class="site-name"
          href={link(homeAddress)}
          aria-current={address === homeAddress ? 'page' : undefined}
        >
          {frame.title}
        </a>
        {frame.navigation.length > 0 && (
          <nav class="site-navigation" aria-label={wording.page.navigation} {...spoken}>
            <ul>
              {frame.navigation.map((item) => (
                <li key={item.address}>
                  <a href={link(item.address)} aria-current={currentOf(item.address, address, section)}>
                    {item.label}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </div>
    </header>
  );
}

function currentOf(
  item: Address,
  address: Address,
  section: Address | undefined,
): 'page' | 'true' | undefined {
  if (item === address) return 'page';
  return item === section ? 'true' : undefined;
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}

function SiteFooter() {
  const { frame, wording, link } = usePage();
  const { home, contact, footer } = frame.brand;
  const links = [
    ...(home === undefined ? [] : [{ href: home, text: hostOf(home) }]),
    ...(contact === undefined ? [] : [{ href: contact, text: wording.page.contact }]),
    ...(frame.feed === undefined ? [] : [{ href: link(frame.feed), text: wording.page.feed }]),
  ];
  if (footer === undefined && links.length === 0) return null;
  return (
    <footer class="site-footer">
      <div class="site-footer-inner">
        {footer !== undefined && (
          <p>
            <InlineText text={footer} />
          </p>
        )}
        {links.length > 0 && (
          <ul {...markSpoken(frame)}>
            {links.map(({ href, text }) => (
              <li key={text}>
                <a href={href}>{text}</a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </footer>
  );
}
