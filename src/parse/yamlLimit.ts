import type { YamlProblem } from './yamlProblem.js';

/** Limits, checked before the work: counts and sizes, so that the verdict is the same on every machine. */
export const yamlLimits = {
  /** Characters of a front matter, or of `site.yaml`. */
  characters: 128 * 1024,
  /** Lines, commas and brackets: what there is of values is at most as many. */
  values: 6_000,
  /** Texts with something in them that may mean something in Markdown: each is a small document. */
  texts: 1_200,
  /** Levels of lists and keys within each other. */
  depth: 24,
} as const;
const maxLength = yamlLimits.characters;
const maxDepth = yamlLimits.depth;

/** What makes a YAML text too large or too deep to be read; undefined when nothing does. */
export function findYamlLimit(source: string, start: number): YamlProblem | undefined {
  if (source.length > maxLength) {
    return {
      rule: 'yaml-limit',
      range: [start, start],
      message: `This YAML has ${source.length} characters, at most ${maxLength} are read`,
      hint: 'Move long text into the body.',
    };
  }
  const values = countValues(source);
  if (values.count > yamlLimits.values) {
    return {
      rule: 'yaml-limit',
      range: [start + values.at, start + lineEndAt(source, values.at)],
      message: `This YAML has ${values.count} lines, commas and brackets, at most ${yamlLimits.values} are read`,
      hint: 'Move long lists and long text into the body, or into a file that it links to.',
    };
  }
  // An upper bound of the depth, without parsing: a parser that recurses would overflow before it could tell.
  let flow = 0;
  const indents: number[] = [];
  for (let index = 0; index < source.length;) {
    const lineEnd = lineEndAt(source, index);
    const line = source.slice(index, lineEnd);
    const lead = /^(?:\s|[-?](?=\s|$))*/.exec(line)?.[0] ?? '';
    if (lead.length < line.length) {
      while (indents.length > 0 && (indents.at(-1) ?? 0) >= lead.length) indents.pop();
      indents.push(lead.length);
    }
    const dashes = lead.match(/[-?]/g)?.length ?? 0;
    for (const character of line) {
      if (character === '{' || character === '[') flow++;
      else if (character === '}' || character === ']') flow = Math.max(0, flow - 1);
      if (flow > maxDepth * 4) break;
    }
    if (indents.length > maxDepth || dashes > maxDepth || flow > maxDepth * 4) {
      return {
        rule: 'yaml-limit',
        range: [start + index, start + lineEnd],
        message: `This YAML is nested deeper than ${maxDepth} levels`,
        hint: 'No field of an incident or of the settings is nested more than six levels deep.',
      };
    }
    index = lineEnd + 1;
  }
  return undefined;
}

/** How many lines, commas and brackets there are, and where the first stands that is too many. */
function countValues(source: string): { count: number; at: number } {
  let count = 0;
  let at = 0;
  for (const { index } of source.matchAll(/[\n\r,[\]{}]/g)) {
    count++;
    if (count <= yamlLimits.values) at = index + 1;
  }
  return { count, at };
}

/** Where the line that holds an offset ends. */
export function lineEndAt(text: string, from: number): number {
  const found = /[\r\n]/.exec(text.slice(from));
  return found ? from + found.index : text.length;
}
