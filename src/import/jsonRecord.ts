import { Failure } from '../diagnostic/failure.js';

/** Something of a JSON file whose form nobody has checked. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/** Parses a JSON file. Throws a `Failure` that says what it is not. */
export function parseJson(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Failure(`${name} is no JSON`);
  }
}

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The records of a list; what is no list has none. */
export function listRecords(value: unknown): JsonRecord[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

/** The text at a path of keys; undefined where there is none. */
export function findText(value: unknown, ...path: string[]): string | undefined {
  let at = value;
  for (const key of path) at = isRecord(at) && Object.hasOwn(at, key) ? at[key] : undefined;
  return typeof at === 'string' && at !== '' ? at : undefined;
}
