import { createPublicHistory } from '../audience/createPublicHistory.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { checkCarriedText } from '../judge/carriedText.js';
import { loadFindSecrets } from '../judge/leak/secret.js';
import type { Pictures } from '../judge/pictureFile.js';
import { judgeStaticFiles, readText } from '../judge/staticFile.js';
import { checkTheme, themePath } from '../judge/theme.js';
import type { Project } from '../load/project.js';
import type { SourceFile } from '../load/sourceFile.js';
import { staticFolder, type StaticFile } from '../load/staticFolder.js';
import type { History } from '../model/history.js';
import type { Document } from '../parse/document.js';
import type { Settings } from '../settings/settings.js';

/** Files that customers get and that are no incidents: as they are published, and what is wrong with them. */
export interface CarriedFiles {
  /** Below the public site's base. */
  files: readonly StaticFile[];
  /** The texts among them, which a report may quote. */
  texts: SourceFile[];
  diagnostics: Diagnostic[];
}

/** Reads and judges `site/static` and `site/theme.css`. */
export async function judgeCarriedFiles(project: Project, settings: Settings): Promise<CarriedFiles> {
  const { files: read, diagnostics } = project.readStatic();
  const texts = read.flatMap(({ path, content }): SourceFile[] => {
    const text = readText(content);
    return text === undefined ? [] : [{ path: `${staticFolder}/${path}`, text }];
  });
  if (project.theme) texts.push(project.theme);
  const findSecrets = await loadFindSecrets(texts.flatMap(({ path, text }) => [path, text]));
  const { files, diagnostics: found } = judgeStaticFiles(read, settings, findSecrets);
  const all = [...diagnostics, ...found];
  if (project.theme) {
    const { text } = project.theme;
    const paths = new Set(read.map(({ path }) => path));
    all.push(...checkTheme(text, (path) => paths.has(path)));
    all.push(...checkCarriedText({ path: themePath, text }, settings, findSecrets));
  }
  return { files, texts, diagnostics: all };
}

/** Whether a file of `site/static` would take the place of a page: what is rendered is asked for its paths alone. */
export async function checkCollisions(
  files: readonly StaticFile[],
  history: History,
  documents: ReadonlyMap<string, Document>,
  publicFiles: { pictures: Pictures; theme: string | undefined },
): Promise<Diagnostic[]> {
  if (files.length === 0) return [];
  // Most projects have no such files, and are checked sooner without the pages.
  const { listPublicFiles } = await import('../render/public/publicSite.js');
  const { checkStaticFiles } = await import('../render/staticFile.js');
  const pages = listPublicFiles(createPublicHistory(history, documents, publicFiles));
  return checkStaticFiles(
    files.map(({ path }) => path),
    pages,
  );
}
