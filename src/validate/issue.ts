import * as z from 'zod';
import { quote } from '../diagnostic/quote.js';
import { refuse, type Refusal } from '../time/refusal.js';
import type { DataPath } from '../parse/yamlTree.js';
import { getAt, isUnder } from './repair.js';
import { findAlternative, findMeta, findSchema, unwrap } from './schema/field.js';
import { describeWayOut, notYet, type IssueParams } from './schema/value.js';
import { isNothing } from './named.js';
import { findSuggestion, isOneSlip, listWords } from './suggestion.js';

/** An issue in our own words; the caller gives it a place. */
export interface Finding {
  rule: string;
  path: DataPath;
  part: 'key' | 'value';
  message: string;
  hint?: string;
  /** The key that an unknown one was most likely meant to be. */
  meant?: string;
  /** Keys that are not missing, since what they are to say stands in this one. */
  holds?: readonly string[];
  /** Whether nothing else can be meant by it. */
  certain?: boolean;
  /** Values that may have been meant in place of the one that is wrong. */
  texts?: readonly string[];
}

type Issue = z.core.$ZodIssue;

/** A union's issue becomes those of the alternative that the author most likely meant; others stay as they are. */
export function flattenIssue(issue: Issue, data: unknown, schema: z.ZodType): Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const path = issue.path as DataPath;
  const value = getAt(data, path);
  const alternatives = issue.errors
    .filter((issues) => !issues.some((one) => one.path.length === 0 && isOtherShape(one, value)))
    .toSorted((a, b) => weigh(a) - weigh(b));
  const written = findWritten(schema, path, value);
  const likeliest = (written && issue.errors[written.index]) ?? alternatives[0] ?? issue.errors[0] ?? [];
  return likeliest
    .map((one): Issue => ({ ...one, path: [...path, ...one.path] }))
    .flatMap((one) => flattenIssue(one, data, schema));
}

/** The alternative of a union that a group of keys was written for, and its place in the union. */
function findWritten(
  schema: z.ZodType,
  path: DataPath,
  value: unknown,
): { option: z.ZodObject; index: number } | undefined {
  const union = resolve(findSchema(schema, path));
  if (!(union instanceof z.ZodUnion) || typeof value !== 'object' || value === null) return undefined;
  const option = Array.isArray(value) ? undefined : findAlternative(union, Object.keys(value));
  return option && { option, index: union.options.indexOf(option) };
}

/** Whether the value is of another YAML shape than an alternative: a list for a text, say. */
function isOtherShape(issue: Issue, value: unknown): boolean {
  if (issue.code === 'invalid_type') return true;
  return issue.code === 'invalid_value' && typeof value !== 'string';
}

function weigh(issues: Issue[]): number {
  return issues.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : 1), 0);
}

