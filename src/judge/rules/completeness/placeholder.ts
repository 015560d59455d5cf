/** What stands in a text until somebody writes what belongs there. */
export interface Placeholder {
  pattern: RegExp;
  /** The gate speaks of it where customers would read it: anywhere, at the beginning of a line, or where Markdown takes it for HTML. */
  gated?: 'anywhere' | 'beginning' | 'html';
}

/** One word between `<` and `>` that is no HTML element but asks for something. */
const asked =
  'service|service[ _-]name|date|time|name|team|number|person|owner|product|duration|description|link|url|id|id here|tbd|todo|x|xx|n|placeholder|text|value|reason|severity|customer|customers|region|host|hostname|ticket|issue|percent|percentage';

/** Several words, one of which only makes sense to the author: `<name of the service>`, `<your team>`. */
const phrase = String.raw`(?:your|insert|enter|add|describe|fill in|name of|date of|time of|number of|link to|list of|what|who|when|why|how|which)(?: [^<>\r\n]{1,60})`;

/** Looked for in prose, code left out. Words in capitals are placeholders only where a text could stand in their place. */
export const placeholders: readonly Placeholder[] = [
  // "TODO: ask Kim", "- TBD", "**FIXME**", but not "a TODO in the code"
  { pattern: /\b(?:TODO|FIXME|TBD|TBC|WIP)\b(?![-/\p{L}\p{N}])/gu, gated: 'beginning' },
  { pattern: /(?<![\p{L}\p{N}.+/-])XXX+(?![\p{L}\p{N}./-])/gu, gated: 'beginning' },
  { pattern: /(?<![^\s([{:"“–—-])\?{3,}(?![\p{L}\p{N}])/gu, gated: 'beginning' },
  // "XX minutes", "X %", "on YYYY-MM-DD at HH:MM"
  {
    pattern:
      /(?<![\p{L}\p{N}.+/-])(?:XX? ?(?:%|minutes\b|hours\b)|XX (?:customers|users|orders|requests)\b|(?:YYYY-MM-DD|HH:MM)(?![\p{L}\p{N}-]))/gu,
  },
  // "at XX:XX", but no address of a network card
  { pattern: /(?<![\p{L}\p{N}.:+/-])XX?:XX(?::XX)?(?![\p{L}\p{N}:/-])/gu },
  // "[TIME]", "[SERVICE NAME]", but not "[TIME](https://…)"
  {
    pattern:
      /\[(?:(?:START|END|SERVICE|CUSTOMER|TEAM|INCIDENT|TICKET|AFFECTED)[ _-])?(?:TIMES?|DATE|NAME|SERVICES?|LINK|URL|NUMBER|TEAM|OWNER|PERSON|DURATION|REGION|HOST|TICKET|SEVERITY|CUSTOMERS?|REASON|ROOT CAUSE|DESCRIPTION|X{1,3})\](?![([:])/gu,
  },
  { pattern: /\blorem ipsum\b/giu },
  // "[insert graph here]", "[your name]", but not "[your name](https://…)"
  {
    pattern:
      /\[(?:(?:please )?(?:insert|describe|fill in|fill out|enter|add|explain|list|replace|name of|number of|link to|date of|time of)\b|your\b|todo\b|tbd\b|tbc\b|placeholder\b)[^[\]\r\n]{0,120}\](?![([:])/giu,
  },
  // "[Kim to fill in]", "[to be written by the storage team]"
  {
    pattern:
      /\[[^[\]\r\n]{0,60}\bto (?:fill (?:this |it |that )?in|add|write|complete|confirm|be (?:filled in|written|added|completed|confirmed|decided))\b[^[\]\r\n]{0,60}\](?![([:])/gi,
  },
  // "{{ summary }}", "${NAME}", but not "${HOME}/bin"
  { pattern: /\{\{[ \t]{0,3}[\w.-]{1,40}[ \t]{0,3}\}\}/g, gated: 'anywhere' },
  { pattern: /(?<![\w$./=-])\$\{[A-Z][A-Z0-9_]{1,40}\}(?![\w$/=-]|\.\w)/g },
  { pattern: new RegExp(`(?<![\\p{L}\\p{N}])<(?:${asked}|${phrase})>`, 'giu'), gated: 'html' },
];

/** A text that is nothing but this says nothing. */
const empty =
  /^[\s*_>•-]*(?:…|\.{2,}|\?+|-+|–|—|x{2,}|tbd|tbc|todo|to ?do|fixme|to be (?:determined|confirmed|written|added|done|decided|defined|completed|filled in)|coming soon|placeholder|none yet|fill me in|what happened, to whom)[\s*_.!]*$/iu;

/** A paragraph all in emphasis that tells the author what to write, as templates have them: `_Describe the impact._` */
const prompt =
  /^\s*([_*]{1,3})(?![_*])(?:please )?(?:describe|explain|list|summari[sz]e|write|insert|provide|include|outline|document|fill in|give (?:a|an)|state|note)(?= )[^_*]{3,300}\1\s*$/i;

/** Whether a whole text, or paragraph, as written, is the prompt of a template. */
export function isPrompt(text: string): boolean {
  return text.length < 400 && prompt.test(text);
}

/** Whether a title or a summary stands for none. */
export function isNothing(text: string): boolean {
  return /^(?:n\/?a|none|nil|null|untitled|title|summary|unknown)[\s.]*$/i.test(text);
}

/** Whether a whole text, or paragraph, only holds the place of one. */
export function isPlaceholder(text: string): boolean {
  return text.length < 60 && empty.test(text);
}

/** Words in capitals are talked about as well: “a TODO in the code”, “the TBD values”. */
export function isTalkedAbout(before: string, found: string, after: string): boolean {
  // "The format YYYY-MM-DD", "parsed as HH:MM", "YYYY-MM-DD strings"
  if (/^(?:YYYY|HH)/.test(found))
    return (
      /\b(?:formats?|formatted|patterns?|form|as|like|instead of|not|than|expect\w*|parse[sd]?)[\s"“'(:]*$/iu.test(
        before,
      ) || /^["”')\s]*(?:formats?|patterns?|strings?|notation|was|were|is|and not|instead)\b/iu.test(after)
    );
  // "The variable ${NAME} was empty"
  if (found.startsWith('$'))
    return (
      /\b(?:variables?|literal(?:ly)?|string|text|expands?|path|value|read|said|of|like|with|as|by)[\s"“'(:]*$/i.test(
        before,
      ) || /^["”')\s]*(?:is|was|were|had|variables?|could|did|in)\b/i.test(after)
    );
  if (!/^(?:TODO|FIXME|TBD|TBC|WIP)$/.test(found)) return false;
  // At the beginning of a text, line or bracket, or behind a colon or dash, nothing is said about it.
  if (
    /(?:^|[\r\n]|[:([{|–—]|[.!?]\s| -)[\s*_>#•-]*(?:\d{1,3}[.)]\s+)?(?:\[[ xX]\]\s+)?["“*_]*$/u.test(before)
  )
    return /^\s+(?:comments?|lists?|items?|markers?|notes?)\b/iu.test(after);
  // "The root cause is TBD." "Numbers still TBD"
  if (
    found.startsWith('T') &&
    /\b(?:is|are|was|still|remains?|currently|date|owner|cause)[\s*_]*$/iu.test(before)
  )
    return /^\s+\p{L}/u.test(after);
  return true;
}
