/** Why a command could not run at all (usage, a missing folder, I/O): one line for the person, exit code 2. */
export class Failure extends Error {
  override name = 'Failure';
}
