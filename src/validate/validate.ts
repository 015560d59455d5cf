import type { z } from 'zod';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { createPlacer } from '../diagnostic/place.js';
import { quoteWhole } from '../diagnostic/quote.js';
import { findPlace, type YamlSource } from '../parse/document.js';
import { findRange, isInFlow } from '../parse/yaml.js';
import type { DataPath } from '../parse/yamlTree.js';
import { createPathSet, type PathSet } from '../parse/pathSet.js';
import { createQuoteHint } from '../parse/yamlProblem.js';
import { createQuotedText, cutFlowText } from '../parse/yamlProse.js';
import { createFixes } from './fix.js';
import { describeIssue, flattenIssue, type Finding } from './issue.js';
import { findMeta, findSchema } from './schema/field.js';
import { getAt, repairAt } from './repair.js';

/** What became of a file's data. */
export interface Validated<V> {
  /**
   * The value, when there is one: where single fields were wrong they are left out, or replaced where they are
   * required, so that the other rooms can say what else is wrong with the file.
   */
  value: V | undefined;
  /** The fields that were left out or replaced; what is said of them would be said of our repair. */
  damaged: DataPath[];
  diagnostics: Diagnostic[];
}

/** How often a value is repaired and looked at again: each round finds what the one before hid. */
const maxRounds = 12;

/**
 * Checks a file's data against a schema. All issues are found in one go: what is wrong is repaired in a copy, and the
 * copy is checked again, since zod looks at an object's refinements only when its shape is right.
 */
export function validate<S extends z.ZodType>(
  schema: S,
  source: YamlSource,
  extra?: RegExp,
): Validated<z.output<S>> {
  const diagnostics: Diagnostic[] = [];
  const damaged: DataPath[] = [...source.damaged];
  const report = (finding: Finding): void => {
    const { rule, path, part, message, hint } = finding;
    const fixes = createFixes(finding, source);
    diagnostics.push({
      path: source.path,
      place: findPlace(source, path, part),
      level: 'error',
      blocks: true,
      rule,
      message,
      ...(hint === undefined ? {} : { hint }),
      ...(fixes.length === 0 ? {} : { fixes }),
    });
  };

  const cut = findCutProse(schema, source);
  const placer = createPlacer(source.text);
  for (const { path, range, text } of cut) {
    diagnostics.push({
      path: source.path,
      place: placer(range),
      level: 'error',
      blocks: true,
      rule: 'yaml-prose',
      message: 'YAML ends this text before the ` #`, and takes the rest for a comment',
      hint: createCutHint(path, text),
    });
    damaged.push(path);
  }

  const { data, empty } = dropEmpty(source.data, schema, extra);
  let value: z.output<S> | undefined;
  for (let round = 0; round < maxRounds; round++) {
    const result = schema.safeParse(data, { reportInput: true });
    if (result.success) {
      value = result.data;
      break;
    }
    const issues = result.error.issues.flatMap((one) => flattenIssue(one, data, schema));
    const harmed = createPathSet(damaged);
    const findings = issues.flatMap((issue) => {
      const path = issue.path as DataPath;
      // What an entry as a whole lacks may be what was taken out of it.
      const isKnown =
        harmed.isUnder(path) || (issue.code === 'custom' && path.length > 0 && harmed.isAbove(path));
      return isKnown ? [] : describeIssue(issue, data, schema, empty);
    });
    // The keys that are misspelt, each in the place where it would be missed.
    const misspelt = createPathSet(
      findings.flatMap((one) => namesOf(one).map((key) => [...one.path.slice(0, -1), key])),
    );
    for (const finding of findings) {
      // What a misspelt key was to say is not missing.
      for (const key of namesOf(finding)) damaged.push([...finding.path.slice(0, -1), key]);
      if (isExplained(finding, misspelt, source)) continue;
      const prose = finding.rule === 'unknown-key' ? findProseInFlow(finding.path, source) : undefined;
      if (prose !== 'covered') report(prose ?? finding);
    }
    for (const issue of issues) {
      damaged.push(...repairAt(data, issue, schema));
    }
  }
  return { value, damaged, diagnostics };
}

function createCutHint(path: DataPath, text: string): string {
  const key = typeof path.at(-1) === 'number' ? '-' : `${String(path.at(-1))}:`;
  const isLabel =
    /\s#.*\b(?:internal(?:ly)?|confidential|(?:staff|employees) only|withhe?ld|not (?:for )?(?:the )?(?:public(?:ation)?|customers)|do(?:n[’']t| not) (?:publish|share))\b/i.test(
      text,
    );
  // On a line of its own the comment would withhold as little.
  const otherwise = isLabel
    ? 'remove it: a comment withholds nothing, `internal: true` does'
    : 'give the comment a line of its own';
  return `Quote it if it belongs to the text: ${quoteWhole(`${key} ${createQuotedText(text)}`)}; else ${otherwise}.`;
}

