import type * as z from 'zod';
import { refuse, type Answer, type Refused } from './answer.js';
import { readBody } from './body.js';
import type { Network } from './network.js';
import { findWait, isRateLimited } from './rateLimit.js';

/** What goes to a ticket system. */
export interface Request {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH';
  /** Below the base address, without a slash before it. */
  path: string;
  query?: Readonly<Record<string, string>>;
  body?: unknown;
  /** Of what is sent like a change and is none: Jira takes searches as POST. */
  isReading?: true;
}

/** Sends requests to one ticket system, and reads what it said as a schema has it. */
export interface Client {
  send: <Schema extends z.ZodType>(request: Request, schema: Schema) => Promise<Answer<z.output<Schema>>>;
}

export interface ClientOptions {
  /** What people call the system. */
  name: string;
  /** Ends in a slash. */
  base: string;
  headers: Readonly<Record<string, string>>;
  /** What must never be repeated: of a system that quotes what it was sent. */
  secrets: readonly string[];
  network: Network;
}

/** Milliseconds for one answer. */
const usualPatience = 30_000;

/** How often something is asked again that did not come through. */
const tries = 3;

/** Milliseconds that all waiting for leave to ask may take. */
const longestWait = 5 * 60_000;

/** Between two things that are written: more at once is taken for abuse. */
const pause = 1_000;

/** Makes what asks one ticket system, over Node's own `fetch`. */
export function createClient({ name, base, headers, secrets, network }: ClientOptions): Client {
  const { wait, patience = usualPatience } = network;
  let waited = 0;
  let rest: Promise<void> | undefined;
  let last: Refused | undefined;
  let hasWritten = false;

  return {
    async send(request, schema) {
      const answer = await sendPatiently(request);
      if (!answer.ok) return answer;
      const read = schema.safeParse(answer.value);
      if (read.success) return { ok: true, value: read.data };
      return refuse('unasked', `${name} answered with something else than was asked for`);
    },
  };

  async function sendPatiently(request: Request): Promise<Answer<unknown>> {
    const isReading = request.method === 'GET' || request.isReading === true;
    for (let attempt = 1; ; attempt++) {
      // Whoever was refused once is refused again: a thousand tickets would be a thousand refusals.
      if (last) return last;
      await rest;
      if (!isReading && hasWritten) await wait(pause);
      hasWritten ||= !isReading;
      const response = await ask(request);
      // What may have been done must not be done twice; the next run finds out.
      const mayRepeat = isReading && attempt < tries;
      if (typeof response === 'string') {
        if (mayRepeat) await wait(attempt * 1_000);
        else return refuse('unasked', `${name} could not be reached (${response})`);
        continue;
      }
      const { status } = response;
      const body = await readBody(response).catch((error: unknown) => {
        return { ok: false as const, message: `stopped in the middle of its answer (${codeOf(error)})` };
      });
      if (isRateLimited(response)) {
        const time = findWait(response);
        // Several are asked at once, and all of them wait the same minute.
        if (rest) continue;
        if (waited + time > longestWait) {
          last = refuse(
            'unasked',
            `${name} wants no more requests for ${Math.ceil(time / 60_000)} min; run it again then`,
          );
          return last;
        }
        waited += time;
        rest = takeRest(time);
        // It was refused before it was looked at, so that it may be asked again as often as there is time.
        continue;
      }
      if (status >= 500 && mayRepeat) {
        await wait(attempt * 1_000);
        continue;
      }
      if (status >= 200 && status < 300)
        return body.ok ? { ok: true, value: body.value } : refuse('unasked', `${name} ${body.message}`);
      const refused = describe(status, body.ok ? body.value : undefined);
      if (status === 401) last = refused;
      return refused;
    }
  }

  async function takeRest(time: number): Promise<void> {
    await wait(time);
    rest = undefined;
  }

  /** The answer's head, or in a word why there is none. */
  async function ask({ method, path, query = {}, body }: Request): Promise<Response | string> {
    const url = new URL(path, base);
    for (const [key, value] of Object.entries(query)) url.searchParams.set(key, value);
    try {
      return await fetch(url, {
        method,
        headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        // The token must not follow to anywhere else.
        redirect: 'manual',
        signal: AbortSignal.timeout(patience),
      });
    } catch (error) {
      return codeOf(error);
    }
  }

  function describe(status: number, data: unknown): Refused {
    switch (true) {
      case status === 401:
        return refuse('unasked', `${name} does not accept the token (401)`);
      case status === 403:
        return refuse(
          'unasked',
          `${name} does not allow it (403); the token may lack the right${quoteReason(data)}`,
        );
      case status === 404:
        return refuse('gone', `${name} knows nothing there, or shows it to others only (404)`);
      case status === 410:
        return refuse('gone', `${name} says that it was deleted (410)`);
      case status >= 300 && status < 400:
        return refuse('gone', `${name} says that it has moved (${status}), and no token is sent elsewhere`);
      case status < 500:
        return refuse('unasked', `${name} refuses it (${status})${quoteReason(data)}`);
      default:
        return refuse('unasked', `${name} has trouble (${status})`);
    }
  }

  /** The reason that an answer gives, cut short and without what must not be repeated. */
  function quoteReason(data: unknown): string {
    const reasons = listReasons(data);
    if (reasons.length === 0) return '';
    let text = reasons.join('; ').slice(0, 300);
    for (const secret of secrets) text = text.replaceAll(secret, '…');
    return `: ${text}`;
  }
}

/** GitHub says `message`; Jira says `errorMessages`, and by field `errors`. */
function listReasons(data: unknown): string[] {
  if (typeof data !== 'object' || data === null) return [];
  const { message, errorMessages, errors } = data as Record<string, unknown>;
  const byField =
    typeof errors === 'object' && errors !== null && !Array.isArray(errors)
      ? Object.entries(errors).map(([key, value]) => `${key}: ${String(value)}`)
      : [];
  return [message, ...(Array.isArray(errorMessages) ? (errorMessages as unknown[]) : []), ...byField].filter(
    (one): one is string => typeof one === 'string' && one !== '',
  );
}

/** A word such as ECONNREFUSED. The message of such an error may quote a header, and with it the token. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if (error.name === 'TimeoutError') return 'no answer in time';
  const { cause } = error;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' && /^[A-Z0-9_]+$/.test(code) ? code : 'no connection';
}
