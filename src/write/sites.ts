import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { Failure } from '../diagnostic/failure.js';
import { findStats, makeFolder, syncFolder, writeFile } from './disk.js';
import { removeJournal, writeJournal, type Step } from './journal.js';
import type { Lock } from './lock.js';
import { createPlan, type Plan, type SiteToWrite } from './plan.js';
import { canUndo, doSteps, undoSteps } from './step.js';
import { clearWorkplace, type Workplace } from './workplace.js';

export type { SiteToWrite };

/** What became of a site. */
export interface Written {
  /** Absolute. */
  folder: string;
  files: number;
  /** Files that are new, other than before, or gone. */
  changed: number;
}

/**
 * Writes sites, all of them or none, each whole, in the order given. What does not change is not touched. All that is new
 * is first written beside the sites; then a journal says what remains to be done, and it is done. Before the journal a
 * build that dies leaves the old sites, after it the new ones: what it did not come to is done by the next command.
 *
 * Throws a `Failure` when a folder is not ours to replace, or when the disk refuses; it says which sites stand.
 */
export async function writeSites(sites: readonly SiteToWrite[], { workplace }: Lock): Promise<Written[]> {
  const plans = sites.map((site) => createPlan(site, workplace.out));
  const steps = plans.flatMap((plan) => plan.steps);
  if (steps.length > 0) {
    await stage(workplace, plans).catch((error: unknown) => {
      throw told(error, 'the sites are as they were');
    });
    publish(workplace, steps);
  }
  return sites.map(({ name, outputs }, index) => ({
    folder: join(workplace.out, name),
    files: outputs.length,
    changed: plans[index]?.changed ?? 0,
  }));
}

/** Writes what is new into the workplace. In between it listens to whoever wants it to stop. */
async function stage(workplace: Workplace, plans: readonly Plan[]): Promise<void> {
  clearWorkplace(workplace);
  makeFolder(workplace.fresh);
  const made = new Set([workplace.fresh]);
  let count = 0;
  for (const { name, fresh } of plans) {
    for (const { path, content } of fresh) {
      let folder = workplace.fresh;
      for (const part of [name, ...path.split('/').slice(0, -1)]) {
        folder = join(folder, part);
        if (!made.has(folder)) makeFolder(folder);
        made.add(folder);
      }
      writeFile(join(workplace.fresh, name, path), content);
      if (++count % 32 === 0) await turn();
    }
  }
  for (const folder of made) syncFolder(folder);
}

/** Puts what was staged in place. Nothing listens until it is done. */
function publish(workplace: Workplace, steps: readonly Step[]): void {
  const done: Step[] = [];
  try {
    writeJournal(workplace, steps);
    doSteps(workplace, steps, done);
  } catch (error) {
    throw told(error, settle(workplace, steps, done));
  }
  try {
    removeJournal(workplace);
    clearWorkplace(workplace);
  } catch (error) {
    throw told(error, 'the new sites stand');
  }
}

/** After the disk refused a step: back, or, where a file was put over an old one, on. Says which sites stand. */
function settle(workplace: Workplace, steps: readonly Step[], done: readonly Step[]): string {
  try {
    if (canUndo(done)) {
      undoSteps(workplace, done);
      if (findStats(workplace.journal)) removeJournal(workplace);
      return 'the sites are as they were';
    }
    doSteps(workplace, steps);
    removeJournal(workplace);
    return 'the new sites stand all the same';
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return 'the next command completes what was begun';
  }
}

function told(error: unknown, state: string): unknown {
  return error instanceof Failure ? new Failure(`${error.message}; ${state}`, { cause: error }) : error;
}