/**
 * Plain prose with a comment behind it: ` #` inside a sentence cuts it without a word. One word with a comment set apart
 * by two spaces is meant so.
 */
export function findCutProse(schema: z.ZodType, source: YamlSource): YamlSource['commented'] {
  return source.commented.filter(({ path, text }) => {
    const found = findSchema(schema, path);
    const isProse = found !== undefined && findMeta(found)?.text !== undefined;
    return isProse && !/^\S+[ \t]{2,}#(?:\s|$)/.test(text);
  });
}

/** The keys whose values stand under a name that is not theirs. */
function namesOf({ meant, holds = [] }: Finding): readonly string[] {
  return meant === undefined ? holds : [meant, ...holds];
}

/**
 * Whether a key is missing, or a text empty, because its name is misspelt beside it, or because the line that fitted
 * nowhere held it: then that has been said.
 */
function isExplained({ rule, path }: Finding, misspelt: PathSet, source: YamlSource): boolean {
  const isMissing = rule === 'missing-key';
  if (!isMissing && rule !== 'invalid-value') return false;
  const owner = isMissing ? path.slice(0, -1) : path;
  if (isMissing && misspelt.has(path)) return true;
  if (source.lines.length === 0) return false;
  const range = owner.length === 0 ? ([0, 0] as const) : findRange(source.source, 0, owner, 'value');
  // Lines inside the entry, and those that follow it before anything else does.
  return source.lines.some(([from]) => {
    if (!range || owner.length === 0) return true;
    const between = source.source.slice(range[1], from).replace(/#[^\n]*/g, '');
    return from > range[0] && between.trim() === '';
  });
}

/**
 * An unknown key without a value inside `{ }` is the rest of a text that YAML cut at a comma. Of several such keys in a
 * row the first stands for all: the others are `covered`.
 */
function findProseInFlow(path: DataPath, source: YamlSource): Finding | 'covered' | undefined {
  if (getAt(source.data, path) !== null || !isInFlow(source.source, path)) return undefined;
  const key = String(path.at(-1));
  const parent = getAt(source.data, path.slice(0, -1));
  if (typeof parent !== 'object' || parent === null || Array.isArray(parent)) return undefined;
  // In the order of the file: an object has keys that are numbers before all others.
  const place = (name: string): number =>
    findRange(source.source, source.yaml[0], [...path.slice(0, -1), name], 'key')?.[0] ?? 0;
  const entries = Object.entries(parent as Record<string, unknown>)
    .map(([name, value]) => [name, value, place(name)] as const)
    .toSorted((a, b) => a[2] - b[2]);
  const index = entries.findIndex(([name]) => name === key);
  const start = entries.findLastIndex(([, value], at) => at < index && value !== null);
  const [name = '', text] = entries[start] ?? [];
  if (typeof text !== 'string') return undefined;
  if (start !== index - 1) return 'covered';
  const range = findRange(source.source, source.yaml[0], [...path.slice(0, -1), name], 'value');
  if (!range) return undefined;
  const meant = cutFlowText(source.text.slice(range[0])).replace(/,$/, '').replace(/\s+/g, ' ');
  return {
    rule: 'yaml-prose',
    path,
    part: 'key',
    message: `YAML ends the text of \`${name}\` at the comma before \`${key}\``,
    hint: `Inside \`{ }\` ${createQuoteHint(name, meant).replace(/^[QP]/, (letter) => letter.toLowerCase())}.`,
  };
}

/** A copy without keys that have no value; they are as if they were not there. Also without keys that are kept apart. */
function dropEmpty(data: unknown, schema: z.ZodType, extra?: RegExp): { data: unknown; empty: DataPath[] } {
  const empty: DataPath[] = [];
  const copy = (value: unknown, path: DataPath): unknown => {
    if (Array.isArray(value)) return value.map((entry, index) => copy(entry, [...path, index]));
    if (typeof value !== 'object' || value === null) return value;
    const kept: Record<string, unknown> = {};
    for (const [key, entry] of Object.entries(value)) {
      if (path.length === 0 && extra?.test(key)) continue;
      // A key that no schema knows is kept, so that it is reported as that.
      if (entry === null && findSchema(schema, [...path, key])) empty.push([...path, key]);
      else {
        // Assigning would make a key `__proto__` the prototype.
        const property = {
          value: copy(entry, [...path, key]),
          enumerable: true,
          writable: true,
          configurable: true,
        };
        Object.defineProperty(kept, key, property);
      }
    }
    return kept;
  };
  const result = copy(data ?? {}, []);
  return { data: result, empty };
}
