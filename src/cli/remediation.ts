import { Option, type Command } from 'commander';
import type { ItemEdit } from '../commands/itemEdit.js';
import type { ItemQuery } from '../commands/itemQuery.js';
import type { ItemFormat } from '../commands/remediation.js';
import { Failure } from '../diagnostic/failure.js';
import { quote } from '../diagnostic/quote.js';
import { findSuggestion } from '../validate/suggestion.js';
import type { Run } from './run.js';

interface ListOptions extends ItemQuery {
  format: ItemFormat;
  exitCode?: boolean;
}

/** Adds `remediation`: without a verb it lists items, with one it changes them in their files. */
export function addRemediation(program: Command, run: Run): void {
  const remediation = program
    .command('remediation')
    .description('list what was promised and is still open, what is overdue first; or change it in its file')
    .usage('[options] | done|start|block|reopen|due|assign ID…');
  addFilters(remediation);
  remediation
    .addOption(
      new Option('--format <format>', 'how: for people, as data, for a spreadsheet, for chat or mail')
        .choices(['table', 'json', 'csv', 'markdown'] satisfies ItemFormat[])
        .default('table'),
    )
    .option('--exit-code', 'exit 1 when anything is listed')
    // Whatever is no verb comes here, to be told what there is.
    .argument('[verb...]')
    .addHelpText(
      'after',
      `
A filter may be given several times, or several values with commas between: --owner kim,lee.
An ID is <incident id>#R1, or R1 where no other incident has an R1.

  afterword remediation --overdue --exit-code
  afterword remediation --team storage --since 7d --format markdown
  afterword remediation done 2026-03-14-full-disk#R1 --on 2026-03-29`,
    )
    .action(([verb]: string[], { format, exitCode = false, ...query }: ListOptions, command: Command) => {
      if (verb !== undefined) throw new Failure(describeUnknownVerb(verb, command));
      return run(async (terminal, root) => {
        const { listRemediation } = await import('../commands/remediation.js');
        return listRemediation({ root, query, format, exitCode }, terminal);
      });
    });
  addEdits(remediation, run);
}

function addFilters(remediation: Command): void {
  const list = (flags: string, description: string): void =>
    void remediation.option(flags, description, (value: string, before: string[] | undefined) => [
      ...(before ?? []),
      value,
    ]);
  list(
    '--state <state>',
    'in this state: proposed, open, in-progress, blocked, done, wont-do, superseded; or all',
  );
  list('--owner <id>', 'owned by this person or team');
  list('--team <id>', 'of this team');
  list('--service <id>', 'of incidents that affected this service');
  list('--severity <id>', 'of incidents of this severity');
  list('--priority <priority>', 'of this priority');
  list('--type <type>', 'of this type: prevent, detect, mitigate, repair, process, investigate');
  list('--category <category>', 'about a cause of this category');
  list('--incident <id>', 'of this incident');
  remediation
    .option('--open', 'open, in progress or blocked; so without --state and --since')
    .option('--overdue', 'open, and due before today')
    .option('--due-within <period>', 'due from today on within this time: 14d, 2w')
    .option('--due-after <day>', 'due later than on this day')
    .option('--due-before <day>', 'due earlier than on this day')
    .option('--unowned', 'owned by nobody')
    .option('--undated', 'without a due date')
    .option('--q <words>', 'with these words in its title or its incident’s, its owner, team or ticket')
    .option('--since <when>', 'opened, done, moved or overdue since: 7d, 2w, or a day; then in any state');
}

function describeUnknownVerb(verb: string, { commands }: Command): string {
  const verbs = commands.map((one) => one.name());
  const near = findSuggestion(verb, verbs);
  const hint = near === undefined ? `there are ${verbs.join(', ')}` : `did you mean \`${near}\`?`;
  return `There is nothing ${quote(verb)} that can be done with an item; ${hint}`;
}

/** Of what a ticket system keeps. */
const pushOption = [
  '--push',
  'also change its ticket, in the system that `sync` of site.yaml names',
] as const;

interface EditOptions {
  dryRun?: boolean;
  push?: boolean;
  on?: string;
  reason?: string;
}

function addEdits(remediation: Command, run: Run): void {
  const add = (
    verb: string,
    description: string,
    usage: string,
    create: (args: string[], options: EditOptions) => { ids: string[]; edit: ItemEdit },
  ): Command =>
    remediation
      .command(verb)
      .description(description)
      .usage(`[options] ${usage}`)
      .argument('<ids...>', 'items, each <incident id>#R1, or R1 where there is only one')
      .option('--dry-run', 'print what would change, as a patch, and write nothing')
      .action((args: string[], options: EditOptions) =>
        run(async (terminal, root) => {
          const { editRemediation } = await import('../commands/remediationEdit.js');
          const { ids, edit } = create(args, options);
          const { dryRun = false, push = false } = options;
          return editRemediation({ root, ids, edit, dryRun, push }, terminal);
        }),
      );
  add('done', 'write that it is done, and when', 'ID…', (ids, { on }) => ({
    ids,
    edit: { verb: 'done', on },
  }))
    .option('--on <day>', 'the day it was done, or unknown (default: today)')
    .option(...pushOption);
  for (const [verb, description] of [
    ['start', 'write that it is in progress'],
    ['block', 'write that it waits for something else'],
    ['reopen', 'write that it is open again; the day on which it was done goes'],
  ] as const) {
    const command = add(verb, description, 'ID…', (ids) => ({ ids, edit: { verb } }));
    if (verb === 'reopen') command.option(...pushOption);
  }
  add('due', 'move its due date; the one before is kept in `moved`', 'ID… DAY', (args, { reason }) => {
    const { ids, last } = splitLast(args, 'a day');
    return { ids, edit: { verb: 'due', due: last, reason } };
  }).option('--reason <text>', 'why it was moved; never public');
  add('assign', 'give it to a person or a team', 'ID… OWNER', (args) => {
    const { ids, last } = splitLast(args, 'a person or team');
    return { ids, edit: { verb: 'assign', owner: last } };
  }).option(...pushOption);
}

function splitLast(args: readonly string[], what: string): { ids: string[]; last: string } {
  const last = args.at(-1);
  if (last === undefined || args.length < 2) throw new Failure(`It wants an item and ${what}, in this order`);
  return { ids: args.slice(0, -1), last };
}
