import { setImmediate as turn } from 'node:timers/promises';
import { compareDiagnostics, type Diagnostic } from '../diagnostic/diagnostic.js';
import { Failure } from '../diagnostic/failure.js';
import { checkBrand, findCard, type Card } from '../judge/brand.js';
import { judge } from '../judge/judge.js';
import { checkPictureBytes, checkPictures } from '../judge/picture.js';
import { createPictures, type Pictures } from '../judge/pictureFile.js';
import { checkSettingsTexts } from '../judge/settingsText.js';
import { loadFindSecrets, type FindSecrets } from '../judge/leak/secret.js';
import { maskSecrets } from '../judge/leak/secretMask.js';
import { checkNames } from '../judge/leak/secretName.js';
import { checkRuleSettings } from '../judge/ruleSettings.js';
import { checkCollisions, judgeCarriedFiles } from './carriedFiles.js';
import { findContext } from './context.js';
import { checkAcceptedTexts } from './publicText.js';
import { readProject, type Project } from '../load/project.js';
import type { SourceFile } from '../load/sourceFile.js';
import { staticFolder, type StaticFile } from '../load/staticFolder.js';
import { createHistory } from '../model/createHistory.js';
import type { Valid } from '../model/valid.js';
import type { History } from '../model/history.js';
import { checkIds } from '../parse/checkIds.js';
import { documentId, parseDocument, type Document } from '../parse/document.js';
import { createSettings } from '../settings/createSettings.js';
import type { Settings } from '../settings/settings.js';
import { incidentSchema } from '../validate/schema/incident.js';
import { validate } from '../validate/validate.js';

/** A project as far as it could be understood, and everything that is wrong with it. */
export interface Understood {
  project: Project;
  /** Absent when `site.yaml` could not be read; then incidents are only checked for themselves. */
  history: History | undefined;
  /** By id. */
  documents: ReadonlyMap<string, Document>;
  /** In the order of files and places. */
  diagnostics: Diagnostic[];
  pictures: Pictures;
  /** The files of `site/static` as they are published; none where they were not looked at. */
  carried: readonly StaticFile[];
  /** The picture beside links to public pages; undefined also where `site/static` was not looked at. */
  card: Card | undefined;
  findSecrets: FindSecrets;
}

/** A project whose history is known. */
export type Known = Understood & { history: History };

/** For commands that make no sense without a history: a `Failure` where the settings cannot be read. */
export function requireHistory(understood: Understood): Known {
  const { history, project } = understood;
  if (!history) throw new Failure(`${project.settings.path} cannot be read; run \`afterword check\``);
  return { ...understood, history };
}

/**
 * Walks a project from the disk to a judged history: the way of all commands that look at a whole project.
 * `findAsOf` gives the day in the site's zone, which only the settings know.
 */
export async function understandProject(
  root: string,
  findAsOf: (zone: string) => string,
): Promise<Understood> {
  return understand(readProject(root), findAsOf);
}

/**
 * The same for a project that has been read, whose texts may have been changed since. Where only some files are wanted,
 * nothing is said of the others, and those that have nothing to do with them are not even read.
 */
export async function understand(
  project: Project,
  findAsOf: (zone: string) => string,
  isWanted: (path: string) => boolean = () => true,
): Promise<Understood> {
  if (!project.hasIncidents) {
    throw new Failure(`There is no folder incidents/ in ${project.root}; \`afterword new "Title"\` makes it`);
  }
  const context = findContext(project.incidents, isWanted);
  // What is said of one file may quote all that it is judged by.
  const texts: SourceFile[] = [
    project.settings,
    ...project.incidents.filter(({ path }) => context.has(path)),
  ];
  const names = [...project.incidents.map((file) => file.path), ...project.unreadable];
  const paths = [...names, ...project.pictures, ...project.diagnostics.map(({ path }) => path)];
  const findSecrets = await loadFindSecrets([...texts.map(({ text }) => text), paths.join('\n')]);
  const diagnostics = [...project.diagnostics];
  const { settings, source: settingsSource, diagnostics: ofSettings } = createSettings(project.settings);
  diagnostics.push(...ofSettings);
  diagnostics.push(...checkIds(names));
  diagnostics.push(...checkPictures(project.pictures, project.incidents));
  diagnostics.push(...checkPictureBytes(project.pictures, project.sizeOf));

  const pictures = createPictures(project.readPicture);
  const valid: Valid[] = [];
  const documents = new Map<string, Document>();
  for (const file of project.incidents) {
    if (!context.has(file.path)) continue;
    // A signal is heard in between: thousands of files take seconds.
    if (documents.size % 64 === 63) await turn();
    const parsed = parseDocument(file);
    diagnostics.push(...parsed.diagnostics);
    const { document } = parsed;
    if (!document) continue;
    const validated = validate(incidentSchema, document, /^x-/);
    diagnostics.push(...validated.diagnostics);
    if (!validated.value || documents.has(document.id)) continue;
    valid.push({ document, frontMatter: validated.value, damaged: validated.damaged });
    documents.set(document.id, document);
  }

  const history = settings && judgeAll(settings, valid);
  let carried: readonly StaticFile[] = [];
  let card: Card | undefined;
  if (history && isWanted(staticFolder)) {
    const judged = await judgeCarriedFiles(project, settings);
    carried = judged.files;
    diagnostics.push(...judged.diagnostics);
    const found = findCard(settings, settingsSource, carried);
    card = found.card;
    diagnostics.push(...found.diagnostics);
    const files = { pictures, theme: project.theme?.text };
    diagnostics.push(...(await checkCollisions(carried, history, documents, files)));
    const named = new Set(judged.diagnostics.map(({ path }) => path));
    texts.push(...judged.texts.filter(({ path }) => named.has(path)));
  }
  if (history)
    diagnostics.push(...(await checkAcceptedTexts(project, { history, documents, pictures }, isWanted)));
  const published = new Set(history?.incidents.flatMap(({ id, publication }) => (publication ? [id] : [])));
  diagnostics.push(...checkNames(names, (id) => published.has(id), findSecrets));
  const wanted = diagnostics.filter(({ path }) => isWanted(path));
  const told = maskSecrets(wanted, texts, paths, findSecrets).toSorted(compareDiagnostics);
  return { project, history, documents, diagnostics: told, pictures, carried, card, findSecrets };

  function judgeAll(known: Settings, files: readonly Valid[]): History {
    const ids = new Set(names.map(documentId));
    const created = createHistory(files, ids, known, findAsOf(known.timezone));
    diagnostics.push(...created.diagnostics, ...checkRuleSettings(known, settingsSource));
    diagnostics.push(...checkBrand(known, settingsSource, project.fileExists));
    diagnostics.push(...checkSettingsTexts(known, settingsSource, findSecrets));
    diagnostics.push(
      ...judge({
        history: created.history,
        documents,
        fileExists: project.fileExists,
        findEarlierText: project.findEarlierText,
        findSecrets,
        pictures,
        isWanted,
      }),
    );
    return created.history;
  }
}

/** Whether a build must not go on. */
export function isBlocked(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.blocks && diagnostic.level === 'error');
}
