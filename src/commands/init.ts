import { join, relative } from 'node:path';
import { Failure } from '../diagnostic/failure.js';
import { findText, isTaken, readGround, readSeed, type Ground } from '../load/projectSeed.js';
import { isSafeUrl } from '../parse/safeUrl.js';
import { spellScalar } from '../parse/yamlScalar.js';
import { printable } from '../report/printable.js';
import { addDays } from '../time/isoDay.js';
import { isKnownZone, parseZone } from '../time/zone.js';
import { writeEditedFile } from '../write/editedFile.js';
import { writeNewFile } from '../write/newFile.js';
import type { ExitCode, Terminal } from './terminal.js';

/** Whose workflow is written. */
export type CiKind = 'github' | 'gitlab' | 'none';

export interface InitOptions {
  folder: string;
  title: string | undefined;
  /** Without it that of the machine. */
  zone: string | undefined;
  url: string | undefined;
  ci: CiKind;
  /** Whether git is to check before each commit. */
  hook: boolean;
}

/** A file that a project begins with. */
interface Seed {
  /** Absolute. */
  path: string;
  text: string;
  isProgram?: boolean;
}

/**
 * Makes a project of a folder: settings, an example, what git ignores, a workflow. What is there already stays as it is, and is
 * listed. `machineZone` is the zone that the machine is in.
 */
export function createProject(options: InitOptions, machineZone: string, terminal: Terminal): ExitCode {
  const ground = readGround(options.folder);
  const seeds = listSeeds(ground, options, machineZone, terminal);
  const show = (path: string): string => printable(relative(terminal.cwd, path) || '.');
  const left: string[] = [];
  for (const { path, text, isProgram = false } of seeds) {
    if (isTaken(path)) {
      left.push(show(path));
      continue;
    }
    writeNewFile(path, text, { isProgram });
    terminal.print(`${show(path)}\n`);
  }
  if (ignoreOutputs(join(ground.root, '.gitignore'))) terminal.print(`${show(join(ground.root, '.gitignore'))}\n`);
  else left.push(show(join(ground.root, '.gitignore')));
  if (left.length > 0) terminal.note(`Left as they were: ${left.join(', ')}\n`);
  terminal.note(describeNext(ground, options, terminal));
  return 0;
} // prettier-ignore

function listSeeds(ground: Ground, options: InitOptions, machineZone: string, terminal: Terminal): Seed[] {
  const { root, repository, inRepository } = ground;
  const zone = chooseZone(options.zone, machineZone);
  const url = chooseUrl(options.url);
  const title = options.title ?? nameSite(ground.name);
  if (title.trim() === '') throw new Failure('--title: the title is empty');
  const day = addDays(terminal.findAsOf(zone), -1);
  const fill = (text: string, values: Record<string, string>): string =>
    text.replace(/\{\{(\w+)\}\}/g, (whole, key: string) => values[key] ?? whole);

  const settings = fill(readSeed('project/site.yaml'), { title: spellScalar(title), url: spellScalar(url), zone });
  const example = fill(readSeed('project/incident.md'), { day, due: addDays(day, 30) });
  const seeds: Seed[] = [{ path: join(root, 'site/site.yaml'), text: settings }];
  if (!ground.hasIncidents) seeds.push({ path: join(root, `incidents/${day}-example.md`), text: example });
  if (options.ci !== 'none' || options.hook) requirePlainPath(inRepository);
  if (options.ci === 'github') {
    const path = join(repository, '.github/workflows/postmortems.yml');
    seeds.push({ path, text: placeWorkflow(readSeed('hosting/github.yml'), ground) });
  }
  if (options.ci === 'gitlab') {
    if (inRepository !== '.') throw new Failure('--ci gitlab: the project must be the root of its repository');
    seeds.push({ path: join(repository, '.gitlab-ci.yml'), text: readSeed('hosting/gitlab.yml') });
  }
  if (options.hook) {
    if (!isTaken(join(repository, '.git/hooks'))) throw new Failure('--hook: there is no folder .git/hooks; run `git init` first');
    const text = fill(readSeed('project/pre-commit'), { root: inRepository });
    seeds.push({ path: join(repository, '.git/hooks/pre-commit'), text, isProgram: true });
  }
  return seeds;
} // prettier-ignore

