import { createHash } from 'node:crypto';

/** Gives the id of a name, the same one for good: twelve lower-case letters and digits. */
export type IdOf = (name: string) => string;

/**
 * Makes ids as Statuspage has them. Names never share one: should two come to the same, the one that is asked for later
 * gets another. `digest` is there for the test of that.
 */
export function createIds(digest: (name: string) => bigint = digestName): IdOf {
  const owners = new Map<string, string>();
  const ids = new Map<string, string>();
  return (name) => {
    const known = ids.get(name);
    if (known !== undefined) return known;
    for (let attempt = 0; ; attempt++) {
      const id = (digest(attempt === 0 ? name : `${name}\0${attempt}`) % 36n ** 12n)
        .toString(36)
        .padStart(12, '0');
      if (owners.has(id)) continue;
      owners.set(id, name);
      ids.set(name, id);
      return id;
    }
  };
}

function digestName(name: string): bigint {
  return BigInt(`0x${createHash('sha256').update(name).digest('hex')}`);
}
