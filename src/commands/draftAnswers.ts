import { Failure } from '../diagnostic/failure.js';
import { createNamed, type NamedListKey } from '../settings/namedList.js';
import type { Settings } from '../settings/settings.js';
import { parseWhen } from '../time/parseWhen.js';
import { resolveWhen } from '../time/resolveWhen.js';
import type { When } from '../time/when.js';
import { readUnknown } from '../validate/named.js';
import { describeWayOut, withoutStop } from '../validate/schema/value.js';
import type { Choice, Questions } from './terminal.js';

/** What somebody said of an incident, as far as they said it. */
export interface Answers {
  title: string | undefined;
  template: string | undefined;
  /** When it started, as one writes it. */
  at: string | undefined;
  severity: string | undefined;
  services: readonly string[];
}

/** What the templates that come with Afterword are for. */
const purposes: Readonly<Record<string, string>> = {
  postmortem: 'something of ours broke',
  'provider-outage': 'it began at somebody whom we depend on',
  'data-loss': 'data is gone, or was wrong',
  security: 'something could be seen or done by those who should not',
  maintenance: 'planned work, before it or after',
  'near-miss': 'it nearly broke',
};

/** Asks for what is missing. `fallbackAt` is when it started if nobody says. */
export async function askForAnswers(
  given: Answers,
  { settings, templates, fallbackAt }: { settings: Settings; templates: readonly string[]; fallbackAt: string },
  questions: Questions,
): Promise<Answers> {
  const title = given.title ?? (await questions.text('What happened, to whom? In a line.', { check: checkTitle }));
  const template =
    given.template ??
    (await questions.choose('What kind of incident was it?', templates.map((name) => describe(name, name, purposes[name]))));
  const at =
    given.at ??
    (await questions.text(`When did it start? As exact as you know, e.g. ${fallbackAt} 09:05, ~${fallbackAt} 09:05, ${fallbackAt} evening`, {
      fallback: fallbackAt,
      check: (text) => ('message' in readStarted(text, settings.timezone) ? explainTime(text, settings.timezone) : undefined),
    }));
  const severity =
    given.severity ??
    (await questions.choose('How bad was it?', [
      ...settings.severities.map(({ id, label }) => describe(id, label)),
      { value: '', label: 'I do not know yet' },
    ]));
  const services =
    given.services.length > 0 || settings.services.length === 0
      ? given.services
      : await questions.chooseSome('Which services were affected?', settings.services.map(({ id, name }) => describe(id, name)));
  return { title, template, at, severity: severity === '' ? undefined : severity, services };
} // prettier-ignore

function describe(value: string, label: string, hint?: string): Choice {
  return { value, label, ...(hint === undefined ? {} : { hint }) };
}

/** What is wrong with a title. */
export function checkTitle(title: string): string | undefined {
  if (title.trim() === '') return 'The title is empty; write what happened, to whom';
  return title.length > 200 ? 'The title is long; write what happened, to whom, in a line' : undefined;
}

/** When it started, or why what was written is no time. */
export function readStarted(at: string, zone: string): { when: When } | { message: string } {
  const parsed = parseWhen(at);
  const resolved = parsed.ok ? resolveWhen(parsed.form, { zone, field: 'started' }) : parsed;
  if (resolved.ok) return { when: resolved.when };
  const wayOut = describeWayOut(resolved);
  return { message: `${withoutStop(resolved.message)}${wayOut === undefined ? '' : `. ${wayOut}`}` };
}

function explainTime(text: string, zone: string): string {
  const read = readStarted(text, zone);
  return 'message' in read ? read.message : '';
}

/** The id of an entry of the settings, however it was called; throws a `Failure` with what was probably meant. */
export function findNamed(settings: Settings, list: NamedListKey, what: string, name: string): string {
  const known = createNamed(settings, list);
  if (known.some(({ id }) => id === name)) return name;
  const { message, hint, near, certain } = readUnknown(name, known, { what, home: 'site/site.yaml' });
  if (certain && near !== undefined) return near;
  throw new Failure(`${message}. ${hint}`);
}
