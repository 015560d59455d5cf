import { Failure } from '../diagnostic/failure.js';
import type { SourceFile } from '../load/sourceFile.js';
import { parseDocument } from '../parse/document.js';
import { createYamlDraft, type YamlDraft } from '../parse/yamlDraft.js';
import type { Policy } from '../settings/preset.js';
import type { TimeLimit } from '../time/timeLimit.js';
import { itemKeys } from '../validate/schema/remediation.js';
import { incidentSchema } from '../validate/schema/incident.js';

/** What is known of an incident before anybody writes about it. */
export interface KnownFacts {
  title: string;
  /** As it is written in the file. */
  started: string;
  /** Whether anything is known of when it started. */
  hasTime: boolean;
  zone: string;
  severity: string | undefined;
  /** Ids. */
  services: readonly string[];
  /** A person or team that answers for the first service. */
  owner: string | undefined;
  /** What is asked of such an incident. */
  policies: readonly Policy[];
  /** The lines of a `timeline` that takes the place of the template's. */
  timeline: readonly string[] | undefined;
}

/**
 * A template with what is known put in its place: values at their keys, an entry of `impact` for each service, an item of
 * `remediation` for each type that a policy asks for. Every other byte stays as it is in the template.
 */
export function fillTemplate(template: SourceFile, facts: KnownFacts): string {
  const { document } = parseDocument(template);
  if (!document) throw new Failure(`${template.path} has no front matter`);
  const [start, end] = document.yaml;
  const keys = Object.keys(incidentSchema.shape);
  const yaml = createYamlDraft(template.text.slice(start, end), keys);
  yaml.set([], 'title', facts.title, keys);
  yaml.set([], 'started', facts.started, keys);
  if (yaml.has(['timezone'])) yaml.set([], 'timezone', facts.zone, keys);
  if (facts.severity !== undefined) yaml.set([], 'severity', facts.severity, keys);
  fillImpact(yaml, facts.services);
  fillRemediation(yaml, facts);
  if (facts.timeline) yaml.replaceBlock('timeline', facts.timeline);
  else if (yaml.has(['timeline', 0, 'at']))
    yaml.set(['timeline', 0], 'at', facts.hasTime ? facts.started : undefined, ['at']);
  return template.text.slice(0, start) + yaml.text() + template.text.slice(end);
}

/** Without a service nothing can be said of it: the entry becomes an example. */
function fillImpact(yaml: YamlDraft, services: readonly string[]): void {
  const [first, ...others] = services;
  if (first === undefined) {
    if (yaml.has(['impact'])) yaml.commentOut('impact');
    return;
  }
  if (!yaml.has(['impact', 0])) {
    for (const service of services) yaml.append('impact', { service, level: 'outage' });
    return;
  }
  yaml.set(['impact', 0], 'service', first, ['service']);
  for (const service of others) {
    if (yaml.repeat('impact'))
      yaml.set(['impact', yaml.count('impact') - 1], 'service', service, ['service']);
    else yaml.append('impact', { service, level: 'outage' });
  }
}

function fillRemediation(yaml: YamlDraft, { owner, policies }: KnownFacts): void {
  const asked = policies.flatMap(({ require: { remediation } }) => (remediation ? [remediation] : []));
  if (yaml.has(['remediation', 0])) {
    const types = new Set<string>(asked.flatMap(({ types: some }) => some));
    for (let index = 0; index < yaml.count('remediation'); index++)
      types.delete(yaml.read(['remediation', index, 'type']) ?? '');
    const least = Math.max(0, ...asked.map(({ min = 0 }) => min));
    const wanted = [...types];
    while (yaml.count('remediation') + wanted.length < Math.min(least, 20)) wanted.push('prevent');
    for (const type of wanted) {
      const id = `R${yaml.count('remediation') + 1}`;
      if (!yaml.repeat('remediation')) yaml.append('remediation', { id, title, type, state: 'proposed' });
      yaml.set(['remediation', yaml.count('remediation') - 1], 'id', id, itemKeys);
      yaml.set(['remediation', yaml.count('remediation') - 1], 'type', type, itemKeys);
    }
    for (let index = 0; owner !== undefined && index < yaml.count('remediation'); index++)
      yaml.set(['remediation', index], 'owner', owner, itemKeys);
  }
  for (const policy of policies) yaml.remark('remediation', describePolicy(policy));
}

const title = '<what will be different, beginning with a verb>';

/** E.g. "`major-fixes` asks: each item has owner, due; due within 30d of resolved; the text final within 5bd." */
function describePolicy({ id, require }: Policy): string {
  const { remediation: items } = require;
  const asked = [
    items?.min !== undefined && `at least ${items.min} item${items.min === 1 ? '' : 's'}`,
    items && items.each.length > 0 && `each item has ${items.each.join(', ')}`,
    items?.due_within && `due within ${spellLimit(items.due_within)} of ${items.from}`,
    require.finished_within && `this text final within ${spellLimit(require.finished_within)} of resolved`,
    require.public_within && `public within ${spellLimit(require.public_within)} of resolved`,
  ].filter((one) => typeof one === 'string');
  return `The policy \`${id}\` asks: ${asked.join('; ')}.`;
}

const spellLimit = ({ count, unit }: TimeLimit): string => `${count}${unit}`;
