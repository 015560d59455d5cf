import { Failure } from '../diagnostic/failure.js';

/** The environment of the process, by names of variables. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * What a variable holds that a header is made of. Throws a `Failure` that names the variable, and never says what it
 * holds, where it is missing or could not stand in a header.
 */
export function readSecret(variable: string, system: string, env: Environment): string {
  // What CI keeps often ends with a line break.
  const value = (Object.hasOwn(env, variable) ? env[variable] : undefined)?.trim() ?? '';
  if (value === '')
    throw new Failure(`${system} needs the environment variable ${variable}, which is not set`);
  if (!/^[\x21-\x7E]+$/.test(value))
    throw new Failure(`The environment variable ${variable} holds characters that ${system} cannot take`);
  return value;
}
