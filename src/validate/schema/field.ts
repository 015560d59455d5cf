import * as z from 'zod';

// A file is read once: what zod would gain by compiling its schemas it never gets back.
z.config({ jitless: true });

/** Parts of the front matter that `public.show` can name. */
export const parts = [
  'summary',
  'impact',
  'detection',
  'numbers',
  'causes',
  'provider',
  'timeline',
  'updates',
  'remediation',
  'questions',
  'related',
] as const;
export type Part = (typeof parts)[number];

/** Who sees a field of a public incident: everybody, everybody where the part is shown, or nobody outside. */
export type Shown = 'always' | 'never' | Part;

/** What a text may hold: plain text, Markdown's inline syntax in one paragraph, or whole Markdown. */
export type TextKind = 'line' | 'inline' | 'block';

/**
 * What every field says of itself. The reference page, the editor's completion and hover, and the tests of the gate
 * are made from it.
 */
export interface FieldMeta {
  description: string;
  examples: unknown[];
  shown: Shown;
  text?: TextKind;
  /** In place of an entry's texts customers read its `public` text, where there is one. */
  replaceable?: boolean;
  /** The meaning of each allowed value. */
  values?: Record<string, string>;
  /** YAML's type where the value is not a text: other readers of the same file see it so. */
  scalar?: 'boolean' | 'number';
  /** Whether it is a time in one of the spellings of a When. */
  time?: true;
  /** The form of every value that can be right, where `check` itself reads others, to say more of them. Editors mark those. */
  form?: string;
  /** What stands in for a wrong value while the rest of the file is checked; the first example when absent. */
  repair?: string;
}

/** Gives a schema its words. Call it last: every other method of zod makes a schema without them. */
export function field<S extends z.ZodType>(schema: S, meta: FieldMeta): S {
  return schema.meta({ ...meta });
}

/** The words of a schema, looked for through `optional`, `default` and transforms. */
export function findMeta(schema: z.ZodType): FieldMeta | undefined {
  const meta = schema.meta() as FieldMeta | undefined;
  if (meta?.shown) return meta;
  const inner = unwrap(schema);
  return inner ? findMeta(inner) : undefined;
}

/** The schema inside `optional`, `default` or a transform; undefined when there is none. */
export function unwrap(schema: z.ZodType): z.ZodType | undefined {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return schema.unwrap() as z.ZodType;
  if (schema instanceof z.ZodPipe) return schema.in as z.ZodType;
  return undefined;
}

/**
 * Of the alternatives of a union the one that some keys were most likely written for: the one whose required keys are
 * there, then the one that knows more of them. Undefined where none is made of keys.
 */
export function findAlternative(union: z.ZodUnion, keys: readonly string[]): z.ZodObject | undefined {
  const weigh = ({ shape }: z.ZodObject): number => {
    const required = Object.keys(shape).filter((key) => {
      const inner: unknown = shape[key];
      return !(inner instanceof z.ZodOptional || inner instanceof z.ZodDefault);
    });
    const share = required.filter((key) => keys.includes(key)).length / Math.max(1, required.length);
    return share * 100 + keys.filter((key) => Object.hasOwn(shape, key)).length;
  };
  return union.options
    .filter((option) => option instanceof z.ZodObject)
    .toSorted((a, b) => weigh(b) - weigh(a))[0];
}

/** The schema of the value at a path, e.g. `['timeline', 2, 'text']`; undefined when the schema knows no such value. */
export function findSchema(schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return schema;
  if (schema instanceof z.ZodObject) {
    // A key `constructor` is what everybody has, and no field.
    const shape = schema.shape as Record<string, z.ZodType>;
    const next = Object.hasOwn(shape, step) ? shape[String(step)] : undefined;
    return next && findSchema(next, rest);
  }
  if (schema instanceof z.ZodArray) return findSchema(schema.element as z.ZodType, rest);
  if (schema instanceof z.ZodRecord) return findSchema(schema.valueType as z.ZodType, rest);
  if (schema instanceof z.ZodUnion) {
    const found = (schema.options as z.ZodType[]).map((option) => findSchema(option, path));
    return found.find((one) => one !== undefined);
  }
  const inner = unwrap(schema);
  return inner && findSchema(inner, path);
}
