import { createPublicHistory } from '../audience/createPublicHistory.js';
import { findInferences } from '../audience/inference.js';
import type { PublicHistory } from '../audience/publicHistory.js';
import { compareText, type Diagnostic } from '../diagnostic/diagnostic.js';
import { acceptedPath, previewCommand, publishCommand } from '../load/acceptedText.js';
import type { Project } from '../load/project.js';
import type { Pictures } from '../judge/pictureFile.js';
import type { History } from '../model/history.js';
import type { Incident } from '../model/incident.js';
import { documentId, findPlace, type Document } from '../parse/document.js';

/** What customers read, or will read, of each incident: by the path of its file. */
export type PublicTexts = ReadonlyMap<string, string>;

/** What the words for customers are made from. */
export interface PublicSource {
  history: History;
  documents: ReadonlyMap<string, Document>;
  pictures: Pictures;
}

/**
 * The public text of every incident that is public or will be, for those that are wanted. It is the same on every day: an
 * embargoed text is reviewed before its day comes.
 */
export async function renderPublicTexts(
  { history, documents, pictures }: PublicSource,
  isWanted: (path: string) => boolean,
): Promise<PublicTexts> {
  const { renderPublicText } = await import('../render/public/publicText.js');
  const published: PublicHistory = createPublicHistory({ ...history, asOf: '9999-12-31' }, documents, {
    pictures,
  });
  const texts = new Map<string, string>();
  for (const incident of published.incidents) {
    const path = documents.get(incident.id)?.path ?? '';
    if (!isWanted(path)) continue;
    const redirects = published.redirects.filter((one) => one.incident === incident.id);
    const from = redirects.map((redirect) => redirect.from);
    texts.set(path, renderPublicText(incident, published.site, from));
  }
  return texts;
}

/** Holds the words that were accepted for customers against those that they would read. */
export async function checkAcceptedTexts(
  project: Project,
  source: PublicSource,
  isWanted: (path: string) => boolean,
): Promise<Diagnostic[]> {
  const accepted = new Set(project.accepted);
  const isAccepted = (path: string): boolean => accepted.has(acceptedPath(path));
  if (accepted.size === 0) return [];
  const diagnostics: Diagnostic[] = [];
  const ofIncidents = new Set<string>();
  const texts = await renderPublicTexts(source, (path) => isWanted(path) && isAccepted(path));
  for (const path of [...project.incidents.map((file) => file.path), ...project.unreadable]) {
    ofIncidents.add(acceptedPath(path));
    if (!isWanted(path) || !isAccepted(path)) continue;
    const document = source.documents.get(documentId(path));
    // What cannot be read is told as that.
    if (document?.path !== path) continue;
    const words = project.readAccepted(acceptedPath(path), diagnostics)?.text.replaceAll('\r\n', '\n');
    const text = texts.get(path);
    if (words === undefined || words === text) continue;
    diagnostics.push({
      ...describeDifference(path, words, text),
      place: findPlace(document, ['public'], 'key'),
    });
  }
  for (const path of project.accepted)
    if (!ofIncidents.has(path) && isWanted(path)) diagnostics.push(createOrphan(path));
  return diagnostics.toSorted((a, b) => compareText(a.path, b.path));
}

const level = { level: 'error', blocks: true, rule: 'public-text-differs' } as const;

function describeDifference(path: string, accepted: string, text: string | undefined): Diagnostic {
  const file = acceptedPath(path);
  if (text === undefined) {
    return {
      ...level,
      path,
      message: `Customers read this incident, by \`${file}\`, and it has no \`public\` block that is whole`,
      hint: `Remove \`${file}\` if it is no longer to be public.`,
    };
  }
  const [before, after] = [accepted.split('\n'), text.split('\n')];
  const line = after.findIndex((words, index) => words !== before[index]);
  const at = line < 0 ? after.length : line;
  return {
    ...level,
    path,
    message: `What customers would read is not what was accepted: line ${at + 1} of \`${file}\` differs`,
    hint: `\`${previewCommand(path)}\` shows it; \`${publishCommand(path)}\` accepts it, for the next review.`,
    related: [{ path: file, message: 'was accepted' }],
  };
}

function createOrphan(path: string): Diagnostic {
  return {
    ...level,
    path,
    message: 'These words were accepted for an incident that is not there',
    hint: 'Remove this file, or give it the name of its incident.',
  };
}

/** What a reader of a public text could conclude, as lines below it; '' where nothing was noticed. */
export function renderInferences(incident: Incident, text: string): string {
  // Its address, and those that lead to it, are what it is held against.
  const inferences = findInferences(incident, text.slice(text.indexOf('\n\n')));
  if (inferences.length === 0) return '';
  return `\nReaders could conclude:\n${inferences.map((one) => `- ${one}\n`).join('')}`;
}
