import * as z from 'zod';
import { findMeta, type FieldMeta } from './field.js';

/** The drafts of JSON Schema that we write: the newest, and the one that most editors know. */
export type Draft = '2020-12' | 'draft-07';

interface Options {
  draft: Draft;
  title: string;
}

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** The JSON Schema of data that are JSON already. */
export function createJsonSchema(schema: z.ZodType, { draft, title }: Options): object {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'output', target: targets[draft] });
  return { $schema, title, ...rest };
}

/**
 * The JSON Schema of a file that we read as texts and that editors read as YAML 1.2 does: there `2014` is a number, `true`
 * is true, and a key without a value is null. What `check` accepts is accepted; only a text that is nothing but `true`, `false`
 * or `null` has to be quoted. Keys that match `extra` may stand at the top level.
 */
export function createYamlSchema(
  schema: z.ZodObject,
  { draft, title, extra }: Options & { extra?: string },
): object {
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    io: 'input',
    target: targets[draft],
    override: ({ zodSchema, jsonSchema }) => describeField(zodSchema as unknown as z.ZodType, jsonSchema),
  });
  return { $schema, title, ...rest, ...(extra === undefined ? {} : { patternProperties: { [extra]: {} } }) };
}

const targets = { '2020-12': 'draft-2020-12', 'draft-07': 'draft-07' } as const;

/** Texts that YAML 1.2 reads as numbers (its core schema, 10.3.2). */
const numbers = ['0', '7', '-5', '+17', '99.9', '2014', '0123', '20260314', '0o7', '0x1f', '1e5', '.5'];

/** Says of one schema what editors show, and in which types a reader of YAML sees its values. */
function describeField(schema: z.ZodType, json: JsonSchema): void {
  const meta = findMeta(schema);
  if (meta) {
    // What else a field says of itself is ours, and no keyword of JSON Schema.
    for (const key of Object.keys(meta)) delete json[key];
    json.description = meta.description;
    json.examples = meta.examples.map((example) => asRead(example, meta));
    describeValues(json, meta);
  }
  if (json.type === 'string') widenText(schema, json, meta);
  if (json.type === 'object' && json.properties) {
    const required = new Set(json.required);
    // A key without a value is as if it were not there.
    for (const [key, property] of Object.entries(json.properties)) {
      if (!required.has(key) && typeof property === 'object') allowNull(property);
    }
  }
}

/** Editors show the meaning of each value: some as plain text, some as Markdown. */
function describeValues(json: JsonSchema, { values }: FieldMeta): void {
  if (!values || !json.enum) return;
  const meanings = json.enum.map((value) => values[String(value)] ?? '');
  json['enumDescriptions'] = meanings;
  json['markdownEnumDescriptions'] = meanings;
}

/** Lets a text be what YAML makes of its bare spelling, and says in a pattern what its surroundings may be. */
function widenText(schema: z.ZodType, json: JsonSchema, meta: FieldMeta | undefined): void {
  const { scalar, text, form } = meta ?? {};
  if (scalar === 'boolean') {
    delete json.enum;
    Object.assign(json, { type: ['boolean', 'string'], pattern: '^(?:true|false)$' });
    return;
  }
  if (scalar === 'number') {
    if (json.const === undefined) Object.assign(json, { type: ['number', 'string'], minimum: 0 });
    else {
      json.enum = [Number(json.const), json.const];
      delete json.const;
      delete json.type;
    }
    return;
  }
  if (form !== undefined) json.pattern = form;
  if (text !== undefined) {
    // What is around a text is taken off before it is looked at, such as the line break of a `>` block.
    delete json.minLength;
    json.pattern = text === 'line' ? String.raw`^\s*\S[^\r\n]*\s*$` : String.raw`\S`;
  }
  const isRight = (one: string): boolean =>
    form === undefined ? schema.safeParse(one).success : new RegExp(form).test(one);
  if (!json.enum && numbers.some(isRight)) {
    Object.assign(json, { type: ['string', 'number'] });
  }
}

/** An example as a reader of YAML sees it. */
function asRead(example: unknown, { scalar }: FieldMeta): unknown {
  if (scalar === 'boolean') return example === 'true';
  return scalar === 'number' ? Number(example) : example;
}

function allowNull(json: JsonSchema): void {
  // Schemas that share a part share its lists: these are replaced, never changed.
  if (json.const !== undefined) {
    json.enum = [json.const];
    delete json.const;
  }
  if (json.anyOf) json.anyOf = [...json.anyOf, { type: 'null' }];
  else if (json.type !== undefined) {
    const types: unknown[] = Array.isArray(json.type) ? json.type : [json.type];
    if (!types.includes('null')) Object.assign(json, { type: [...types, 'null'] });
    if (json.enum && !json.enum.includes(null)) json.enum = [...json.enum, null];
  }
}
