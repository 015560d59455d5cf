import type { z } from 'zod';
import type { DataPath } from '../parse/yamlTree.js';
import type { settingsSchema } from './schema.js';

/** `site/site.yaml` as plain data, with every default filled in. */
export type Settings = z.output<typeof settingsSchema> & {
  /** Fields that could not be read: what stands in their place nobody wrote. */
  damaged: readonly DataPath[];
};
export type Severity = Settings['severities'][number];
export type Service = Settings['services'][number];
export type Person = Settings['people'][number];
