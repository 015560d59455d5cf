import { Failure } from '../diagnostic/failure.js';
import type { FindSecrets } from '../judge/leak/secret.js';
import type { Output } from '../render/output.js';
import type { Settings } from '../settings/settings.js';
import { findLeaks } from './leak.js';
import { readOutput } from './reading.js';

const apology = 'This is a mistake of Afterword, not yours: please report it. Nothing was written.';

/** What the last look at the public site has to know. */
export interface Proof {
  settings: Settings;
  findSecrets: FindSecrets;
  /** The lines that reports are signed with. */
  signed: readonly string[];
  /** The same site without a word of its authors: what is found there too is a word of ours. Asked for only in doubt. */
  renderHollow: () => readonly Output[];
}

/**
 * The last look at files of a site before anything is written: each is read again, and is what it should be. Throws a
 * `Failure` when one is not, which is never the author's mistake: what they write is judged before.
 */
export function proveForm(outputs: readonly Output[], site: 'public' | 'internal'): void {
  for (const output of outputs) proveFile(output, site);
}

/**
 * The same for the public site, and the second lock of the gate: no file says what is never public. The first lock are the
 * rules, which know every text and its place; what only this finds got past them by a mistake of ours.
 */
export function provePublic(outputs: readonly Output[], proof: Proof): void {
  const meant = new Set(proof.signed.map((line) => line.replace(/\s+/g, ' ').trim()));
  const look = (output: Output, readings: readonly string[]) =>
    findLeaks({ path: output.path, readings }, { ...proof, meant });
  const hidden = new Set(
    proof.settings.services.flatMap(({ id, internal }) => (internal ? [`services/${id}/index.html`] : [])),
  );
  let ours: ReadonlySet<string> | undefined;
  for (const output of outputs) {
    if (hidden.has(output.path)) throw new Failure(`An internal service would have a page. ${apology}`);
    const leaks = look(output, proveFile(output, 'public'));
    if (leaks.length === 0) continue;
    ours ??= new Set(
      proof
        .renderHollow()
        .flatMap((hollow) => look(hollow, readOutput(hollow, 'public').readings).map(({ found }) => found)),
    );
    const leak = leaks.find(({ found }) => !ours?.has(found));
    if (leak) {
      // The path itself may be what nobody should read.
      const isNamed = look({ path: output.path, content: '' }, []).length === 0;
      const file = isNamed ? `public/${output.path}` : 'A file of the public site';
      throw new Failure(`${file} would hold ${leak.kind}, which no rule has found. ${apology}`);
    }
  }
}

function proveFile(output: Output, site: 'public' | 'internal'): readonly string[] {
  const { readings, fault } = readOutput(output, site);
  if (fault !== undefined) throw new Failure(`${site}/${output.path} came out with ${fault}. ${apology}`);
  return readings;
}
