import type { Command } from 'commander';
import { Failure } from '../diagnostic/failure.js';
import type { Run } from './run.js';

interface Options {
  push?: boolean;
  dryRun?: boolean;
  check?: boolean;
}

/** Adds `sync`, the one command that talks to ticket systems of its own accord. */
export function addSync(program: Command, run: Run): void {
  program
    .command('sync')
    .description(
      'ask the ticket systems of site.yaml whether items are open and whose they are, and write that into the files',
    )
    .option(
      '--push',
      'also make missing tickets, and correct the titles, causes and due dates of those that were made',
    )
    .option(
      '--dry-run',
      'print what would change, as a patch, and what would be sent; write and send nothing',
    )
    .option('--check', 'say what differs, change nothing, and exit 1 where anything does')
    .addHelpText(
      'after',
      `
Tokens come from the environment variables that site.yaml names; docs/tickets.md says what goes which way.
Exit 1: a ticket is gone, or an edit would bring an error. Exit 2: something could not be asked or sent; all else was done.`,
    )
    .action(({ push = false, dryRun = false, check = false }: Options) => {
      if (dryRun && check)
        throw new Failure('--dry-run and --check say the same in two ways; give one of them');
      return run(async (terminal, root) => {
        const { sync } = await import('../commands/sync.js');
        return sync({ root, push, dryRun, check }, terminal);
      });
    });
}
