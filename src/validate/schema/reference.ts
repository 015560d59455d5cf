import * as z from 'zod';
import { findMeta, unwrap, type FieldMeta } from './field.js';

/**
 * Renders a schema as Markdown for authors: a list for every group of keys, in the order of the schema, with what each
 * means, an example, and who sees it. `depth` is that of the headings.
 */
export function renderReference(schema: z.ZodObject, depth: number): string {
  const groups: string[] = [];
  const visit = (object: z.ZodObject, path: string): void => {
    const shape = object.shape as Record<string, z.ZodType>;
    const entries = Object.entries(shape).map(([key, field]) => renderEntry(key, field));
    const head = path === '' ? '' : `${'#'.repeat(depth)} \`${path}\`\n\n`;
    const meta = path === '' ? undefined : findMeta(object);
    const words = meta ? `${meta.description}\n\n` : '';
    groups.push(`${head}${words}${entries.join('\n')}\n`);
    for (const [key, field] of Object.entries(shape)) {
      for (const { inner, suffix } of findObjects(field))
        visit(inner, `${path === '' ? '' : `${path}.`}${key}${suffix}`);
    }
  };
  visit(schema, '');
  return groups.join('\n');
}

/** The groups of keys inside a field: itself, the entries of a list, the alternatives of a choice. */
function findObjects(field: z.ZodType, suffix = ''): { inner: z.ZodObject; suffix: string }[] {
  if (field instanceof z.ZodObject) return [{ inner: field, suffix }];
  if (field instanceof z.ZodArray) return findObjects(field.element as z.ZodType, `${suffix}[]`);
  if (field instanceof z.ZodRecord) return findObjects(field.valueType as z.ZodType, `${suffix}.*`);
  if (field instanceof z.ZodUnion)
    return (field.options as z.ZodType[]).flatMap((one) => findObjects(one, suffix));
  const inner = unwrap(field);
  return inner ? findObjects(inner, suffix) : [];
}

function renderEntry(key: string, field: z.ZodType): string {
  const meta = findMeta(field);
  if (!meta) throw new Error(`The field ${key} says nothing of itself`);
  const required = field instanceof z.ZodOptional || field instanceof z.ZodDefault ? '' : ' (required)';
  const sentences = [
    meta.description,
    describeShown(meta),
    `For example \`${showExample(meta.examples[0])}\`.`,
  ];
  const values = describeValues(field, meta).map((line) => `\n  - ${line}`);
  return `- \`${key}\`${required}: ${sentences.filter((one) => one !== '').join(' ')}${values.join('')}`;
}

function describeValues(field: z.ZodType, meta: FieldMeta): string[] {
  const fallback = findDefault(field);
  return Object.entries(meta.values ?? {}).map(
    ([value, meaning]) => `\`${value}\`${value === fallback ? ' (default)' : ''}: ${meaning}`,
  );
}

function findDefault(field: z.ZodType): unknown {
  return field instanceof z.ZodDefault ? field.def.defaultValue : undefined;
}

function describeShown({ shown, replaceable }: FieldMeta): string {
  if (shown === 'never') return '';
  const instead = replaceable === true ? ', or the `public` text instead' : '';
  const where = shown === 'always' ? '' : ` where \`${shown}\` is shown`;
  return `*Customers see it${where}${instead}.*`;
}

function showExample(example: unknown): string {
  if (Array.isArray(example)) return `[${example.map(showExample).join(', ')}]`;
  if (typeof example !== 'object' || example === null) return String(example);
  const pairs = Object.entries(example).map(([key, value]) => `${key}: ${showExample(value)}`);
  return `{ ${pairs.join(', ')} }`;
}
