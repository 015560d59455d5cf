import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Address } from './link.js';
import { absoluteLink, relativeLink } from './link.js';
import type { Wording } from './wording/wording.js';

/** What all pages of one site have in common. Made once a site. */
export interface Frame {
  site: 'public' | 'internal';
  /** The site's title. */
  title: string;
  /** A BCP 47 tag: that of the authors' texts. */
  language: string;
  /** What the pages say by themselves. */
  wording: Wording;
  /** The base, with a slash at its end; canonical links need it. */
  url: string;
  /** The day of the build, `YYYY-MM-DD`. */
  asOf: string;
  /** The main navigation. */
  navigation: readonly { label: string; address: Address }[];
  /** The style sheet that all pages share; its name carries a hash of its content. */
  stylesheet: Address;
  /** The company's own style sheet, which stands behind all others. */
  theme?: Address;
  /** Whether it brings fonts of this site. */
  fonts?: true;
  /** The feed, where there is one. */
  feed?: Address;
  brand: {
    logo?: string;
    home?: string;
    contact?: string;
    footer?: string;
    /** The picture beside links to pages, below the base. */
    card?: { path: string; width: number; height: number };
  };
  /** How many severities the settings have: the last is the lightest. Decides the shape of a severity's mark. */
  severityCount: number;
  /** Whether the site has a page at an address. Links in authors' texts lead nowhere else. */
  hasPage: (address: Address) => boolean;
}

/**
 * What marks words of ours where they are in another language than the texts around them: nothing where the pages speak the
 * language of the authors. The direction of a page is always that of our words: a sentence of ours with numbers in it would be
 * read wrongly in the other one, while texts of authors bring their own.
 */
export function markSpoken({ language, wording }: Frame): { lang?: string } {
  const [own, spoken] = [language, wording.language].map((tag) => new Intl.Locale(tag).language);
  return own === spoken ? {} : { lang: wording.language };
}

/** What components know of the page they stand on. */
export interface PageContext {
  frame: Frame;
  wording: Wording;
  address: Address;
  /** The `href` to another address of the site. */
  link: (to: Address) => string;
  /**
   * What marks an element that holds an author's text: its direction is that of its own words, and where ours are in another
   * language than the site's it says which it is in (WCAG 3.1.2).
   */
  author: { dir: 'auto'; lang?: string };
}

/**
 * The context of one page. `absolute` writes whole URLs: for 404.html alone, which answers at any depth.
 */
export function createPageContext(frame: Frame, address: Address, absolute = false): PageContext {
  const link = absolute
    ? (to: Address) => absoluteLink(frame.url, to)
    : (to: Address) => relativeLink(address, to);
  const isForeign = markSpoken(frame).lang !== undefined;
  const author = { dir: 'auto' as const, ...(isForeign ? { lang: frame.language } : {}) };
  return { frame, wording: frame.wording, address, link, author };
}

const Context = createContext<PageContext | undefined>(undefined);

/** Hands the page's context to everything below it. */
export const PageContextProvider = Context.Provider;

/** The page that a component stands on. Only inside `renderPage`. */
export function usePage(): PageContext {
  const page = useContext(Context);
  if (page === undefined) throw new Error('A component that needs its page was rendered without one');
  return page;
}
