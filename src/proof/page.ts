import { contentSecurityPolicy } from '../render/page.js';
import { renderScripts } from '../render/script.js';
import { readMarkup } from './markup.js';

/** What a file of a site says: every stretch that is read as one, and what is wrong with it. */
export interface ReadFile {
  /** Paragraphs, cells, values of attributes, each by itself. */
  readings: string[];
  /** Completes "The file came out with …"; undefined when it is as it should be. */
  fault: string | undefined;
}

/** What a page may consist of. What runs, loads, frames or sends something is not among it. */
const elements = new Set(
  'html head meta title link script body a abbr address article aside b bdi bdo blockquote br caption cite code col colgroup data dd del details dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr i img ins kbd li main mark nav ol p pre q s samp section small span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr svg g path rect circle ellipse line polyline polygon text tspan desc defs clipPath pattern linearGradient stop'.split(
    ' ',
  ),
);

/** Elements within a line. All others, and those that hold a text of somebody else than what is around them, stand by themselves. */
const inLine = new Set('a abbr b br cite code data del dfn em i ins kbd mark q s samp small strong sub sup u var wbr'.split(' ')); // prettier-ignore

/** Attributes that run or load something, or that a policy without exceptions would have to forbid. */
const harmful =
  /^(?:on.*|style|src(?:set|doc)|ping|(?:form)?action|background|poster|data|code(?:base)?|manifest|nonce|integrity|imagesizes|imagesrcset|is|part|slot|xlink:.*|xml:base|(?:attributionsrc)|target|download)$/i;

/**
 * Reads a page again as a browser would get it, and checks what must be true of every one: nothing runs, nothing is loaded
 * from elsewhere, the policy stands in it, ids are there once, and it says for whom it is.
 */
export function readPage(html: string, site: 'public' | 'internal'): ReadFile {
  const ids = new Set<string>();
  const seen = new Set<string>();
  const told = { policy: '', robots: '', notice: false, body: '' };
  const faults: string[] = [];
  const page = createFragmentReader(faults, site, (name, attributes) => {
    const id = findValue(attributes, 'id');
    // Colleagues may find what is no more than untidy.
    if (id !== undefined && site === 'public' && (id === '' || ids.has(id)))
      faults.push('an id that stands twice');
    if (id !== undefined) ids.add(id);
    if (name === 'body') told.body = findValue(attributes, 'class') ?? '';
    // Drawings have titles of their own.
    if (/^(?:main|h1|body)$/.test(name) || (name === 'title' && !seen.has('body'))) {
      if (seen.has(name)) faults.push(`more than one <${name}>`);
      seen.add(name);
    }
    if (name === 'meta') readMeta(attributes, told, faults);
  });
  const start = '<!DOCTYPE html>\n<html lang="';
  if (!html.startsWith(start)) faults.push('another beginning');
  const fault = readMarkup(html.slice('<!DOCTYPE html>\n'.length).trimEnd(), 'html', page.reader);
  const { readings } = page;
  if (fault !== undefined) return { readings, fault };
  const policies = [false, true].map((fonts) => contentSecurityPolicy(fonts));
  if (!policies.includes(told.policy)) faults.push('another content security policy');
  for (const name of ['title', 'main', 'body']) if (!seen.has(name)) faults.push(`no <${name}>`);
  const isMarked = readings.includes('Internal: not for publication');
  if (site === 'internal' && (told.robots !== 'noindex' || !isMarked))
    faults.push('nothing that says it is internal');
  if (told.body !== `site-${site}`) faults.push('the face of the other site');
  return { readings, fault: faults[0] };
}

type Attributes = readonly (readonly [name: string, value: string])[];

function findValue(attributes: Attributes, name: string): string | undefined {
  return attributes.find(([key]) => key === name)?.[1];
}

function readMeta(attributes: Attributes, told: { policy: string; robots: string }, faults: string[]): void {
  const [name, header] = [findValue(attributes, 'name'), findValue(attributes, 'http-equiv')];
  const content = findValue(attributes, 'content') ?? '';
  if (name === 'robots') told.robots = content;
  if (header === undefined) return;
  if (header === 'Content-Security-Policy') told.policy = content;
  else if (header !== 'refresh' || !/^0; url=(?![a-z][a-z\d+.-]*:|\/)[^\s\\]*$/i.test(content))
    faults.push('a header that it should not have');
}

