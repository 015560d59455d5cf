import * as z from 'zod';
import type { DataPath } from '../parse/yamlTree.js';
import { findMeta, findSchema } from './schema/field.js';

/** The value at a path of plain data; undefined when there is none. */
export function getAt(data: unknown, path: DataPath): unknown {
  let value = data;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Object.hasOwn(value, step) ? (value as Record<string | number, unknown>)[step] : undefined;
  }
  return value;
}

/** Whether a path is another one or leads on from it. */
export function isUnder(path: DataPath, root: DataPath): boolean {
  return root.every((step, index) => path[index] === step);
}

/**
 * Whether it is not known what a list of things with ids holds, since it or the id of one of them could not be read; then
 * nothing can be said of what is not in it.
 */
export function isListDamaged(damaged: readonly DataPath[], list: string): boolean {
  return damaged.some(
    ([first, ...rest]) => first === undefined || (first === list && (rest.length < 2 || rest[1] === 'id')),
  );
}

/**
 * Takes what an issue is about out of the data, or puts the field's own example in its place where the schema demands
 * one, so that the rest can be checked. Changes the data; returns the paths it touched.
 */
export function repairAt(data: unknown, issue: z.core.$ZodIssue, schema: z.ZodType): DataPath[] {
  const path = issue.path as DataPath;
  if (issue.code === 'unrecognized_keys') {
    const parent = getAt(data, path);
    if (typeof parent === 'object' && parent !== null) {
      for (const key of issue.keys) delete (parent as Record<string, unknown>)[key];
    }
    return issue.keys.map((key) => [...path, key]);
  }
  const parent = getAt(data, path.slice(0, -1));
  const key = path.at(-1);
  if (key === undefined || typeof parent !== 'object' || parent === null) return [path];
  const target = parent as Record<string | number, unknown>;
  const field = findSchema(schema, path);
  const repair = field && findMeta(field)?.repair;
  const mayMiss = field === undefined || field instanceof z.ZodOptional || field instanceof z.ZodDefault;
  if (repair !== undefined) target[key] = repair;
  else if (mayMiss && !Array.isArray(parent)) delete target[key];
  else target[key] = structuredClone(findFallback(field));
  return [path];
}

/** A value that the schema takes. A time becomes `unknown`, since any other would seem early or late. */
function findFallback(schema: z.ZodType | undefined): unknown {
  const meta = schema && findMeta(schema);
  if (!meta) return undefined;
  return meta.examples[0];
}