/** The workflow for a project that need not be the root of its repository, and whose branch need not be called main. */
function placeWorkflow(text: string, { inRepository, branch = 'main' }: Ground): string {
  const placed = text
    .replaceAll("refs/heads/main'", `refs/heads/${branch}'`)
    .replace('branches: [main]', `branches: [${branch}]`);
  if (inRepository === '.') return placed;
  return placed
    .replaceAll('root: .\n', `root: ${inRepository}\n`)
    .replaceAll(/(?<=[ ])out\/(?=public\n|internal\/ )/g, `${inRepository}/out/`);
}

/** What stands in a workflow or a script must mean nothing there. */
function requirePlainPath(path: string): void {
  if (!/^[\w./-]+$/.test(path) || path.startsWith('-'))
    throw new Failure(`The project lies in \`${path}\` of its repository; a workflow wants a path of letters, digits and hyphens. Choose --ci none, without --hook`); // prettier-ignore
}

function chooseZone(written: string | undefined, machineZone: string): string {
  if (written === undefined) return isKnownZone(machineZone) ? machineZone : 'UTC';
  const parsed = parseZone(written);
  if (parsed.ok && isKnownZone(parsed.zone)) return parsed.zone;
  const near = parsed.ok ? [] : (parsed.suggestions ?? []);
  const reason = parsed.ok ? 'the zone must be known.' : parsed.message;
  throw new Failure(`--zone: ${reason}${near.length === 0 ? ' Write e.g. Europe/Dublin' : ` Did you mean ${near.join(' or ')}?`}`); // prettier-ignore
}

function chooseUrl(written: string | undefined): string {
  const url = written ?? 'https://status.example.com/';
  if (!/^https?:/.test(url) || !isSafeUrl(url) || /[?#]/.test(url))
    throw new Failure('--url: write the address of the public site, e.g. https://status.example.com/');
  return url.endsWith('/') ? url : `${url}/`;
}

/** E.g. "Incident history of Acme" for the folder `acme`. */
function nameSite(folder: string): string {
  const words = folder.normalize('NFC').replace(/[-_.\s]+/g, ' ').replace(/[\p{Cc}\p{Cf}]/gu, '').trim();
  if (words === '' || /^(?:incidents?|postmortems?|history|status|site)$/i.test(words)) return 'Incident history';
  return `Incident history of ${words.charAt(0).toUpperCase()}${words.slice(1)}`;
} // prettier-ignore

/** What is built belongs to no repository. Whether something had to be written. */
function ignoreOutputs(path: string): boolean {
  const wanted = ['out/', '.afterword/', '.afterword-tool/', 'node_modules/'];
  const known = findText(path);
  if (known === undefined) {
    writeNewFile(path, `${wanted.join('\n')}\n`);
    return true;
  }
  const lines = new Set(known.split(/\r?\n/).map((line) => line.trim().replace(/^\//, '').replace(/\/?$/, '/')));
  const missing = wanted.filter((line) => !lines.has(line));
  if (missing.length === 0) return false;
  const lineBreak = known.includes('\r\n') ? '\r\n' : '\n';
  const gap = known === '' || known.endsWith('\n') ? '' : lineBreak;
  writeEditedFile({ path, before: known, after: `${known}${gap}${missing.map((line) => line + lineBreak).join('')}` });
  return true;
} // prettier-ignore

function describeNext({ root }: Ground, { ci }: InitOptions, { cwd, call = 'afterword' }: Terminal): string {
  const folder = relative(cwd, root);
  const flag = folder === '' ? '' : ` --root ${/^[\w./-]+$/.test(folder) ? folder : JSON.stringify(folder)}`;
  const out = printable(join(folder, 'out'));
  return [
    '',
    'Next:',
    `  ${call}${flag} build      then open ${out}/public/index.html and ${out}/internal/index.html`,
    `  ${call}${flag} new        writes your first draft`,
    ...(ci === 'none' ? [] : [`The first lines of the workflow say what it needs to know of your ${ci === 'github' ? 'repository' : 'project'}.`]),
    '',
  ].join('\n'); // prettier-ignore
}
