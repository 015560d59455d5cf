import type { Diagnostic, Level } from '../diagnostic/diagnostic.js';
import { createPlacer, type Place, type Range } from '../diagnostic/place.js';
import type { History } from '../model/history.js';
import type { Incident } from '../model/incident.js';
import { findPlace, type Document } from '../parse/document.js';
import { createPathSet } from '../parse/pathSet.js';
import { findRangeWithin } from '../parse/textPlace.js';
import type { DataPath } from '../parse/yamlTree.js';
import { dayOf, isDayBefore } from '../time/day.js';
import { getAt } from '../validate/repair.js';
import type { FindSecrets } from './leak/secret.js';
import { noPictures, type Pictures } from './pictureFile.js';
import type { Finding, Rule, Subject } from './rule.js';
import { rules } from './rules.js';
import { createWaivers } from './waiver.js';

/** What the judge looks at: the history, and for each of its incidents the file it came from. */
export interface Case {
  history: History;
  documents: ReadonlyMap<string, Document>;
  fileExists: (path: string) => boolean;
  findSecrets: FindSecrets;
  /** None when absent. */
  pictures?: Pictures;
  /** What git has of a file, where that is another text; when absent, there is no git. */
  findEarlierText?: Subject['findEarlierText'];
  /** Which files are judged; all when absent. */
  isWanted?: (path: string) => boolean;
}

/** Applies every rule to every incident. Levels come from the settings, exceptions from each file's `waive`. */
export function judge(whole: Case): Diagnostic[] {
  const { history, documents, fileExists, findSecrets, pictures = noPictures, isWanted } = whole;
  const { findEarlierText = () => undefined } = whole;
  return history.incidents.flatMap((incident) => {
    const document = documents.get(incident.id);
    if (!document || isWanted?.(document.path) === false) return [];
    const subject: Subject = {
      incident,
      document,
      history,
      fileExists,
      findEarlierText,
      pictures,
      findSecrets,
    };
    return judgeIncident(subject);
  });
}

function judgeIncident(subject: Subject): Diagnostic[] {
  const { incident, document, history } = subject;
  const { damaged } = incident;
  const diagnostics: Diagnostic[] = [];
  const place = createPlacer(document.text);
  const waivers = createWaivers(incident.waivers, history.asOf);
  const isTouched = createTouch(damaged);
  for (const rule of rules) {
    const set = findSetLevel(rule, subject);
    if (set === 'off') continue;
    for (const finding of rule.check(subject)) {
      if (finding.path && isTouched(finding.path, rule)) continue;
      const waived = rule.blocks ? undefined : waivers.apply(rule.id, describeTarget(finding, incident));
      if (waived === 'waived') continue;
      diagnostics.push({
        path: document.path,
        place: findFindingPlace(finding, document, place),
        level: ease(set ?? finding.level ?? rule.level, rule, incident),
        blocks: rule.blocks,
        rule: rule.id,
        message: finding.message,
        ...(finding.hint === undefined ? {} : { hint: finding.hint }),
        ...(finding.fixes?.length ? { fixes: finding.fixes } : {}),
        ...(finding.related === undefined ? {} : { related: finding.related }),
        ...(finding.policy === undefined ? {} : { policy: finding.policy }),
        ...(finding.secret ? { secret: true } : {}),
      });
    }
  }
  diagnostics.push(...waivers.check(document, damaged));
  return diagnostics;
}

/** Where a finding is: a stretch of the file, of a value's text, or a value or key. */
function findFindingPlace(
  { path = [], part, range, within }: Finding,
  document: Document,
  place: (range: Range) => Place,
): Place {
  if (range) return place(range);
  const text = within && getAt(document.data, path);
  const stretch =
    typeof text === 'string' ? findRangeWithin(document, path, text, within ?? [0, 0]) : undefined;
  return stretch ? place(stretch) : findPlace(document, path, part);
}

/**
 * Whether a finding is about a damaged field; and, for what is owed, whether it is about an entry of which we do not
 * know what it is: its state and its type decide what it owes.
 */
function createTouch(damaged: readonly DataPath[]): (path: DataPath, rule: Rule) => boolean {
  const all = createPathSet(damaged);
  const isIdentity = (path: DataPath): boolean =>
    /^(?:id|state|kind|type|how)$/.test(String(path.at(-1))) && path.length > 2;
  const unknown = createPathSet(damaged.filter(isIdentity).map((path) => path.slice(0, -1)));
  return (path, rule) => all.isUnder(path) || (!rule.blocks && unknown.isUnder(path));
}

/**
 * What the settings say of a rule for an incident; undefined: nothing. A rule that blocks keeps its own level: without
 * it a build would be wrong.
 */
function findSetLevel(rule: Rule, { incident, history }: Subject): Level | 'off' | undefined {
  const set = rule.blocks ? undefined : history.settings.rules[rule.id];
  if (typeof set !== 'object') return set;
  const day = dayOf(incident.started, history.settings.timezone);
  return set.since && day && isDayBefore(day, set.since.first) ? 'off' : set.level;
}

function ease(level: Level, rule: Rule, incident: Incident): Level {
  return rule.easesInDrafts && incident.status === 'draft' && level === 'error' ? 'warning' : level;
}

/**
 * What `waive.at` can name: the entry (`R1`), the key (`detected`), the way to it (`timeline.3`), or the section of the
 * body, by its heading.
 */
function describeTarget({ path, range }: Finding, incident: Incident): string[] {
  if (range) {
    const section = incident.sections.find((one) => range[0] >= one.range[0] && range[0] < one.range[1]);
    return section ? [section.heading] : [];
  }
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
