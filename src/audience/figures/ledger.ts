import { measureTaking } from '../../model/figures/taking.js';
import type { Day } from '../../time/day.js';
import type { Span } from '../../time/span.js';
import type { Commitment, PublicHistory } from '../publicHistory.js';
import { createDistribution, type Distribution } from '../../time/distribution.js';
import { createKeptQuarters, type KeptQuarter } from './keptRate.js';
import { findStanding, promisedDayOf, type Standing } from './promise.js';

/** One commitment, and what can be figured of it. */
export interface LedgerEntry {
  commitment: Commitment;
  standing: Standing;
  /** The day from which its time counts: that on which its incident was over. */
  promised: Day | undefined;
  /** How long it took from then until it was done, in ms of whole days; undefined where that cannot be said. */
  took: Span | undefined;
}

/** Everything that was promised in public, or that the services of one group led to. */
export interface Ledger {
  /** The group; undefined: the whole site, or services without one. */
  group: string | undefined;
  /** In the order of the history. */
  entries: LedgerEntry[];
  /** How many stand where. */
  standings: Record<Standing, number>;
  /** How long those took that are done and followed; `unknown` are those whose day nobody wrote. */
  took: Distribution;
  /** Oldest first; none where nothing was ever due. */
  quarters: KeptQuarter[];
}

/**
 * The ledger of all commitments. Of a site with `totals: false`, which holds services of different companies, one for each of their
 * groups, in the order of the settings: by the service that the incident affected first.
 */
export function createLedgers(history: PublicHistory): Ledger[] {
  const { site, incidents, services, commitments } = history;
  const incidentOf = new Map(incidents.map((incident) => [incident.id, incident]));
  const groupOf = (commitment: Commitment): string | undefined =>
    incidentOf
      .get(commitment.incident.id)
      ?.impact?.flatMap(({ service }) => service.group ?? [])
      .at(0);
  const entries = commitments.map((commitment): LedgerEntry => {
    const incident = incidentOf.get(commitment.incident.id);
    const promised = incident && promisedDayOf(incident, history);
    const took = measureTaking(commitment, promised, history.asOf);
    return { commitment, standing: findStanding(commitment), promised, took };
  });
  if (site.totals) return [createLedger(undefined, entries, history)];
  const groups = [...new Set(services.flatMap(({ group }) => group ?? [])), undefined];
  return groups
    .map((group) => ({ group, own: entries.filter(({ commitment }) => groupOf(commitment) === group) }))
    .filter(({ own }) => own.length > 0)
    .map(({ group, own }) => createLedger(group, own, history));
}

function createLedger(group: string | undefined, entries: LedgerEntry[], history: PublicHistory): Ledger {
  const standings: Record<Standing, number> = {
    late: 0,
    open: 0,
    'in-time': 0,
    'done-late': 0,
    done: 0,
    dropped: 0,
    superseded: 0,
    'not-followed': 0,
  };
  for (const { standing } of entries) standings[standing]++;
  const done = entries.filter(
    ({ commitment, standing }) => commitment.state === 'done' && standing !== 'not-followed',
  );
  return {
    group,
    entries,
    standings,
    took: createDistribution(done.map(({ took }) => took)),
    quarters: createKeptQuarters(
      entries.map(({ commitment }) => commitment),
      history,
    ),
  };
}
