import type { z } from 'zod';
import type { settingsSchema } from './schema.js';

/** `site/site.yaml` as plain data, with every default filled in. */
export type Settings = z.output<typeof settingsSchema>;
export type Severity = Settings['severities'][number];
export type Service = Settings['services'][number];
export type Person = Settings['people'][number];
