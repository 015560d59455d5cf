import type { Diagnostic, Level } from '../diagnostic/diagnostic.js';
import { createPlacer } from '../diagnostic/place.js';
import type { History } from '../model/history.js';
import type { Incident } from '../model/incident.js';
import { findPlace, type Document } from '../parse/document.js';
import type { DataPath } from '../parse/yamlTree.js';
import { dayOf, isDayBefore } from '../time/day.js';
import { isUnder } from '../validate/repair.js';
import type { Finding, Rule, Subject } from './rule.js';
import { rules } from './rules.js';
import { createWaivers } from './waiver.js';

/** What the judge looks at: the history, and for each of its incidents the file it came from. */
export interface Case {
  history: History;
  documents: ReadonlyMap<string, Document>;
  /** Fields that could not be read, by incident: what is said of them would be said of a repair. */
  damaged: ReadonlyMap<string, readonly DataPath[]>;
  fileExists: (path: string) => boolean;
}

/** Applies every rule to every incident. Levels come from the settings, exceptions from each file's `waive`. */
export function judge({ history, documents, damaged, fileExists }: Case): Diagnostic[] {
  return history.incidents.flatMap((incident) => {
    const document = documents.get(incident.id);
    if (!document) return [];
    const subject: Subject = { incident, document, history, fileExists };
    return judgeIncident(subject, damaged.get(incident.id) ?? []);
  });
}

function judgeIncident(subject: Subject, damaged: readonly DataPath[]): Diagnostic[] {
  const { incident, document, history } = subject;
  const diagnostics: Diagnostic[] = [];
  const place = createPlacer(document.text);
  const waivers = createWaivers(incident.waivers, history.asOf);
  for (const rule of rules) {
    const level = findLevel(rule, subject);
    if (level === undefined) continue;
    for (const finding of rule.check(subject)) {
      if (damaged.some((path) => finding.path && isTouched(finding.path, path, rule))) continue;
      const waived = rule.blocks ? undefined : waivers.apply(rule.id, describeTarget(finding, incident));
      if (waived === 'waived') continue;
      diagnostics.push({
        path: document.path,
        place: finding.range ? place(finding.range) : findPlace(document, finding.path ?? [], finding.part),
        level,
        blocks: rule.blocks,
        rule: rule.id,
        message: finding.message,
        ...(finding.hint === undefined ? {} : { hint: finding.hint }),
        ...(finding.related === undefined ? {} : { related: finding.related }),
      });
    }
  }
  diagnostics.push(...waivers.check(document, damaged));
  return diagnostics;
}

/**
 * Whether a finding is about a damaged field; and, for what is owed, whether it is about an entry of which we do not
 * know what it is: its state decides what it owes.
 */
function isTouched(path: DataPath, damaged: DataPath, rule: Rule): boolean {
  const isIdentity = /^(?:id|state|kind)$/.test(String(damaged.at(-1))) && damaged.length > 2;
  return isUnder(path, damaged) || (!rule.blocks && isIdentity && isUnder(path, damaged.slice(0, -1)));
}

/**
 * The level that holds for an incident; undefined: the rule is off for it. A rule that blocks keeps its own: without it
 * a build would be wrong.
 */
function findLevel(rule: Rule, { incident, history }: Subject): Level | undefined {
  if (rule.blocks) return rule.level;
  const set = history.settings.rules[rule.id];
  const level = (typeof set === 'object' ? set.level : set) ?? rule.level;
  const since = typeof set === 'object' ? set.since : undefined;
  const day = dayOf(incident.started, history.settings.timezone);
  const isExempt = since !== undefined && day !== undefined && isDayBefore(day, since.first);
  if (level === 'off' || isExempt) return undefined;
  return rule.easesInDrafts && incident.status === 'draft' && level === 'error' ? 'warning' : level;
}

/** What `waive.at` can name: the entry (`R1`), the key (`detected`), or the way to it (`timeline.3`). */
function describeTarget(finding: Finding, incident: Incident): string[] {
  const path = finding.path;
  if (!path || path.length === 0) return [];
  const [first, index] = path;
  const names = [String(first), path.join('.')];
  if (typeof index === 'number') {
    names.push(`${String(first)}.${index}`);
    if (first === 'remediation') names.push(incident.remediation[index]?.id ?? '');
    if (first === 'causes') names.push(incident.causes[index]?.id ?? '');
  }
  return names.filter((name) => name !== '');
}
