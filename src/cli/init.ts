import { Option, type Command } from 'commander';
import type { CiKind } from '../commands/init.js';
import type { Terminal } from '../commands/terminal.js';

interface Flags {
  title?: string;
  zone?: string;
  url?: string;
  ci: CiKind;
  hook?: boolean;
}

/** Adds `init`, which needs no project: `createTerminal` gives what it may use of the outside. */
export function addInit(program: Command, createTerminal: () => Terminal): void {
  program
    .command('init')
    .description('make a project of a folder: settings, an example, a workflow; what is there already stays')
    .argument('[dir]', 'the folder, which need not exist (default: that of --root)')
    .option('--title <title>', 'of the public site (default: from the name of the folder)')
    .option('--zone <zone>', 'the zone of your times, e.g. Europe/Dublin (default: that of this machine)')
    .option('--url <url>', 'where the public site will stand (default: an example)')
    .addOption(
      new Option('--ci <kind>', 'whose workflow is written')
        .choices(['github', 'gitlab', 'none'] satisfies CiKind[])
        .default('github'),
    )
    .option('--hook', 'have git check before each commit')
    .action(async (folder: string | undefined, { title, zone, url, ci, hook = false }: Flags) => {
      const { createProject } = await import('../commands/init.js');
      const options = { folder: folder ?? program.opts<{ root: string }>().root, title, zone, url, ci, hook };
      const machineZone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
      process.exitCode = createProject(options, machineZone, createTerminal());
    });
}
