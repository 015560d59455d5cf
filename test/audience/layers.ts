import { gunzipSync, inflateSync } from 'node:zlib';

/** How often one layer may stand in another. */
const deepest = 4;

/**
 * What some bytes say, layer by layer: as text, and as what is left when entities, percent signs, escapes of JSON and
 * JavaScript, base64 and gzip are taken off, in any order and repeatedly.
 */
export function* readLayers(bytes: Buffer): Iterable<string> {
  const seen = new Set<string>();
  const waiting: [text: string, depth: number][] = [[unpack(bytes).toString('latin1'), 0], [unpack(bytes).toString('utf8'), 0]]; // prettier-ignore
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [text, depth] = next;
    if (seen.has(text)) continue;
    seen.add(text);
    yield text;
    if (depth === deepest) continue;
    for (const decoder of decoders) {
      const decoded = decoder(text);
      if (decoded !== text && decoded !== '') waiting.push([decoded, depth + 1]);
    }
  }
}

const decoders: readonly ((text: string) => string)[] = [
  (text) =>
    text.includes('&')
      ? text.replace(/&(?:#x([\da-f]+)|#(\d+)|(amp|lt|gt|quot|apos|nbsp|hyphen|shy));?/gi, readEntity)
      : text,
  (text) =>
    text.includes('%')
      ? text.replace(/(?:%[\da-f]{2})+/gi, (run) =>
          Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'),
        )
      : text,
  (text) =>
    text.includes('\\')
      ? text.replace(
          /\\(?:u\{([\da-f]+)\}|u([\da-f]{4})|x([\da-f]{2})|([\\/"'nrtbf]))/gi,
          (_, a?: string, b?: string, c?: string, d = '') => {
            const hex = a ?? b ?? c;
            return hex === undefined ? d : String.fromCharCode(Number.parseInt(hex, 16));
          },
        )
      : text,
  // What is no text when it is decoded was none before.
  (text) =>
    [...text.matchAll(/[\w+/-]{12,}={0,2}/g)]
      .filter(([run]) => !/^[\da-f]+$/i.test(run))
      .map(([run]) => unpack(Buffer.from(run, 'base64')).toString('latin1'))
      .filter((one) => (one.match(/[\x20-\x7e]/g)?.length ?? 0) > one.length * 0.9)
      .join('\n'),
];

function readEntity(_: string, hex?: string, decimal?: string, name?: string): string {
  if (name) return { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }[name.toLowerCase()] ?? '';
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

function unpack(bytes: Buffer): Buffer {
  try {
    if (bytes[0] === 0x1f && bytes[1] === 0x8b) return gunzipSync(bytes);
    if (bytes[0] === 0x78 && bytes.length > 8) return inflateSync(bytes);
  } catch {
    // It only looks like one.
  }
  return bytes;
}
