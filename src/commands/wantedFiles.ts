import { resolve } from 'node:path';
import { Failure } from '../diagnostic/failure.js';
import { acceptedPath } from '../load/acceptedText.js';
import { projectPath, type Project } from '../load/project.js';

/**
 * The files of a project that names on the command line mean: each a file, or all below a folder; from here, else from
 * the project's root. No names: all files. Throws a `Failure` for a name that means none.
 */
export function findWanted(names: readonly string[], project: Project): ReadonlySet<string> {
  // Also what was found and is no incident file, such as a link out of the project, can be asked for.
  const known = [
    project.settings.path,
    ...(project.theme ? [project.theme.path] : []),
    ...project.incidents.map(({ path }) => path),
    ...project.unreadable,
    ...project.accepted,
    ...project.diagnostics.map(({ path }) => path),
  ];
  if (names.length === 0) return new Set(known);
  const named = new Set(names.flatMap((name) => findFiles(name, project.root, known)));
  // Of accepted words something is said at the incident that they are of.
  const incidents = project.incidents.map(({ path }) => path);
  return new Set([...named, ...incidents.filter((path) => named.has(acceptedPath(path)))]);
}

function findFiles(name: string, root: string, known: readonly string[]): string[] {
  for (const path of [projectPath(root, name), projectPath(root, resolve(root, name))]) {
    const found = known.filter((one) => one === path || path === '' || one.startsWith(`${path}/`));
    if (found.length > 0) return found;
  }
  throw new Failure(`${name} is neither an incident file nor the settings of the project in ${root}`);
}
