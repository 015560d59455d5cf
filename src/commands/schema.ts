import { Failure } from '../diagnostic/failure.js';
import { renderJsonText } from '../report/jsonText.js';
import { createHistorySchema } from '../render/public/api/historySchema.js';
import { itemsSchema } from '../render/internal/items/itemList.js';
import { reportSchema } from '../report/json.js';
import { settingsSchema } from '../settings/schema.js';
import { snapshotSchema } from '../sync/snapshot.js';
import { incidentSchema } from '../validate/schema/incident.js';
import { createJsonSchema, createYamlSchema, type Draft } from '../validate/schema/jsonSchema.js';
import type { ExitCode, Terminal } from './terminal.js';

/** The schemas there are, by name. */
const schemas: Record<string, (draft: Draft) => object> = {
  incident: (draft) =>
    createYamlSchema(incidentSchema, {
      draft,
      title: 'Front matter of an Afterword incident file',
      extra: '^x-',
    }),
  site: (draft) => createYamlSchema(settingsSchema, { draft, title: 'Afterword’s site/site.yaml' }),
  check: (draft) =>
    createJsonSchema(reportSchema, { draft, title: 'What afterword check --format json prints' }),
  history: createHistorySchema,
  items: (draft) =>
    createJsonSchema(itemsSchema, { draft, title: 'What afterword remediation --format json prints' }),
  tickets: (draft) => createJsonSchema(snapshotSchema, { draft, title: 'Afterword’s site/tickets.json' }),
};

/** Prints the JSON Schema of a name, in a draft that the reader's tools know. */
export function printSchema(name: string, draft: Draft, terminal: Terminal): ExitCode {
  const create = Object.hasOwn(schemas, name) ? schemas[name] : undefined;
  if (!create) throw new Failure(`There is no schema ${name}; there are ${Object.keys(schemas).join(', ')}`);
  terminal.print(renderJsonText(create(draft)));
  return 0;
}
