import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { onTestFinished } from 'vitest';

/** A description of an API, as OpenAPI 3.0 has it, as far as it is looked at here. */
export interface Description {
  paths: Record<string, Record<string, Operation>>;
  components: {
    schemas: Record<string, Schema>;
    parameters?: Record<string, Parameter>;
    responses?: Record<string, Content>;
  };
}
interface Operation {
  parameters?: (Parameter | { $ref: string })[];
  requestBody?: Content;
  responses: Record<string, Content | { $ref: string }>;
}
interface Parameter {
  name: string;
  in: string;
}
interface Content {
  content?: Record<string, { schema?: Schema }>;
}
export interface Schema {
  $ref?: string;
  type?: string;
  format?: string;
  nullable?: boolean;
  enum?: unknown[];
  required?: string[];
  properties?: Record<string, Schema>;
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  minimum?: number;
}

export interface Asked {
  method: string;
  path: string;
  /** The path below the API's base, with names for what varies: `GET /repos/{owner}/{repo}`. */
  operation: string;
  parts: Record<string, string>;
  query: Record<string, string>;
  headers: IncomingMessage['headers'];
  body: unknown;
}

export interface Reply {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}

/** A local server that holds what it was asked, and holds requests and answers to the vendor's description. */
export interface ApiServer {
  /** With a slash at its end. */
  url: string;
  asked: Asked[];
  /** What in requests and answers the description does not know. */
  faults: string[];
  /** Answers in place of the operations, whatever it likes; undefined: they answer. */
  before: (asked: Asked, response: ServerResponse) => Reply | 'handled' | undefined;
}

/** Starts a server for the length of a test. `base` is the path of the API, e.g. `/api/v3`. */
export async function serveApi(
  description: Description,
  base: string,
  operations: Record<string, (asked: Asked) => Reply>,
): Promise<ApiServer> {
  const checker = createChecker(description);
  const api: ApiServer = { url: '', asked: [], faults: [], before: () => undefined };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      try {
        answer();
      } catch (error) {
        api.faults.push(String(error));
        response.writeHead(501).end();
      }
    });
    const answer = (): void => {
      const asked = checker.read(request, Buffer.concat(chunks).toString('utf8'), base);
      api.asked.push(asked);
      const early = api.before(asked, response);
      if (early === 'handled') return;
      api.faults.push(...checker.checkRequest(asked));
      const reply = early ??
        operations[asked.operation]?.(asked) ?? { status: 404, body: { message: 'Not Found' } };
      if (!early) api.faults.push(...checker.checkReply(asked, reply));
      response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers });
      response.end(reply.body === undefined ? '' : JSON.stringify(reply.body));
    };
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  api.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return api;
}

interface Checker {
  read: (request: IncomingMessage, text: string, base: string) => Asked;
  checkRequest: (asked: Asked) => string[];
  checkReply: (asked: Asked, reply: Reply) => string[];
}

function createChecker(written: Description): Checker {
  const description = allowNull(written) as Description;
  const ajv = new Ajv({ strict: false, allErrors: true });
  // A CommonJS module, whose default is its namespace to Node.
  (addFormats as unknown as (one: Ajv) => void)(ajv);
  ajv.addSchema({ $id: 'api', ...description });
  const compiled = new Map<Schema, ValidateFunction>();

  return {
    read(request, text, base) {
      const { method = '', url = '' } = request;
      const { pathname, searchParams } = new URL(url, 'http://127.0.0.1');
      const path = pathname.startsWith(base) ? pathname.slice(base.length) : '?';
      const found = findTemplate(path);
      return {
        method,
        path,
        operation: `${method} ${found?.template ?? path}`,
        parts: found?.parts ?? {},
        query: Object.fromEntries(searchParams),
        headers: request.headers,
        body: text === '' ? undefined : (JSON.parse(text) as unknown),
      };
    },
    checkRequest(asked) {
      const operation = findOperation(asked);
      if (!operation) return [`no operation ${asked.operation}`];
      const known = new Set((operation.parameters ?? []).map((one) => (resolve(one) as Parameter).name));
      const unknown = Object.keys(asked.query).filter((name) => !known.has(name));
      const schema = operation.requestBody?.content?.['application/json']?.schema;
      const wrong = schema ? validate(schema, asked.body) : asked.body === undefined ? [] : ['takes no body'];
      return [...unknown.map((name) => `no parameter ${name}`), ...wrong].map(
        (one) => `${asked.operation}: ${one}`,
      );
    },
    checkReply(asked, reply) {
      const answer = findOperation(asked)?.responses[String(reply.status)];
      if (!answer) return [`${asked.operation} never answers ${reply.status}`];
      const schema = (resolve(answer) as Content).content?.['application/json']?.schema;
      return (schema ? validate(schema, reply.body) : []).map(
        (one) => `answer to ${asked.operation}: ${one}`,
      );
    },
  };

  function findTemplate(path: string): { template: string; parts: Record<string, string> } | undefined {
    for (const template of Object.keys(description.paths)) {
      const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
      const match = new RegExp(`^${template.replace(/\{\w+\}/g, '([^/]+)')}$`).exec(path);
      if (match)
        return { template, parts: Object.fromEntries(names.map((name, at) => [name, match[at + 1] ?? ''])) };
    }
    return undefined;
  }

  function findOperation({ operation }: Asked): Operation | undefined {
    const [method = '', template = ''] = operation.split(' ');
    return description.paths[template]?.[method.toLowerCase()];
  }

  function resolve(one: object): object {
    const { $ref } = one as { $ref?: string };
    return $ref === undefined ? one : (follow(description, $ref) as object);
  }

  function validate(schema: Schema, value: unknown): string[] {
    let check = compiled.get(schema);
    if (!check) {
      check = ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"api#/')) as object);
      compiled.set(schema, check);
    }
    return check(value)
      ? []
      : (check.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''}`);
  }
}

function follow(description: Description, $ref: string): unknown {
  return $ref
    .replace(/^#\//, '')
    .split('/')
    .reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], description);
}

/** With what OpenAPI 3.0 calls nullable in the words of JSON Schema. */
function allowNull(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(allowNull);
  if (typeof node !== 'object' || node === null) return node;
  const copy = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, allowNull(value)]));
  if (copy['nullable'] !== true) return copy;
  const { nullable: _, ...rest } = copy;
  return { anyOf: [rest, { type: 'null' }] };
}

/** The least that a schema of the description asks for: what an answer has besides what a test is about. */
export function createSample(description: Description, schema: Schema): unknown {
  if (schema.$ref !== undefined) return createSample(description, follow(description, schema.$ref) as Schema);
  if (schema.nullable) return null;
  if (schema.enum) return schema.enum[0];
  const [choice] = schema.oneOf ?? schema.anyOf ?? [];
  if (choice && !schema.properties) return createSample(description, choice);
  if (schema.allOf)
    return Object.assign(
      {},
      ...schema.allOf.map((one) => createSample(description, one) as object),
    ) as object;
  switch (schema.type) {
    case 'string':
      return schema.format === 'date-time' ? '2026-01-02T03:04:05Z' : 'https://example.com/';
    case 'integer':
    case 'number':
      return schema.minimum ?? 1;
    case 'boolean':
      return false;
    case 'array':
      return [];
    default: {
      const { required = [], properties = {} } = schema;
      return Object.fromEntries(
        required.map((key) => [key, createSample(description, properties[key] ?? { type: 'string' })]),
      );
    }
  }
}
