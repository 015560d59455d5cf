import { createFileProblem } from '../load/textFile.js';
import type { Project } from '../load/project.js';
import type { Terminal } from './terminal.js';

/**
 * A file of more characters is tried first, by a process that can be killed: what takes long to read is refused by counts,
 * and this is for what they might miss. A file of fewer has no room for it; nearly all postmortems are smaller.
 */
const longestUntried = 48 * 1024;

/**
 * The last guard: without the files that could not be got through, so that what is said of all others is not lost. That is
 * a mistake of ours, and is told as such.
 */
export function setAside(
  project: Project,
  { tryFile }: Pick<Terminal, 'tryFile'>,
  isWanted: (path: string) => boolean = () => true,
): Project {
  const failed = new Set(
    project.incidents
      .filter(({ path, text }) => text.length > longestUntried && isWanted(path))
      .filter(({ path }) => tryFile?.(project.root, path) === false)
      .map(({ path }) => path),
  );
  if (failed.size === 0) return project;
  const problems = [...failed].map((path) =>
    createFileProblem(
      path,
      'too-slow',
      'This file could not be checked in reasonable time and memory, although it is within all limits',
      'This is a mistake of Afterword, not yours: report it with the file, and shorten the file until it is mended.',
    ),
  );
  return {
    ...project,
    incidents: project.incidents.filter(({ path }) => !failed.has(path)),
    unreadable: [...project.unreadable, ...failed],
    diagnostics: [...project.diagnostics, ...problems],
  };
}