/** Says what an issue of zod means to the author of the file. */
export function describeIssue(
  issue: Issue,
  data: unknown,
  schema: z.ZodType,
  empty: readonly DataPath[],
): Finding[] {
  const path = issue.path as DataPath;
  const name = describeName(path);
  const target = findSchema(schema, path);
  const meta = target && findMeta(target);
  const example = meta
    ? { hint: `${meta.description} For example: ${showExample(path, meta.examples[0])}` }
    : {};

  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => describeUnknownKey(key, path, data, schema));
  if (issue.code === 'invalid_key') {
    return [describeUnknownKey(String(path.at(-1)), path.slice(0, -1), data, schema)];
  }
  if (issue.input === undefined) {
    const isEmpty = empty.some((one) => isUnder(one, path) && isUnder(path, one));
    const message = isEmpty ? `${name} has no value` : `${name} is missing`;
    return [{ rule: 'missing-key', path, part: 'key', message, ...example }];
  }
  if (typeof issue.input === 'string' && isNothing(issue.input)) return [describeNothing(issue, target)];
  if (issue.code === 'invalid_type') {
    const message = `${name} is ${valueShape(issue.input)}, expected ${shapeName(issue.expected)}`;
    const [, key, rest = ''] =
      /^([a-z][\w-]*):([^\s/].*)$/i.exec(typeof issue.input === 'string' ? issue.input : '') ?? [];
    const isTight = key !== undefined && /^(?:object|record)$/.test(issue.expected);
    const spaced = { hint: `Write a space behind the colon: ${quote(`${key ?? ''}: ${rest}`)}.` };
    return [{ rule: 'wrong-type', path, part: 'value', message, ...(isTight ? spaced : example) }];
  }
  if (issue.code === 'invalid_value') {
    const allowed = issue.values.map(String);
    const given = valueShape(issue.input);
    const expected = allowed.length === 1 ? issue.message : `expected ${listWords(allowed)}`;
    const near = typeof issue.input === 'string' ? findMeant(issue.input, allowed) : undefined;
    const hint = near === undefined ? {} : { hint: `Did you mean \`${near}\`?`, texts: [near] };
    const rule = typeof issue.input === 'string' ? 'unknown-value' : 'wrong-type';
    return [{ rule, path, part: 'value', message: `${name} is ${given}, ${expected}`, ...hint }];
  }
  const params = (issue.code === 'custom' ? issue.params : undefined) as IssueParams | undefined;
  const isPredicate = /^(?:is|must|needs|has) /.test(issue.message);
  const message = isPredicate ? `${name} ${issue.message}${showInput(issue.input)}` : issue.message;
  const refusal = params?.refusal && withDay(params.refusal, path, data);
  const way = refusal ? describeWayOut(refusal) : params?.hint;
  const hint = way === undefined ? {} : { hint: way };
  return [
    {
      rule: params?.rule ?? 'invalid-value',
      path,
      part: 'value',
      message,
      ...hint,
      ...(refusal?.suggestions ? { texts: refusal.suggestions } : {}),
    },
  ];
}

/** `~` and `null` in the place of a value: they are read as texts, and meant as none. */
function describeNothing(issue: Issue, target: z.ZodType | undefined): Finding {
  const path = issue.path as DataPath;
  const params = (issue.code === 'custom' ? issue.params : undefined) as IssueParams | undefined;
  const rules: Partial<Record<Issue['code'], string>> = {
    invalid_type: 'wrong-type',
    invalid_value: 'unknown-value',
  };
  const meta = target && findMeta(target);
  const example = meta ? `, e.g. ${showExample(path, meta.examples[0])}` : '';
  const mayMiss = target instanceof z.ZodOptional || target instanceof z.ZodDefault;
  const isEntry = typeof path.at(-1) === 'number';
  const way = isEntry
    ? 'Remove the entry, or write one'
    : mayMiss
      ? 'Remove the key, or write a value'
      : 'Write a value';
  const hint = params?.refusal?.hint === notYet ? notYet : `${way}${example}.`;
  const given = typeof issue.input === 'string' ? issue.input : '';
  const message = `${describeName(path)} is ${quote(given)}, which stands for nothing`;
  return { rule: params?.rule ?? rules[issue.code] ?? 'invalid-value', path, part: 'value', message, hint };
}

/** A clock time has no day in a milestone: it is offered with that of `started`, where that is written. */
function withDay(refusal: Refusal, path: DataPath, data: unknown): Refusal {
  const { suggestions = [] } = refusal;
  if (path.length !== 1 || !suggestions.some((one) => clockAlone.test(one))) return refusal;
  const started = getAt(data, ['started']);
  const day = typeof started === 'string' ? /^~?(\d{4}-\d{2}-\d{2})(?![\d-])/.exec(started)?.[1] : undefined;
  const placed = suggestions.flatMap((one) => {
    if (!clockAlone.test(one)) return [one];
    return day === undefined ? [] : [one.replace(/^~?/, (about) => `${about}${day} `)];
  });
  const hint = day === undefined ? 'The day stands before the hour, like 2026-03-14 09:40.' : refusal.hint;
  return refuse(refusal.message, { ...(hint === undefined ? {} : { hint }), suggestions: placed });
}

const clockAlone = /^~?\d{1,2}:\d{2}/;

/** The allowed value that was most likely meant; `yes` is `true`. */
function findMeant(word: string, allowed: readonly string[]): string | undefined {
  if (allowed.includes('true') && /^(?:yes|on|1|y)$/i.test(word)) return 'true';
  if (allowed.includes('false') && /^(?:no|off|0|n)$/i.test(word)) return 'false';
  return (
    findSuggestion(word, allowed) ??
    allowed.find((one) => one.length > 3 && word.toLowerCase().startsWith(one))
  );
}