/** Reads a piece of HTML that others put into a page of theirs, such as what stands in a feed. */
export function readFragment(html: string): ReadFile {
  const faults: string[] = [];
  const { reader, readings } = createFragmentReader(faults, 'public', (name) => {
    if (/^(?:html|head|body|title|meta|link|script|main)$/.test(name))
      faults.push(`<${name}> in a piece of a page`);
  });
  const fault = readMarkup(html, 'html', reader);
  return { readings, fault: fault ?? faults[0] };
}

function createFragmentReader(
  faults: string[],
  site: 'public' | 'internal',
  look: (name: string, attributes: Attributes) => void,
) {
  const readings: string[] = [];
  let line = '';
  let depth = 0;
  let isScript = false;
  const endLine = (): void => {
    const words = line.replace(/\s+/g, ' ').trim();
    if (words !== '') readings.push(words);
    line = '';
  };
  // Within code the colours of its words are no borders between them.
  const isBorder = (name: string): boolean => !inLine.has(name) && !(name === 'span' && depth > 0);
  return {
    readings,
    reader: {
      open(name: string, attributes: Attributes): void {
        if (isBorder(name)) endLine();
        if (name === 'br') line += '\n';
        if (name === 'pre' || name === 'code') depth += 1;
        if (!elements.has(name)) faults.push(`<${name}>, which has no place there`);
        for (const [key, value] of attributes) {
          if (read.has(key)) readings.push(...readValue(key, value));
          if (isHarmful(key)) faults.push(`the attribute ${key} of <${name}>`);
          if (key === 'href' && !isHarmless(value)) faults.push('a link that may do harm');
          if (
            key === 'src' &&
            (name !== 'img' || !isHarmless(value)) &&
            !(name === 'script' && isOurScript(value, site))
          )
            faults.push('something that is loaded');
        }
        isScript = name === 'script';
        if (isScript && findValue(attributes, 'src') === undefined) faults.push('a script within the page');
        look(name, attributes);
      },
      text(words: string): void {
        if (isScript) faults.push('a script within the page');
        line += words;
      },
      close(name: string): void {
        isScript = false;
        if (name === 'pre' || name === 'code') depth -= 1;
        if (isBorder(name)) endLine();
      },
    },
  };
}

/** Names are few, and asked for on every page. */
const judged = new Map<string, boolean>();

function isHarmful(name: string): boolean {
  const known = judged.get(name);
  if (known !== undefined) return known;
  const isOne = harmful.test(name);
  judged.set(name, isOne);
  return isOne;
}

/** Attributes that somebody reads, or follows. Others (ids, classes, coordinates) are ours, or made of a text that stands there too. */
const read = new Set(['alt', 'title', 'aria-label', 'content', 'href', 'src', 'datetime']);

function readValue(key: string, value: string): string[] {
  if (key !== 'href' || /^[a-z]+:/i.test(value))
    return value.includes('%') ? [value, decodeHref(value)] : [value];
  // Within a site what follows `#` is made of a heading's text and a word of ours before it.
  return [value.replace(/#.*/s, '')];
}

/** An address as somebody reads it who follows it. */
function decodeHref(href: string): string {
  try {
    return decodeURI(href);
  } catch {
    return href;
  }
}

const ourScripts = {
  public: new Set(renderScripts('public').map(({ path }) => path)),
  internal: new Set(renderScripts('internal').map(({ path }) => path)),
};

/** Whether it is one of the scripts that we wrote ourselves for a site, within it. */
function isOurScript(src: string, site: 'public' | 'internal'): boolean {
  return ourScripts[site].has(src.replace(/^(?:\.\.?\/)*/, ''));
}

/** Whether a link leads to an address of the web or of mail, or within the site. */
function isHarmless(href: string): boolean {
  if (/[\p{Cc}\p{Cf}\s\\]/u.test(href) || href.startsWith('//')) return false;
  return /^(?:https?:\/\/[^/?#@]+(?:[/?#]|$)|mailto:)/i.test(href) || !/^[^/?#]*:/.test(href);
}
