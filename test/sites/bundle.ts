import { bundle } from '../../scripts/bundle.mjs';

/** Bundles what is in `src`, so that no test of the command line runs an older one. */
export default async function setup(): Promise<void> {
  await bundle();
}
