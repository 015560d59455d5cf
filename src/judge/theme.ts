import { normalize } from 'node:path/posix';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { createPlacer, type Range } from '../diagnostic/place.js';
import { decodePath, isRelative } from './relativeAddress.js';

export const themePath = 'site/theme.css';

type Complaint = readonly [range: Range, message: string, hint: string];

/**
 * Checks the company's own style sheet: it loads nothing from other places, and what it loads of `site/static` is there.
 * `exists` is asked for paths below `site/static`.
 */
export function checkTheme(text: string, exists: (path: string) => boolean): Diagnostic[] {
  const place = createPlacer(text);
  return listComplaints(text, exists).map(([range, message, hint]) => ({
    path: themePath,
    place: place(range),
    level: 'error',
    blocks: true,
    rule: 'theme-css',
    message,
    hint,
  }));
}

/*
 * The pieces of CSS that matter here, as CSS Syntax 3 has them. What could spell any of them otherwise (a backslash outside of
 * quotes, a comment or a string without end) is refused, so that nothing has to be guessed.
 */
const pieces =
  /(?<comment>\/\*[^]*?\*\/)|(?<open>\/\*)|(?<url>url\(\s*(?:(?<bare>[^"'()\\\s]*)|(?<quoted>"(?:[^"\\\n\r\f]|\\[^])*"|'(?:[^'\\\n\r\f]|\\[^])*'))\s*\))|(?<string>"(?:[^"\\\n\r\f]|\\[^])*"|'(?:[^'\\\n\r\f]|\\[^])*')|(?<quote>["'])|(?<escape>\\)|(?<control>[\0-\x08\x0B\x0E-\x1F\x7F\uFEFF])|(?<at>@-?[a-z][\w-]*)|(?<word>[a-z_-][\w-]*(?:\(|\s*:)?)/giu;

function listComplaints(text: string, exists: (path: string) => boolean): Complaint[] {
  const complaints: Complaint[] = [];
  for (const match of text.matchAll(pieces)) {
    const { groups = {}, index, 0: found } = match;
    // What a selector compares with is loaded by nobody: `a[href^="https://"]`.
    if (groups['string'] !== undefined && text.charAt(index - 1) === '=') continue;
    const complaint = describe(groups, exists);
    if (complaint) complaints.push([[index, index + found.length], ...complaint]);
  }
  return complaints;
}

const other = 'Put the file into `site/static`, and name it from there, e.g. `url(../logo.svg)`.';

function describe(
  groups: Record<string, string | undefined>,
  exists: (path: string) => boolean,
): readonly [message: string, hint: string] | undefined {
  const { comment, open, url, bare, quoted, string, quote, escape, control, at, word } = groups;
  if (comment !== undefined) return undefined;
  if (open !== undefined) return ['This comment does not end', 'Write `*/` where it ends.'];
  if (url !== undefined)
    return describeAddress(quoted === undefined ? (bare ?? '') : unquote(quoted), exists);
  if (string !== undefined) {
    return /\/\/|^\s*(?:data|https?|ftp|file|blob|javascript):/i.test(unquote(string))
      ? ['This names an address of another place, which would learn who reads the page', other]
      : undefined;
  }
  if (quote !== undefined) return ['These quotes do not end in their line', 'Write the other quote.'];
  if (escape !== undefined)
    return ['A backslash outside of quotes can spell anything', 'Write the character itself.'];
  if (control !== undefined) return ['Here stands a character that nobody sees', 'Remove it.'];
  const name = (at ?? word ?? '').toLowerCase();
  if (/^@-?(?:[a-z]+-)?(?:import|namespace|document|charset)$/.test(name))
    return [
      `\`${name}\` is not for this file`,
      'Write the rules themselves; fonts belong into `site/static`.',
    ];
  if (/^(?:url|src|expression|paint)\($/.test(name))
    return [`\`${name}…)\` is not written so that its address can be told`, other];
  if (/^(?:-ms-)?behavior\s*:$/.test(name) || /^-moz-binding\s*:$/.test(name))
    return [`\`${name}\` runs something, and nothing runs on these pages`, 'Remove it.'];
  return undefined;
}

function describeAddress(
  url: string,
  exists: (path: string) => boolean,
): readonly [message: string, hint: string] | undefined {
  if (url.startsWith('#')) return undefined;
  if (/^data:/i.test(url)) return ['Pages load no `data:`', other];
  if (!isRelative(url) || /[\\\s]|^\/\//.test(url))
    return ['This names an address of another place, which would learn who reads the page', other];
  if (url.startsWith('/')) return ['The site may stand below another address than `/`', other];
  // The style sheet stands in `assets`.
  const path = normalize(`assets/${decodePath(url)}`);
  if (exists(path)) return undefined;
  return [
    `There is no site/static/${path}`,
    'Addresses count from `assets/`: site/static/logo.svg is `url(../logo.svg)`.',
  ];
}

/** What a string of CSS says: escapes are read. */
function unquote(string: string): string {
  return string
    .slice(1, -1)
    .replace(/\\([\da-f]{1,6})[ \t\n]?/gi, (_, hex: string) => {
      const code = Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
    })
    .replace(/\\\r?\n/g, '')
    .replace(/\\([^])/g, '$1');
}
