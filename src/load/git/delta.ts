/**
 * Makes an object of another one and the difference between them: a list of stretches to copy and of bytes to add. Undefined for a
 * difference that does not fit, or makes more than `most` bytes. https://git-scm.com/docs/pack-format#_deltified_representation
 */
export function applyDelta(base: Buffer, delta: Buffer, most: number): Buffer | undefined {
  let at = 0;
  const byte = (): number => delta[at++] ?? 0;
  const readSize = (): number => {
    let size = 0;
    for (let factor = 1; ; factor *= 128) {
      const one = byte();
      size += (one & 127) * factor;
      if (one < 128 || at > 16) return size;
    }
  };
  if (readSize() !== base.length) return undefined;
  const size = readSize();
  if (size > most) return undefined;
  const parts: Buffer[] = [];
  while (at < delta.length) {
    const order = byte();
    if (order < 128) {
      parts.push(delta.subarray(at, at + order));
      at += order;
      if (order === 0) return undefined;
    } else {
      let [from, length] = [0, 0];
      for (let index = 0; index < 4; index++) if (order & (1 << index)) from += byte() * 256 ** index;
      for (let index = 0; index < 3; index++) if (order & (16 << index)) length += byte() * 256 ** index;
      parts.push(base.subarray(from, from + (length || 0x10000)));
    }
  }
  const made = Buffer.concat(parts);
  return made.length === size ? made : undefined;
}
