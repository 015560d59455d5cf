import type { Command } from 'commander';
import { Failure } from '../diagnostic/failure.js';
import { listWords } from '../validate/suggestion.js';
import type { Run } from './run.js';

interface Flags {
  template?: string;
  at?: string;
  severity?: string;
  service?: string[];
  from?: string[];
  window?: string;
  pinned?: boolean;
  emoji?: string[];
  archive?: string;
}

/** Adds `new`. `listTemplates` gives the names of the templates of a project. */
export function addNew(program: Command, run: Run, listTemplates: () => string[]): void {
  const collect = (value: string, before: string[] = []): string[] => [...before, ...value.split(',').map((one) => one.trim())];
  program
    .command('new')
    .description('write a new draft from a template; on a terminal it asks for what is not said')
    .argument('[title]', 'what happened, to whom')
    .option('--template <name>', 'which questions it asks (default: postmortem)')
    .option('--at <when>', 'when it started, e.g. "2026-03-14 09:05" or "2026-03-14 evening" (default: today, or the first entry of --from)')
    .option('--severity <severity>', 'a severity of site.yaml')
    .option('--service <service>', 'a service of site.yaml that was affected; may be given several times', collect)
    .option('--from <format> <file...>', 'a timeline from another tool: slack, pagerduty, csv or text, and a file, a folder of a Slack export, or - for standard input')
    .option('--window <time>', 'with --from: only what was within this time, "2026-03-14 09:00 .. 2026-03-14 18:00"')
    .option('--pinned', 'with --from slack: only messages that are pinned')
    .option('--emoji <name>', 'with --from slack: only messages with this reaction', collect)
    .option('--archive <url>', 'with --from slack: the address of the channel, for links to its messages')
    .addHelpText('after', () => `
Templates: ${listTemplates().join(', ')}. Put your own into templates/, one Markdown file each.

  afterword new "Checkout was down" --at "2026-03-14 09:05" --severity major --service checkout
  afterword new "Checkout was down" --from slack export/incident-42/ --emoji pushpin
  pbpaste | afterword new "Checkout was down" --at 2026-03-14 --from text -`)
    .action((title: string | undefined, flags: Flags) =>
      run(async (terminal, root) => {
        const { createDraft } = await import('../commands/new.js');
        const from = await readFrom(flags);
        const { template, at, severity, service: services = [] } = flags;
        const isTerminal = process.stdin.isTTY && process.stdout.isTTY;
        const asking = isTerminal ? { ...terminal, questions: (await import('./questions.js')).questions } : terminal;
        return createDraft({ root, title, template, at, severity, services, from }, asking);
      }),
    );
} // prettier-ignore

async function readFrom({ from, window, pinned = false, emoji = [], archive }: Flags) {
  if (from === undefined) {
    if (window !== undefined || pinned || emoji.length > 0 || archive !== undefined)
      throw new Failure('--window, --pinned, --emoji and --archive say what of --from FORMAT FILE is taken');
    return undefined;
  }
  const { timelineFormats } = await import('../import/timeline.js');
  const [written = '', ...paths] = from;
  const format = timelineFormats.find((one) => one === written);
  if (format === undefined)
    throw new Failure(
      `--from: there is no format \`${written}\`; write ${listWords(timelineFormats)}, and a file`,
    );
  if (paths.length === 0) throw new Failure(`--from ${format}: which file? - is standard input`);
  return { format, paths, window, pinned, emoji, archive };
}
