import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { addInit } from './cli/init.js';
import { addNew } from './cli/new.js';
import { addRemediation } from './cli/remediation.js';
import type { Run } from './cli/run.js';
import { addSync } from './cli/sync.js';
import type { PreviewFormat } from './commands/previewSince.js';
import type { Format } from './commands/printReport.js';
import { wantsColor, type Terminal } from './commands/terminal.js';
import { Cancelled, Failure } from './diagnostic/failure.js';
import { listTemplates } from './load/template.js';
import { printable } from './report/printable.js';
import { asOfFrom } from './time/asOf.js';
import type { Draft } from './validate/schema/jsonSchema.js';

/*
 * The command line's edge: the only place that knows the terminal, the environment and the clock. Commands are loaded
 * when they are run, so that `--help` costs nothing else.
 */

const { version } = createRequire(import.meta.url)('../package.json') as { version: string };

/** Set for a process that tries a file out: it tells by its exit code whether it came to the end, and tries nothing itself. */
const trial = 'AFTERWORD_TRIAL';

/** Far above what the limits of a file allow, on a slow machine too. */
const trialSeconds = 30;

/** Checks one file in a process of its own, which is killed when it takes too long or too much memory. */
function tryFile(root: string, path: string): boolean {
  const { status } = spawnSync(
    process.execPath,
    ['--max-old-space-size=1024', process.argv[1] ?? '', 'check', '--root', root, join(root, path)],
    {
      env: { ...process.env, [trial]: '1' },
      stdio: 'ignore',
      timeout: trialSeconds * 1000,
      killSignal: 'SIGKILL',
    },
  );
  // 2: it could not run, which has nothing to do with the file.
  return status === 0 || status === 2;
}

interface GlobalOptions {
  root: string;
  asOf?: string;
}

function createTerminal({ asOf: flag }: GlobalOptions): Terminal {
  return {
    print: (text) => void process.stdout.write(text),
    note: writeNote,
    color: wantsColor(process.stdout.isTTY, process.env),
    columns: process.stdout.columns,
    cwd: process.cwd(),
    version,
    ...(process.env['npm_command'] === 'exec' ? { call: 'npx afterword' } : {}),
    ...(process.env[trial] ? {} : { tryFile }),
    network: { env: process.env, wait: sleep },
    findAsOf: (zone) => {
      const found = asOfFrom({
        flag,
        sourceDateEpoch: process.env['SOURCE_DATE_EPOCH'],
        now: Date.now(),
        zone,
      });
      if (found.ok) return found.asOf;
      throw new Failure(`--as-of: ${found.message} ${found.hint ?? ''}`.trim());
    },
  };
}

/** Notes come after the results that were printed before them, also where both go into one pipe. */
function writeNote(text: string): void {
  process.stdout.write('', () => void process.stderr.write(text));
}

