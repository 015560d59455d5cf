import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { replaceTexts, type Project } from '../load/project.js';
import { editMap } from '../parse/yamlEdit.js';
import { printable } from '../report/printable.js';
import { itemKeys } from '../validate/schema/remediation.js';
import { listBrought } from './brought.js';
import type { EditPlan } from './itemEdit.js';
import type { NamedItem } from './itemName.js';
import { listChangedFiles, type ChangedFile } from './patch.js';
import { requireHistory, understand, type Known, type Understood } from './project.js';
import type { Terminal } from './terminal.js';

/** What is to change of an item in its file. */
export interface PlannedEdit extends NamedItem {
  plan: EditPlan & { ok: true };
}

export function renderPlan({ item, plan }: PlannedEdit): string {
  return `${printable(`${item.globalId}: ${plan.words}`)}\n`;
}

/** The texts of the files with the changes in them, by their paths; and what cannot be changed by range alone. */
export function writeEdits(
  plans: readonly PlannedEdit[],
  { documents }: Pick<Understood, 'documents'>,
): { texts: ReadonlyMap<string, string>; stuck: PlannedEdit[] } {
  const texts = new Map<string, string>();
  const stuck: PlannedEdit[] = [];
  for (const one of plans) {
    const { incident, index, plan } = one;
    const document = documents.get(incident.id);
    if (!document || plan.changes.length === 0) continue;
    const text = texts.get(incident.path) ?? document.text;
    const [start, end] = document.yaml;
    // The front matter grows with each edit, and the body behind it stays as long as it is.
    const to = end + text.length - document.text.length;
    const isWhole = document.source === document.text.slice(start, end);
    const source = isWhole
      ? editMap(text.slice(start, to), ['remediation', index], plan.changes, itemKeys)
      : undefined;
    if (source === undefined) stuck.push(one);
    else texts.set(incident.path, text.slice(0, start) + source + text.slice(to));
  }
  return { texts, stuck };
}

/** Why an edit is left to a person. */
export function describeStuck({ item, incident }: PlannedEdit): string {
  return `${item.globalId} is written in ${incident.path} in a way that cannot be changed without touching more than this; change it by hand`;
}

/** Edits that were judged in memory. */
export interface JudgedEdits {
  /** Those whose files they bring no error to. */
  accepted: PlannedEdit[];
  edited: Project;
  files: ChangedFile[];
  /** The project with them; as it was where nothing changes. */
  after: Known;
  /** What is said since and was not before, without errors. */
  owed: Diagnostic[];
  /** Errors that other edits would bring to their files, and the project that has them. */
  refused: { diagnostics: Diagnostic[]; edited: Project }[];
}

/** Judges the files as they would be. Edits of a file to which they would bring an error are left out, all of them. */
export async function judgeEdits(
  plans: readonly PlannedEdit[],
  before: Known,
  findAsOf: Terminal['findAsOf'],
): Promise<JudgedEdits> {
  const { project } = before;
  const refused: JudgedEdits['refused'] = [];
  for (let accepted = [...plans]; ;) {
    const edited = replaceTexts(project, writeEdits(accepted, before).texts);
    const files = listChangedFiles(project, edited);
    if (files.length === 0) return { accepted, edited, files, after: before, owed: [], refused };
    const paths = new Set(files.map(({ path }) => path));
    const after = requireHistory(await understand(edited, findAsOf, (path) => paths.has(path)));
    const brought = listBrought(before.diagnostics, after.diagnostics);
    const stops = brought.filter(({ level, rule }) => level === 'error' && rule !== 'public-text-differs');
    if (stops.length === 0) {
      const owed = brought.filter(({ level }) => level !== 'error');
      return { accepted, edited, files, after, owed, refused };
    }
    refused.push({ diagnostics: stops, edited });
    const hit = new Set(stops.map(({ path }) => path));
    accepted = accepted.filter(({ incident }) => !hit.has(incident.path));
  }
}
