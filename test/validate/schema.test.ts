import { z } from 'zod';
import { describe, expect, it } from 'vitest';
import { settingsSchema } from '../../src/settings/schema.js';
import { findMeta, unwrap } from '../../src/validate/schema/field.js';
import { incidentSchema } from '../../src/validate/schema/incident.js';

/** Every field below a schema, with the way to it. */
function listFields(schema: z.ZodType, path: string): { path: string; schema: z.ZodType }[] {
  if (schema instanceof z.ZodObject) {
    return Object.entries(schema.shape as Record<string, z.ZodType>).flatMap(([key, inner]) => {
      const at = path === '' ? key : `${path}.${key}`;
      return [{ path: at, schema: inner }, ...listFields(inner, at)];
    });
  }
  if (schema instanceof z.ZodArray) return listFields(schema.element as z.ZodType, `${path}[]`);
  if (schema instanceof z.ZodUnion)
    return (schema.options as z.ZodType[]).flatMap((one) => listFields(one, path));
  const inner = unwrap(schema);
  return inner ? listFields(inner, path) : [];
}

/** An example as YAML gives it: all scalars are texts. */
function asWritten(example: unknown): unknown {
  if (Array.isArray(example)) return example.map(asWritten);
  if (typeof example !== 'object' || example === null) return String(example);
  return Object.fromEntries(Object.entries(example).map(([key, value]) => [key, asWritten(value)]));
}

describe.each([
  ['incident', incidentSchema],
  ['site.yaml', settingsSchema],
])('the schema of %s', (_, root) => {
  const fields = listFields(root, '');

  it('describes every field, in whole sentences', () => {
    for (const { path, schema } of fields) {
      expect(findMeta(schema), `${path} says nothing of itself`).toBeDefined();
      expect(findMeta(schema)?.description, path).toMatch(/^[A-Z].*[.]$/s);
    }
  });

  it('gives examples that it takes', () => {
    for (const { path, schema } of fields) {
      const examples = findMeta(schema)?.examples ?? [];
      expect(examples.length, `${path} has no example`).toBeGreaterThan(0);
      for (const example of examples) {
        const result = schema.safeParse(asWritten(example));
        expect(result.success, `${path}: ${JSON.stringify(example)} ${result.error?.message ?? ''}`).toBe(
          true,
        );
      }
    }
  });
});