function createProgram(): Command {
  const program = new Command('afterword');
  program
    .description(
      'Postmortems written as Markdown in git, checked like code, published as an incident history for customers and a remediation tracker for managers.',
    )
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .option('--root <dir>', 'the folder of the project', '.')
    .option('--as-of <date>', 'the day that counts as today, YYYY-MM-DD (else SOURCE_DATE_EPOCH, else today)')
    .configureHelp({ showGlobalOptions: true })
    .addHelpText(
      'after',
      '\nExit codes: 0 fine, 1 findings, 2 could not run. Results go to standard output, notes to standard error.',
    )
    // What somebody typed must not drive the terminal; an error is one line.
    .configureOutput({ outputError: (text, write) => write(`${printable(text.trimEnd())}\n`) })
    .exitOverride();

  const run: Run = async (start) => {
    const options = program.opts<GlobalOptions>();
    const terminal = createTerminal(options);
    const { completeBuild } = await import('./write/recovery.js');
    const completed = await completeBuild(options.root);
    if (completed !== undefined) terminal.note(`${printable(completed)}\n`);
    const code = await start(terminal, options.root);
    process.exitCode = process.env[trial] ? 0 : code;
  };

  addInit(program, () => createTerminal(program.opts<GlobalOptions>()));

  program
    .command('check')
    .description('print everything that is wrong, at once: path:line:column, the reason and the way out')
    .argument('[files...]', 'report only these files; they are checked against the whole project')
    .addOption(
      new Option('--format <format>', 'how: for people, as data, for code scanning, as annotations')
        .choices(['text', 'json', 'sarif', 'github'] satisfies Format[])
        .default('text'),
    )
    .option('--max-warnings <n>', 'fail when there are more warnings than this', parseCount)
    .action((files: string[], { format, maxWarnings }: { format: Format; maxWarnings?: number }) =>
      run(async (terminal, root) => {
        const { check } = await import('./commands/check.js');
        return check({ root, files, format, maxWarnings }, terminal);
      }),
    );

  program
    .command('build')
    .description('check, then write both sites; with a blocking error nothing is written')
    .option('--out <dir>', 'the folder that gets public/ and internal/ (default: out in the project)')
    .option('--public-only', 'write only the public site')
    .option('--strict', 'write nothing while anything is owed, either: an owner, a due date, a summary')
    .action(
      ({
        out,
        publicOnly = false,
        strict = false,
      }: {
        out?: string;
        publicOnly?: boolean;
        strict?: boolean;
      }) =>
        run(async (terminal, root) => {
          const { build } = await import('./commands/build.js');
          return build({ root, out, publicOnly, strict }, terminal);
        }),
    );

  program
    .command('fix')
    .description('mend what can only be meant in one way, without touching any other byte')
    .argument('[files...]', 'mend only these files')
    .option('--dry-run', 'print what would change, as a patch, and write nothing')
    .action((files: string[], { dryRun = false }: { dryRun?: boolean }) =>
      run(async (terminal, root) => {
        const { fix } = await import('./commands/fix.js');
        return fix({ root, files, dryRun }, terminal);
      }),
    );

  program
    .command('preview')
    .description(
      'print exactly what customers read, or will read, the address first, and what they could conclude',
    )
    .argument('[files...]', 'show only these files')
    .option('--since <revision>', 'show what becomes, changes or stops being public, e.g. since origin/main')
    .addOption(
      new Option('--format <format>', 'with --since: for people, or as a comment on a pull request')
        .choices(['text', 'markdown'] satisfies PreviewFormat[])
        .default('text'),
    )
    .action((files: string[], { since, format }: { since?: string; format: PreviewFormat }) =>
      run(async (terminal, root) => {
        if (since !== undefined) {
          const { previewSince } = await import('./commands/previewSince.js');
          return previewSince({ root, files, since, format }, terminal);
        }
        if (format === 'markdown') throw new Failure('--format markdown needs --since');
        const { preview } = await import('./commands/preview.js');
        return preview({ root, files }, terminal);
      }),
    );

  program
    .command('publish')
    .description(
      'write the `public` block of incidents that have none, and accept what customers read of each as <id>.public.txt',
    )
    .argument('<files...>', 'these incidents; a folder stands for those in it that have a `public` block')
    .option(
      '--since <date>',
      'the day from which it is public, YYYY-MM-DD (default: that of the file, else today)',
    )
    .action((files: string[], { since }: { since?: string }) =>
      run(async (terminal, root) => {
        const { publish } = await import('./commands/publish.js');
        return publish({ root, files, since }, terminal);
      }),
    );

  program
    .command('rename')
    .description(
      'give an incident another id: its file, what refers to it, and a redirect from the old address',
    )
    .argument('<old>', 'its id, or its file')
    .argument('<new>', 'the id that it is to have')
    .option('--alias', 'lead the old address to the new one, also where customers do not know it')
    .option('--no-alias', 'do not: nothing will tell the old name')
    .option('--dry-run', 'print what would change, as a patch, and write nothing')
    .action((from: string, to: string, { alias, dryRun = false }: { alias?: boolean; dryRun?: boolean }) =>
      run(async (terminal, root) => {
        const { rename } = await import('./commands/rename.js');
        return rename({ root, from, to, alias, dryRun }, terminal);
      }),
    );

  addRemediation(program, run);
  addSync(program, run);

  program
    .command('explain')
    .description('say what a rule asks and why, with examples; without an id, list all rules')
    .argument('[rule]', 'the id at the end of a diagnostic')
    .action((rule: string | undefined) =>
      run(async (terminal) => {
        const { explain } = await import('./commands/explain.js');
        return explain(rule, terminal);
      }),
    );

  addNew(program, run, () => listTemplates(program.opts<GlobalOptions>().root));

  program
    .command('schema')
    .description(
      'print the JSON Schema of the incident file, of site.yaml, of the published history, of what check or remediation prints as JSON, or of site/tickets.json',
    )
    .argument('<name>', 'incident, site, history, check, items or tickets')
    .addOption(
      new Option('--draft <draft>', 'of JSON Schema')
        .choices(['2020-12', 'draft-07'] satisfies Draft[])
        .default('2020-12'),
    )
    .action((name: string, { draft }: { draft: Draft }) =>
      run(async (terminal) => {
        const { printSchema } = await import('./commands/schema.js');
        return printSchema(name, draft, terminal);
      }),
    );

  // A sub-command inherits how errors end only when it is asked to.
  for (const command of program.commands.flatMap((one) => [one, ...one.commands]))
    command.copyInheritedSettings(program).helpOption('-h, --help', 'print this help');
  return program;
}

function parseCount(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(text);
}

/** A reader that has seen enough, such as `head`, closes the pipe: that is no error. */
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
    throw error;
  });
}

/** Sets the exit code of what was thrown. */
function fail(error: unknown): void {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  // As a shell tells it of whatever was ended from the keyboard.
  else if (error instanceof Cancelled) process.exitCode = 130;
  else if (error instanceof Failure) {
    process.stderr.write(`afterword: ${printable(error.message)}\n`);
    process.exitCode = 2;
  } else if (error instanceof Error && 'syscall' in error && 'code' in error) {
    // What the disk refused is no mistake of ours.
    const path = 'path' in error ? ` at ${String(error.path)}` : '';
    process.stderr.write(
      `afterword: ${printable(`${String(error.code)} from ${String(error.syscall)}${path}`)}\n`,
    );
    process.exitCode = 2;
  } else {
    // Node itself would print the line of the bundle that failed, which is most of the bundle.
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(
      `afterword: this is a mistake of Afterword, not yours; please report it with these lines:\n${stack.split('\n').map(printable).join('\n')}\n`,
    );
    process.exitCode = 2;
  }
}

createProgram().parseAsync().catch(fail);
