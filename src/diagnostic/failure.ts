/** Why a command could not run at all (usage, a missing folder, I/O): one line for the person, exit code 2. */
export class Failure extends Error {
  override name = 'Failure';
}

/** Somebody who was asked wanted no more of it: nothing was written, exit code 130. */
export class Cancelled extends Error {
  override name = 'Cancelled';
}