/** "`severity`", "An entry of `timeline`" */
function describeName(path: DataPath): string {
  if (path.length === 0) return 'The file';
  return typeof path.at(-1) === 'number' ? `An entry of \`${lastKey(path)}\`` : `\`${lastKey(path)}\``;
}

function lastKey(path: DataPath): string {
  return path.findLast((step) => typeof step === 'string') ?? '';
}

function describeUnknownKey(key: string, path: DataPath, data: unknown, schema: z.ZodType): Finding {
  const written = findWritten(schema, path, getAt(data, path));
  const parent = written?.option ?? resolve(findSchema(schema, path));
  const known = parent instanceof z.ZodObject ? Object.keys(parent.shape) : [];
  const near = findSuggestion(key, known);
  const home = near === undefined ? findHome(schema, key) : undefined;
  const where = path.length === 0 ? 'here' : `in ${describeOwner(path)}`;
  const isTime = /^\d{1,2}:\d\d$|^\d{4}-\d\d-\d\d[ T]\d\d:\d\d$/.test(key) && known.includes('at');
  const hint = isTime
    ? `Write \`at: ${key}\`, and what happened as \`text:\` on a line below it.`
    : near !== undefined
      ? `Did you mean \`${near}\`?`
      : home !== undefined
        ? `${quote(key)} is a key of ${home}.`
        : `Known ${where}: ${listWords(known, 'and')}.`;
  const message = `There is no key ${quote(key)} ${where}`;
  return {
    rule: 'unknown-key',
    path: [...path, key],
    part: 'key',
    message,
    hint,
    ...(near === undefined ? {} : { meant: near, certain: isOneSlip(key, near, known) }),
    ...(isTime ? { holds: ['at', 'text'] } : {}),
  };
}

/** "an entry of `impact`", "`public`" */
function describeOwner(path: DataPath): string {
  return typeof path.at(-1) === 'number' ? `an entry of \`${lastKey(path)}\`` : `\`${lastKey(path)}\``;
}

/** Where else in the schema a key is at home: a key is often right and only indented wrongly. */
function findHome(schema: z.ZodType, key: string): string | undefined {
  const search = (node: z.ZodType | undefined, path: DataPath): DataPath | undefined => {
    const at = resolve(node);
    if (at instanceof z.ZodObject) {
      const shape = at.shape as Record<string, z.ZodType>;
      if (Object.hasOwn(shape, key)) return path;
      for (const [name, inner] of Object.entries(shape)) {
        const found = search(inner, [...path, name]);
        if (found) return found;
      }
    }
    if (at instanceof z.ZodArray) return search(at.element as z.ZodType, [...path, 0]);
    return undefined;
  };
  const found = search(schema, []);
  if (!found) return undefined;
  return found.length === 0 ? 'the top level; check the indentation' : describeOwner(found);
}

function resolve(schema: z.ZodType | undefined): z.ZodType | undefined {
  let at = schema;
  for (let inner = at && unwrap(at); inner; inner = unwrap(inner)) at = inner;
  return at;
}

function shapeName(expected: string): string {
  if (expected === 'array') return 'a list';
  return expected === 'object' || expected === 'record' ? 'keys with values' : 'a text';
}

function valueShape(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (value === null) return 'empty';
  return typeof value === 'string' ? quote(value) : 'a group of keys';
}

function showInput(input: unknown): string {
  return typeof input === 'string' && input.trim() !== '' ? `: ${quote(input)}` : '';
}

/** An example as one would write it: `since: 2026-03-18`, or an entry of a list. */
function showExample(path: DataPath, example: unknown): string {
  return typeof path.at(-1) === 'number'
    ? `\`- ${showValue(example)}\``
    : `\`${lastKey(path)}: ${showValue(example)}\``;
}

function showValue(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(showValue).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  return `{ ${Object.entries(value)
    .map(([key, inner]) => `${key}: ${showValue(inner)}`)
    .join(', ')} }`;
}
