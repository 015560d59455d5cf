/** What stands in a text until somebody writes what belongs there. */
export interface Placeholder {
  pattern: RegExp;
  /** The gate speaks of it where customers would read it: at the beginning of a line, or wherever Markdown takes it for HTML. */
  gated?: 'beginning' | 'html';
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
  { pattern: /\blorem ipsum\b/giu },
  // "[insert graph here]", "[your name]", but not "[your name](https://…)"
  {
    pattern:
      /\[(?:(?:please )?(?:insert|describe|fill in|fill out|enter|add|explain|list|replace|name of|number of|link to|date of|time of)\b|your\b|todo\b|tbd\b|tbc\b|placeholder\b)[^[\]\r\n]{0,120}\](?![([:])/giu,
  },
  { pattern: new RegExp(`(?<![\\p{L}\\p{N}])<(?:${asked}|${phrase})>`, 'giu'), gated: 'html' },
];

/** A text that is nothing but this says nothing. */
const empty =
  /^[\s*_>•-]*(?:…|\.{2,}|\?+|-+|–|—|x{2,}|tbd|tbc|todo|to ?do|fixme|to be (?:determined|confirmed|written|added|done|decided|defined|completed|filled in)|coming soon|placeholder|none yet|fill me in|what happened, to whom)[\s*_.!]*$/iu;

/** Whether a whole text, or paragraph, only holds the place of one. */
export function isPlaceholder(text: string): boolean {
  return text.length < 60 && empty.test(text);
}

/** Words in capitals are talked about as well: “a TODO in the code”, “the TBD values”. */
export function isTalkedAbout(before: string, found: string, after: string): boolean {
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
